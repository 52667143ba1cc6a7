import { mappingSettings } from '@collegial/connector-oneroster/mapping';
import * as z from 'zod';

/** Settings of the connector. */
export const OneRosterCsvConfig = z.strictObject({
  /** The newest bundle: a zip archive, or the folder it was unpacked to. */
  path: z.string().min(1).describe('Zip archive or folder of the newest bundle, with manifest.csv'),
  /**
   * The bundles that it builds on, oldest first, from the last bulk bundle on. A bundle of changes is then read together with them: what it does not
   * state is taken from them, and what is in none is gone.
   */
  earlier: z
    .array(z.string().min(1))
    .default([])
    .describe('Bundles that the newest one builds on, oldest first, beginning with a bulk one'),
  ...mappingSettings,
});
export type OneRosterCsvConfig = z.output<typeof OneRosterCsvConfig>;
