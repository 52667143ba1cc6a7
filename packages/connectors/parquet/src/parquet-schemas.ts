import * as z from 'zod';

/** A row as the reader hands it on: values by field of the model, converted; the model's own schema checks them. */
export const ParquetRow = z.object({
  values: z.record(z.string(), z.unknown()),
  /** Whether the ids of persons in it are still those of the vendor's database. */
  raw: z.boolean(),
  /** Why the row holds nothing for this source, if so. */
  passedOver: z.string().optional(),
});
export type ParquetRow = z.infer<typeof ParquetRow>;

/** Where reading goes on inside one read. */
export const ParquetCursor = z.strictObject({
  /** Names, sizes and times of all files: another set of files begins anew. */
  files: z.string(),
  /** Number of the file under way, from 0. */
  file: z.int().min(0),
  /** Rows of it that are done. */
  rows: z.int().min(0),
});
export type ParquetCursor = z.infer<typeof ParquetCursor>;
