import { clientCredentials, type HttpSettings, secret } from '@collegial/connector-kit';
import * as z from 'zod';

/** The way to authenticate, for people. */
export const authentication = 'OAuth 2 client credentials';

/** Settings of the Vendor Name connector. */
export const VendorNameConfig = z.strictObject({
  /** Address of the interface, for example `https://vendor-name.example/api/v1`. */
  baseUrl: z.url().describe('Address of the interface'),
  /** Where tokens are given out; it may be another server. */
  tokenUrl: z.url().describe('Address that gives out tokens'),
  /** Id of the client. */
  clientId: z.string().min(1).describe('Id of the client'),
  /** Its secret. */
  clientSecret: secret().describe('Secret of the client'),
});

/** Settings of the Vendor Name connector, checked. */
export type VendorNameConfig = z.output<typeof VendorNameConfig>;

/** How requests are made. Secrets are read at the moment of use, and nowhere kept. */
export function httpOf({ baseUrl, tokenUrl, clientId, clientSecret }: VendorNameConfig): HttpSettings {
  return {
    baseUrl,
    authorization: clientCredentials({ tokenUrl, clientId, clientSecret }),
  };
}
