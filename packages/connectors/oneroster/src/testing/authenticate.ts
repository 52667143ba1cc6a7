import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { type Answer, jsonAnswer } from './answer.ts';
import type { OneRosterServerOptions } from './server-options.ts';

/** Lets applications in. */
export interface Gate {
  /** Gives out a token. */
  token(request: Request): Promise<Answer>;
  /** The scopes of a request that is let in, `undefined` for all; `false` for one that is not. */
  scopesOf(request: Request): readonly string[] | undefined | false;
}

/** Makes the gate of a server. */
export function createGate(options: OneRosterServerOptions, now: () => number): Gate {
  const { clientId = 'collegial', clientSecret = 'test-secret', tokenSeconds = 3600 } = options;
  const tokens = new Map<string, { until: number; scopes: readonly string[] }>();
  const nonces = new Set<string>();
  return {
    async token(request) {
      const form = new URLSearchParams(await request.text());
      const refused = (error: string, status: number) => jsonAnswer({ error }, {}, status);
      if (request.method !== 'POST' || form.get('grant_type') !== 'client_credentials')
        return refused('unsupported_grant_type', 400);
      const [id, secret] = basicOf(request) ?? [form.get('client_id'), form.get('client_secret')];
      if (id !== clientId || secret !== clientSecret) return refused('invalid_client', 401);
      const scopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
      const token = randomUUID();
      tokens.set(token, { until: now() + tokenSeconds * 1000, scopes });
      return jsonAnswer({
        access_token: token,
        token_type: 'Bearer',
        expires_in: tokenSeconds,
        scope: scopes.join(' '),
      });
    },
    scopesOf(request) {
      const written = request.headers.get('authorization') ?? '';
      if (options.authentication === 'oauth1')
        return isSigned(request, written, { clientId, clientSecret, now, nonces }) ? undefined : false;
      const known = tokens.get(/^Bearer (.+)$/.exec(written)?.[1] ?? '');
      if (known === undefined || known.until <= now()) return false;
      return known.scopes.length === 0 ? undefined : known.scopes;
    },
  };
}

function basicOf(request: Request): [string, string] | undefined {
  const [, encoded] = /^Basic ([\w+/=]+)$/.exec(request.headers.get('authorization') ?? '') ?? [];
  const [id, secret] = Buffer.from(encoded ?? '', 'base64')
    .toString()
    .split(':');
  if (id === undefined || secret === undefined) return undefined;
  return [decodeURIComponent(id.replaceAll('+', ' ')), decodeURIComponent(secret.replaceAll('+', ' '))];
}

interface Known {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly now: () => number;
  readonly nonces: Set<string>;
}

/** RFC 5849, sections 3.2 and 3.4; written apart from the kit's signing, so that one proves the other. */
function isSigned(request: Request, header: string, { clientId, clientSecret, now, nonces }: Known): boolean {
  if (!header.startsWith('OAuth ')) return false;
  const fields = new Map(
    [...header.slice(6).matchAll(/([\w.~%-]+)="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [decodeURIComponent(name), decodeURIComponent(value)] as const,
    ),
  );
  const nonce = fields.get('oauth_nonce') ?? '';
  const age = Math.abs(now() / 1000 - Number(fields.get('oauth_timestamp')));
  if (fields.get('oauth_consumer_key') !== clientId || nonce === '' || nonces.has(nonce) || !(age <= 300))
    return false;
  const url = new URL(request.url);
  const pairs = [
    ...url.searchParams,
    ...[...fields].filter(([name]) => name !== 'oauth_signature' && name !== 'realm'),
  ]
    .map(([name, value]) => `${percentEncoded(name)}=${percentEncoded(value)}`)
    .sort();
  const base = [request.method, `${url.origin}${url.pathname}`, pairs.join('&')]
    .map(percentEncoded)
    .join('&');
  const algorithm = fields.get('oauth_signature_method') === 'HMAC-SHA256' ? 'sha256' : 'sha1';
  const expected = createHmac(algorithm, `${percentEncoded(clientSecret)}&`)
    .update(base)
    .digest();
  const given = Buffer.from(fields.get('oauth_signature') ?? '', 'base64');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  nonces.add(nonce);
  return true;
}

function percentEncoded(text: string): string {
  return Buffer.from(text).reduce(
    (written, byte) =>
      written +
      (/[\w.~-]/.test(String.fromCharCode(byte)) && byte < 128
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`),
    '',
  );
}
