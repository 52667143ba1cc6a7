import { createHmac } from 'node:crypto';

/** Settings with which the server lets a connector in. */
export const credentials = { consumerKey: 'collegial', consumerSecret: 'invented-secret-for-tests' };

/**
 * The answer to a request whose signature (RFC 5849) is not right. Real servers also refuse timestamps that are minutes old; this one takes them,
 * since a clock that is wrong is among the faults that the conformance suites play.
 */
export function authorize(request: Request, _now: number): Response | undefined {
  const written = request.headers.get('authorization') ?? '';
  const given = new Map<string, string>();
  for (const [, name = '', value = ''] of written.matchAll(/(\w+)="([^"]*)"/g))
    given.set(name, decodeURIComponent(value));
  if (
    given.get('oauth_consumer_key') === credentials.consumerKey &&
    given.get('oauth_signature') === signatureOf(request, given)
  )
    return undefined;
  return Response.json({ error: 'The signature is missing or wrong.' }, { status: 401 });
}

function signatureOf(request: Request, given: ReadonlyMap<string, string>): string {
  const url = new URL(request.url);
  const signed = [...given].filter(([name]) => name !== 'oauth_signature' && name !== 'realm');
  const pairs = [...signed, ...url.searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`);
  const base = [request.method, `${url.origin}${url.pathname}`, pairs.sort().join('&')].map(encode).join('&');
  return createHmac('sha1', `${encode(credentials.consumerSecret)}&`)
    .update(base)
    .digest('base64');
}

/** As the RFC encodes: everything but letters, digits, hyphen, dot, underscore and tilde. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
