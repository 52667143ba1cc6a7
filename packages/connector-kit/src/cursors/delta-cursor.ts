import * as z from 'zod';
import { PagingState } from '../paging/paging-state.ts';

const instant = () => z.iso.datetime();

/**
 * Where a stream stands that can be asked for what changed since a time. Times are by the source's clock, in
 * UTC.
 */
export const DeltaCursor = z.object({
  /** Everything changed before it was read in full; absent during the first read. */
  since: instant().optional(),
  /** When the read under way began: the `since` of the next one. Absent between reads. */
  until: instant().optional(),
  /** Page that the read under way goes on at. Absent between reads. */
  at: PagingState.optional(),
});
export type DeltaCursor = z.infer<typeof DeltaCursor>;

/** Cursor of a stream that `changedSince` reads. Give it as the stream's `cursor`. */
export const deltaCursor = { schema: DeltaCursor, version: 1 } as const;
