import { type HttpSettings, oauth1, secret } from '@collegial/connector-kit';
import * as z from 'zod';

/** The way to authenticate, for people. */
export const authentication = 'OAuth 1.0a';

/** Settings of the Vendor Name connector. */
export const VendorNameConfig = z.strictObject({
  /** Address of the interface, for example `https://vendor-name.example/api/v1`. */
  baseUrl: z.url().describe('Address of the interface'),
  /** Key of the consumer. */
  consumerKey: z.string().min(1).describe('Key of the consumer'),
  /** Its secret. */
  consumerSecret: secret().describe('Secret of the consumer'),
});

/** Settings of the Vendor Name connector, checked. */
export type VendorNameConfig = z.output<typeof VendorNameConfig>;

/** How requests are made. Secrets are read at the moment of use, and nowhere kept. */
export function httpOf({ baseUrl, consumerKey, consumerSecret }: VendorNameConfig): HttpSettings {
  return {
    baseUrl,
    authorization: oauth1({ consumerKey, consumerSecret }),
  };
}
