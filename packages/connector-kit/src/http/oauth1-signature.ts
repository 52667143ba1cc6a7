import { createHmac } from 'node:crypto';

/** Methods of signing that are not broken or in the clear. */
export type OAuth1Method = 'HMAC-SHA1' | 'HMAC-SHA256';

/** What a signature of OAuth 1.0 is made of. */
export interface OAuth1Signing {
  readonly method: string;
  readonly url: URL;
  /** The `oauth_*` parameters of the header, without `realm` and `oauth_signature`; not encoded. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Fields of a body of type `application/x-www-form-urlencoded`; not encoded. */
  readonly form?: readonly (readonly [string, string])[];
}

/** Percent-encoding of RFC 5849, section 3.6: everything but letters, digits, `-`, `.`, `_` and `~`, in upper case. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The text that is signed (RFC 5849, section 3.4.1). */
export function signatureBase({ method, url, parameters, form = [] }: OAuth1Signing): string {
  const pairs = [...url.searchParams, ...form, ...Object.entries(parameters)]
    .map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return [method.toUpperCase(), `${url.protocol}//${url.host}${url.pathname}`, pairs]
    .map(percentEncode)
    .join('&');
}

/** The signature in base64 (RFC 5849, section 3.4.2; SHA-256 in the same way). Two-legged: there is no token secret. */
export function signatureOf(
  signing: OAuth1Signing,
  method: OAuth1Method,
  consumerSecret: string,
  tokenSecret = '',
): string {
  const key = `${percentEncode(consumerSecret)}&${percentEncode(tokenSecret)}`;
  return createHmac(method === 'HMAC-SHA1' ? 'sha1' : 'sha256', key)
    .update(signatureBase(signing))
    .digest('base64');
}

/** By code unit, which is by byte: encoded text is ASCII. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
