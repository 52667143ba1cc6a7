import * as z from 'zod';

/** Place inside a read of transfer files. */
const CtfCursor = z.object({
  /** All files together: others begin anew. */
  files: z.string(),
  /** File under way, counted from the oldest. */
  file: z.int().min(0),
  /** Pupils of it that are done. */
  pupils: z.int().min(0),
  /** Rows of the read that are done. */
  rows: z.int().min(0),
});
export type CtfCursor = z.infer<typeof CtfCursor>;

/** Cursor of the streams that read pupils. */
export const ctfCursor = { schema: CtfCursor, version: 1, resumeOnly: true } as const;
