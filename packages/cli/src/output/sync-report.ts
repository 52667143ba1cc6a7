import type { SyncReport } from '@collegial/sync';
import { textTable } from './table.ts';
import type { Terminal } from './terminal.ts';

const shownRejects = 10;

/** A sync in words: a row for each stream, then what could not be read and why. */
export function sayReport(report: SyncReport, { data, say, colors }: Terminal): void {
  const header = ['source', 'stream', 'rows', 'read', 'loaded', 'unchanged', 'deleted', 'duplicate', 'set aside', 'skipped', 'state'];
  const rows = report.streams.map((stream) => [
    stream.source,
    stream.stream,
    stream.rows,
    stream.read,
    stream.loaded,
    stream.unchanged,
    stream.deleted,
    stream.duplicate,
    stream.quarantined.total,
    stream.skipped.total,
    stream.error === undefined ? (stream.completeness.state === 'verified' ? 'complete' : stream.completeness.state) : `failed: ${stream.error.code}`,
  ]);
  const [head = '', ...lines] = textTable(header, rows);
  data(colors.dim(head));
  for (const line of lines) data(line);
  for (const stream of report.streams) {
    if (stream.error !== undefined) say(`${colors.red('Failed')} ${stream.source} ${stream.stream}: ${stream.error.message}`);
    for (const { place, reason } of stream.quarantined.items.slice(0, shownRejects)) say(`${colors.yellow('Set aside')} ${place}: ${reason}`);
    const more = stream.quarantined.total - Math.min(shownRejects, stream.quarantined.items.length);
    if (more > 0) say(colors.dim(`  … and ${more} more in ${stream.source} ${stream.stream}; --json lists them.`));
  }
}
