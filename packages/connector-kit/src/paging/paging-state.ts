import * as z from 'zod';

/** Where paging goes on: the next page to read. Holds no record and nothing that leads back to one. */
export const PagingState = z.object({
  /** Number of the next page, from 1. */
  page: z.int().min(1),
  /** Rows given up to it. */
  received: z.int().min(0),
  /** Its URL or token, when the server names it. */
  next: z.string().optional(),
  /** Its offset at the server, where it differs from `received`. */
  offset: z.int().min(0).optional(),
  /** How many of the rows were given again, because the data had moved. */
  again: z.int().min(0).optional(),
  /** Short mark of the row at the border to the pages already read, to know it, or its page, again by. */
  mark: z.string().optional(),
  /** Rows that a page of this server holds at most, as it was found out. */
  size: z.int().min(1).optional(),
  /** Rows in all, when only the first answer said it. */
  total: z.int().min(0).optional(),
  /** True when the server named a next page in a `Link` header, so that its absence means the end. */
  linked: z.boolean().optional(),
});
export type PagingState = z.infer<typeof PagingState>;

/**
 * Cursor of a stream that pages and has nothing to go on from between runs: an interrupted read resumes at its
 * page, a new run begins at the first. Give it as the stream's `cursor`, and `context.cursor` as the `from` of
 * the paging function. For a stream that can be asked for changes, see `deltaCursor`.
 */
export const pagingCursor = { schema: PagingState, version: 1, resumeOnly: true } as const;
