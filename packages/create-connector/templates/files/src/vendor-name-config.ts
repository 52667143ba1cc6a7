import * as z from 'zod';

/** Settings of the Vendor Name connector. */
export const VendorNameConfig = z.strictObject({
  /** Folder with the exported files, `schools.csv` and so on. */
  folder: z.string().min(1).describe('Folder with the exported files'),
});

/** Settings of the Vendor Name connector, checked. */
export type VendorNameConfig = z.output<typeof VendorNameConfig>;
