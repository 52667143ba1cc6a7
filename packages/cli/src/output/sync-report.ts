import { describePlace } from '@collegial/model';
import type { StreamReport, SyncReport } from '@collegial/sync';
import { textTable } from './table.ts';
import type { Terminal } from './terminal.ts';

const shown = 10;

/** A sync in words: a row for each stream, then what could not be read and why. */
export function sayReport(report: SyncReport, terminal: Terminal): void {
  const { data, say, colors } = terminal;
  const header = [
    'source',
    'stream',
    'rows',
    'read',
    'loaded',
    'unchanged',
    'deleted',
    'duplicate',
    'set aside',
    'state',
  ];
  const rows = report.streams.map((stream) => [
    stream.source,
    stream.stream,
    stream.rows,
    stream.read,
    stream.loaded,
    stream.unchanged,
    stream.deleted + stream.deletedUnseen,
    stream.duplicate,
    stream.quarantined,
    stateOf(stream),
  ]);
  const [head = '', ...lines] = textTable(header, rows);
  data(colors.dim(head));
  for (const line of lines) data(line);
  for (const stream of report.streams) sayStream(stream, terminal);
  if (report.refreshError !== undefined)
    say(`${colors.red('Failed')} roll-ups: ${report.refreshError.message}`);
  const { read, loaded } = report.totals;
  say(`${read} records read, ${loaded} new or changed, in ${(report.milliseconds / 1000).toFixed(1)} s.`);
}

function stateOf({ status, completeness, error }: StreamReport): string {
  if (status === 'unreadable') return 'not readable with these credentials';
  if (status !== 'complete') return error === undefined ? status : `${status}: ${error.code}`;
  return completeness === 'verified' ? 'complete' : 'read to its end';
}

function sayStream(stream: StreamReport, { say, colors }: Terminal): void {
  const name = `${stream.source} ${stream.stream}`;
  if (stream.status === 'unreadable')
    say(colors.dim(`${name}: ${stream.error?.message} It was passed over.`));
  else if (stream.error !== undefined) say(`${colors.red('Failed')} ${name}: ${stream.error.message}`);
  for (const [reason, count] of Object.entries(stream.skippedBy))
    say(colors.dim(`${name}: ${count} ${count === 1 ? 'row' : 'rows'} passed over: ${reason}`));
  for (const { place, reason } of stream.quarantine.slice(0, shown)) {
    say(
      `${colors.yellow('Set aside')} ${describePlace({ source: stream.source, stream: stream.stream, ...place })}: ${reason}`,
    );
  }
  const more = stream.quarantined - Math.min(shown, stream.quarantine.length);
  if (more > 0) say(colors.dim(`  … and ${more} more in ${name}; --json lists them.`));
  if (typeof stream.deletes === 'object')
    say(colors.dim(`${name}: nothing was removed: ${stream.deletes.unknown}`));
  const codes = stream.unmapped
    .slice(0, shown)
    .map(({ field, code, count }) => `${field} “${code}” (${count})`);
  if (codes.length > 0)
    say(
      `${colors.yellow('Unknown codes')} in ${name}: ${codes.join(', ')}${stream.unmapped.length > shown ? ', …' : ''}`,
    );
  for (const [field, count] of Object.entries(stream.drift).slice(0, shown))
    say(colors.dim(`${name}: ${field} did not have its documented shape in ${count} rows`));
  for (const note of stream.notes) say(colors.dim(`${name}: ${note}`));
}
