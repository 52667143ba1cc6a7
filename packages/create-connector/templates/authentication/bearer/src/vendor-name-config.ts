import { type HttpSettings, secret } from '@collegial/connector-kit';
import * as z from 'zod';

/** The way to authenticate, for people. */
export const authentication = 'bearer token';

/** Settings of the Vendor Name connector. */
export const VendorNameConfig = z.strictObject({
  /** Address of the interface, for example `https://vendor-name.example/api/v1`. */
  baseUrl: z.url().describe('Address of the interface'),
  /** Token that the school gets from Vendor Name. */
  token: secret().describe('Token from Vendor Name'),
});

/** Settings of the Vendor Name connector, checked. */
export type VendorNameConfig = z.output<typeof VendorNameConfig>;

/** How requests are made. Secrets are read at the moment of use, and nowhere kept. */
export function httpOf({ baseUrl, token }: VendorNameConfig): HttpSettings {
  return {
    baseUrl,
    authorization: { type: 'bearer', token: () => token.reveal() },
  };
}
