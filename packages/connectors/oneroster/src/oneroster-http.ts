import { type Authorization, clientCredentials, type HttpSettings, oauth1 } from '@collegial/connector-kit';
import type { OneRosterConfig } from './oneroster-config.ts';

/** How requests are made. */
export function httpOf(config: OneRosterConfig): HttpSettings {
  return { baseUrl: rootOf(config.baseUrl), authorization: authorizationOf(config), failureIn };
}

/** A status of the standard that says failure although HTTP says success, and what gateways write in its place. */
function failureIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'no object';
  const { imsx_codeMajor: major, success } = body as { imsx_codeMajor?: unknown; success?: unknown };
  if (major === 'failure' || major === 'unsupported') return 'a status of failure';
  return success === false ? 'no success' : undefined;
}

/** The address before `/ims/oneroster`. */
export function rootOf(baseUrl: string): string {
  const url = new URL(baseUrl);
  return `${url.origin}${url.pathname.replace(/\/ims\/oneroster(\/.*)?$/, '').replace(/\/+$/, '')}/`;
}

function authorizationOf(config: OneRosterConfig): Authorization {
  const { authentication } = config;
  if (authentication.type === 'bearer') return { type: 'bearer', token: () => authentication.token.reveal() };
  if (authentication.type === 'oauth1') {
    const { consumerKey, consumerSecret, method } = authentication;
    return oauth1({ consumerKey, consumerSecret, method });
  }
  const { tokenUrl, clientId, clientSecret, style, scopes } = authentication;
  return clientCredentials({ tokenUrl, clientId, clientSecret, style, scope: scopes ?? scopesOf(config) });
}

/** The scopes for reading what the settings name; for `auto`, those of both versions. */
export function scopesOf({
  version,
  gradebook,
  demographics,
}: Pick<OneRosterConfig, 'version' | 'gradebook' | 'demographics'>): string[] {
  const base = (of: string) => `https://purl.imsglobal.org/spec/or/${of}/scope`;
  const roster = ['roster-core.readonly', ...(demographics ? ['roster-demographics.readonly'] : [])];
  const v1p2 = [...roster, ...(gradebook ? ['gradebook.readonly'] : [])].map(
    (name) => `${base('v1p2')}/${name}`,
  );
  const v1p1 = [...roster, ...(gradebook ? ['gradebook.readonly'] : [])].map(
    (name) => `${base('v1p1')}/${name}`,
  );
  if (version === '1.1') return v1p1;
  return version === '1.2' ? v1p2 : [...v1p2, ...v1p1];
}
