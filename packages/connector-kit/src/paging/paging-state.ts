import * as z from 'zod';

/** Where paging goes on: the next page to read. */
export const PagingState = z.object({
  /** Number of the next page, from 1. */
  page: z.int().min(1),
  /** Rows received up to it. */
  received: z.int().min(0),
  /** Its URL, when the server names it. */
  next: z.string().optional(),
});
export type PagingState = z.infer<typeof PagingState>;

/**
 * Cursor of a stream that pages and has nothing to go on from between runs: an interrupted read resumes at its
 * page, a new run begins at the first. Give it as the stream's `cursor`, and `context.cursor` as the `from` of
 * the paging function.
 */
export const pagingCursor = { schema: PagingState, version: 1, resumeOnly: true } as const;
