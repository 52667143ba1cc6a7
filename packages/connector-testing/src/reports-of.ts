import { describePlace } from '@collegial/model';
import type { StreamReport, SyncReport } from '@collegial/sync';
import { must, some } from './must.ts';

const total = ({ loaded, unchanged, deleted, duplicate, quarantined }: StreamReport) =>
  loaded + unchanged + deleted + duplicate + quarantined;

/** Fails when a report does not add up, or when the connector failed in a way that it did not foresee. */
export function mustBeSound(report: SyncReport, when: string): void {
  for (const stream of report.streams) {
    const { stream: name, read, error, quarantineBy } = stream;
    must(read === total(stream), () => `${when}: the counts of “${name}” do not add up: ${read} read.`);
    must(
      error?.code !== 'connector.failed',
      () =>
        `${when}: the connector failed in “${name}” with an error of no kind of its own: ${error?.message}`,
    );
    const failed = quarantineBy.find(({ code }) => code === 'connector.failed');
    must(
      failed === undefined,
      () =>
        `${when}: map failed on ${failed?.count} rows of “${name}”: ${stream.quarantine.find(({ code }) => code === 'connector.failed')?.reason}`,
    );
  }
}

/** Fails unless every stream was read to its end; those without permission count as read. */
export function mustBeComplete(report: SyncReport, when: string): void {
  const failed = report.streams.filter(({ status }) => status !== 'complete');
  must(
    failed.length === 0,
    () =>
      `${when}: not read to the end: ${some(failed.map(({ stream, status, error }) => `${stream} (${status}${error ? `, ${error.code}: ${error.message}` : ''})`))}.`,
  );
  mustBeSound(report, when);
}

/** Whether a full read of a source without a total left what it did not meet to the next one, which deletes it if it does not meet it either. */
export function waitsForNext({ status, mode, completeness, deletes }: StreamReport): boolean {
  const unsure = completeness !== 'verified' && deletes !== 'applied' && deletes !== 'none';
  return status === 'complete' && mode === 'full' && unsure;
}

/** Why rows were set aside or passed over: the most frequent reasons with field and place; nothing when none was. */
export function tellSetAside({ quarantineBy, quarantine, skippedBy }: StreamReport): string {
  const aside = quarantineBy.map(({ code, field, count }) => {
    const one = quarantine.find((row) => row.code === code && (row.place.field ?? '') === field);
    const why = one === undefined ? code : `${one.reason} (${describePlace(one.place)})`;
    return `${count} set aside, ${field === '' ? '' : `field “${field}”: `}${why}`;
  });
  const skipped = Object.entries(skippedBy).map(([reason, count]) => `${count} skipped: ${reason}`);
  const all = [...aside, ...skipped];
  return all.length === 0 ? '' : `; ${some(all, 3)}`;
}
