import * as z from 'zod';

/** Where a stream stands: up to which change version everything was read, and the place inside a read that has not ended. */
export const EdfiCursor = z.strictObject({
  /** Fingerprint of the ids of schools and districts: when they change, everything is read again. */
  organisations: z.string(),
  /** Everything up to this change version was read; absent: nothing was read to its end, or the API has no change queries. */
  upTo: z.int().min(0).optional(),
  /** True after a complete read of an API without change queries: the next one begins at the beginning. */
  ended: z.literal(true).optional(),
  /** A read that has begun and not ended. */
  pass: z
    .strictObject({
      /** Change version it reads up to; absent: the API has no change queries. */
      to: z.int().min(0).optional(),
      /** Rows that the parts read so far said they have. */
      expected: z.int().min(0),
      /** Place in the list: rows from here on were read (`before`), or the token of the next page. */
      at: z
        .union([z.strictObject({ before: z.int().min(0) }), z.strictObject({ token: z.string() })])
        .optional(),
    })
    .optional(),
});
export type EdfiCursor = z.infer<typeof EdfiCursor>;
