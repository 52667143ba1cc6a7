import * as z from 'zod';
import { characteristicKinds } from './sds-codes.ts';

/** Settings of the connector. */
export const SdsCsvConfig = z.strictObject({
  /** Zip archive, or folder, with the files of SDS 2.1. */
  path: z.string().min(1).describe('Zip archive or folder with orgs.csv, users.csv, roles.csv and so on'),
  /** Where the schools are: ISO 3166, for example `US-CA` or `GB-ENG`. The files do not say. */
  jurisdiction: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/)
    .describe('Where the schools are, for example US-CA or GB-ENG'),
  /** Day from which roles count that have neither a date nor a session with dates; absent: such roles are set aside. */
  rollFrom: z.iso.date().optional(),
  /** What flags of users mean that this connector does not know, by the flag's own word. */
  flags: z
    .record(
      z.string(),
      z.strictObject({ kind: z.enum(characteristicKinds), value: z.string().min(1).max(500) }),
    )
    .default({}),
});
export type SdsCsvConfig = z.output<typeof SdsCsvConfig>;
