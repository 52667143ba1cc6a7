import { PagingState } from '@collegial/connector-kit';
import * as z from 'zod';

const revisions = () => z.record(z.string(), z.string().regex(/^\d+$/));

/** Where a stream stands: up to which revision the log of each resource was followed. */
export const ArborCursor = z.strictObject({
  /** By resource; empty while the first pass over the list is under way. */
  revisions: revisions(),
  /** Milliseconds since 1970 at which the last pass over the whole list began. */
  wholeAt: z.number(),
  /** A pass over the whole list that has begun and not ended. */
  pass: z
    .strictObject({
      /** Where it goes on. */
      at: PagingState,
      /** The revisions that hold once it is done: the log as it was before it began. */
      revisions: revisions(),
    })
    .optional(),
});
export type ArborCursor = z.infer<typeof ArborCursor>;
