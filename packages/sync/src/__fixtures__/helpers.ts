import { CollegialError } from '@collegial/model';
import type { Counts, StreamReport, SyncReport } from '../sync-report.ts';
import type { TestRow } from './test-source.ts';

export const rows = (from: number, to: number, what?: TestRow['what']): TestRow[] =>
  Array.from({ length: to - from }, (_, index) => ({ id: `s${from + index}`, ...(what && { what }) }));

export const only = (report: SyncReport): StreamReport => report.streams[0] as StreamReport;
export const counts = ({
  rows: all,
  skipped,
  read,
  loaded,
  unchanged,
  deleted,
  duplicate,
  quarantined,
}: Counts): Counts => ({
  rows: all,
  skipped,
  read,
  loaded,
  unchanged,
  deleted,
  duplicate,
  quarantined,
});
export const addsUp = (it: Counts) =>
  it.read === it.loaded + it.unchanged + it.deleted + it.duplicate + it.quarantined;

export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error) => (CollegialError.isInstance(error) ? error.code : `other: ${error}`),
  );
}
