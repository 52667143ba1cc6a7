import { randomBytes } from 'node:crypto';
import type { Secret } from '../settings/secret.ts';
import type { Authorization } from './authorization.ts';
import { type OAuth1Method, percentEncode, signatureOf } from './oauth1-signature.ts';

/** What {@link oauth1} needs. */
export interface OAuth1Options {
  readonly consumerKey: string;
  readonly consumerSecret: Secret;
  /** Default `HMAC-SHA1`, which OneRoster 1.1 servers expect; `HMAC-SHA256` is not in the RFC but common. */
  readonly method?: OAuth1Method;
  /** The `realm` of the header; default none. It is not signed. */
  readonly realm?: string;
}

/**
 * Signs each request with a consumer's key and secret: two-legged OAuth 1.0 (RFC 5849), as OneRoster 1.1 servers ask for. Every attempt gets its
 * own nonce and the time of the client's clock; a server refuses (`http.auth`) when that clock is minutes wrong.
 *
 * @example
 * ```ts
 * import { oauth1, Secret } from '@collegial/connector-kit';
 *
 * const authorization = oauth1({ consumerKey: 'collegial', consumerSecret: new Secret('from the settings') });
 * authorization.type; // 'sign'
 * ```
 */
export function oauth1({
  consumerKey,
  consumerSecret,
  method: signatureMethod = 'HMAC-SHA1',
  realm,
}: OAuth1Options): Extract<Authorization, { type: 'sign' }> {
  return {
    type: 'sign',
    sign({ method, url, now }) {
      const parameters = {
        oauth_consumer_key: consumerKey,
        oauth_nonce: randomBytes(16).toString('hex'),
        oauth_signature_method: signatureMethod,
        oauth_timestamp: String(Math.floor(now / 1000)),
        oauth_version: '1.0',
      };
      const signature = signatureOf({ method, url, parameters }, signatureMethod, consumerSecret.reveal());
      const fields = Object.entries({ ...parameters, oauth_signature: signature }).map(
        ([name, value]) => `${percentEncode(name)}="${percentEncode(value)}"`,
      );
      if (realm !== undefined) fields.unshift(`realm="${realm.replace(/[\\"]/g, '\\$&')}"`);
      return { authorization: `OAuth ${fields.join(', ')}` };
    },
  };
}
