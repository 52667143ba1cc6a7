import * as z from 'zod';
import { dfeTables } from './tables.ts';

const year = () =>
  z
    .string()
    .regex(/^\d{4}[/-]?\d{2}$/, 'write the academic year as 2018/19')
    .meta({ examples: ['2018/19'] });

/** What the connector needs to know about one file that the file does not say. */
export const DfeFileSettings = z.strictObject({
  /** Path of the file, relative to `folder`, or to the working directory when there is no folder. */
  path: z.string().min(1),
  /** Kind of file; default: known by its header. */
  table: z.enum(dfeTables).optional(),
  /** Academic year of the figures; default: years in the path such as `2018-2019/`, then the connector's `academicYear`. */
  academicYear: year().optional(),
  /**
   * Edition of the figures, part of their key, so that provisional and final figures stand side by side; default: the kind
   * of table, and `provisional`, `revised` or `final` when the file name says so, for example `ks4-provisional`.
   */
  publication: z.string().min(1).max(100).optional(),
  /** Day of publication. */
  publishedOn: z.iso.date().optional(),
  /** Day at which an extract of the register was taken; default: eight digits at the end of the file name, then the connector's `asOf`. */
  asOf: z.iso.date().optional(),
  /** True: the file is left alone. */
  ignore: z.boolean().default(false),
});

/** Settings of the connector. */
export const DfeConfig = z.strictObject({
  /** Folder with the published files; every CSV file in it and below is looked at, and known by its header. */
  folder: z.string().min(1).optional(),
  /** Files by name: what they do not say themselves, or, without `folder`, the files to read. */
  files: z.array(DfeFileSettings).default([]),
  /** Academic year of the tables of figures that state none, for example `2018/19`. */
  academicYear: year().optional(),
  /** Day at which the extracts of the register were taken. It is stated with every link. */
  asOf: z.iso.date().optional(),
  /** Three-digit codes of the authorities whose schools are read; default: all. */
  authorities: z
    .array(z.string().regex(/^\d{3}$/, 'write the three-digit code of the authority'))
    .default([]),
  /** Jurisdiction of the organisations. */
  jurisdiction: z.string().min(1).default('GB-ENG'),
});
export type DfeConfig = z.output<typeof DfeConfig>;
