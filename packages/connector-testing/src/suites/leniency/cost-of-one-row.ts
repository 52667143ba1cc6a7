import type { SyncReport } from '@collegial/sync';
import { type Contents, compareContents } from '../../compare-contents.ts';
import { must, some } from '../../must.ts';
import { mustBeSound } from '../../reports-of.ts';

/**
 * One field of one row was misshapen: no stream may fail, and what is missing has to be counted. What a row is part of cannot be told from outside, so
 * that what hangs on it may differ, too, and no more than half of all records.
 *
 * @returns whether the report tells anything
 */
export function mustCostOneRow(
  { report, contents }: { readonly report: SyncReport; readonly contents: Contents },
  wanted: Contents,
  when: string,
): boolean {
  mustBeSound(report, when);
  const failed = report.streams.filter(({ status }) => status !== 'complete');
  must(
    failed.length === 0,
    () =>
      `${when}, a whole stream failed for one row: ${some(failed.map(({ stream, error }) => `${stream} (${error?.code}: ${error?.message})`))}.`,
  );
  const { lost, changed, extra } = compareContents(contents, wanted);
  must(
    (lost.length + changed.length) * 2 <= wanted.size || wanted.size < 8,
    () =>
      `${when}, ${lost.length} records are missing and ${changed.length} other than before: ${some([...lost, ...changed])}.`,
  );
  const told = report.streams.reduce(
    (sum, { quarantined, skipped, drift, unmapped, notes }) =>
      sum + quarantined + skipped + Object.keys(drift).length + unmapped.length + notes.length,
    0,
  );
  // A field of the key may hold anything: the record is then there under another key.
  const renamed = entitiesOf(extra);
  const gone = [...entitiesOf(lost)].filter(([entity, count]) => count > (renamed.get(entity) ?? 0));
  must(
    told > 0 || gone.length === 0,
    () => `${when}, ${lost.length} records are missing, and the report counts nothing: ${some(lost)}.`,
  );
  return told > 0;
}

/** How many records of each entity some names stand for: `source/Entity/key`. */
function entitiesOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) {
    const entity = name.split('/')[1] ?? '';
    counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  return counts;
}
