import { entities, entityNames } from '@collegial/model';
import * as z from 'zod';

const path = () => z.string().min(1);
const name = () => z.string().min(1).max(200);

const patterns = Object.fromEntries(
  entityNames.map((entity) => [entity, z.union([path(), z.array(path()).min(1)]).optional()]),
) as {
  [Name in (typeof entityNames)[number]]: z.ZodOptional<z.ZodUnion<[z.ZodString, z.ZodArray<z.ZodString>]>>;
};

const fields = Object.fromEntries(
  entityNames.map((entity) => [
    entity,
    z
      .strictObject(
        Object.fromEntries(
          Object.keys(entities[entity].schema.shape).map((field) => [field, name().optional()]),
        ),
      )
      .optional(),
  ]),
) as unknown as {
  [Name in (typeof entityNames)[number]]: z.ZodOptional<
    z.ZodType<Readonly<Record<string, string | undefined>>>
  >;
};

/** Settings of the Parquet connector: `directory`, `files`, or both. */
export const ParquetConfig = z
  .strictObject({
    /**
     * Directory with a folder or file for each entity, named after its table (`enrolment/…`, `enrolment.parquet`) or the entity itself
     * (`Enrolment.parquet`). Folders may be nested as `column=value`.
     */
    directory: path().optional(),
    /** Files by entity: paths, in which `*` stands for any part of a name and `**` for any folders. They come before `directory`. */
    files: z.strictObject(patterns).default({}),
    /** Names of columns by entity and field, where they are neither the field's name nor its `snake_case`. */
    columns: z.strictObject(fields).default({}),
    /** Only rows whose column `source_id` has this value, for files that hold several sources. */
    sourceId: name().optional(),
    /**
     * What the ids of persons in the files are. `raw`: ids of the vendor's own database, turned into pseudonyms on the way in ·
     * `pseudonyms`: kept as they are. Default: `pseudonyms` for an export of a store of this project, else `raw`.
     */
    identifiers: z.enum(['raw', 'pseudonyms']).optional(),
    /** Rows of a page. */
    pageSize: z.int().min(1).max(100_000).default(5_000),
  })
  .refine(({ directory, files }) => directory !== undefined || Object.keys(files).length > 0, {
    message: 'name a directory or files',
    path: ['directory'],
  });
export type ParquetConfig = z.output<typeof ParquetConfig>;
