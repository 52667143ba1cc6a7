import type { HttpSettings } from '@collegial/connector-kit';
import * as z from 'zod';

/** The way to authenticate, for people. */
export const authentication = 'none';

/** Settings of the Vendor Name connector. */
export const VendorNameConfig = z.strictObject({
  /** Address of the interface, for example `https://vendor-name.example/api/v1`. */
  baseUrl: z.url().describe('Address of the interface'),
});

/** Settings of the Vendor Name connector, checked. */
export type VendorNameConfig = z.output<typeof VendorNameConfig>;

/** How requests are made. Secrets are read at the moment of use, and nowhere kept. */
export function httpOf({ baseUrl }: VendorNameConfig): HttpSettings {
  return {
    baseUrl,
    authorization: { type: 'none' },
  };
}
