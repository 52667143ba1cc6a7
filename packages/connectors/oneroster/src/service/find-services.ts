import type { HttpClient } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import type { OneRosterConfig } from '../oneroster-config.ts';
import { rootOf } from '../oneroster-http.ts';
import type { Service } from './collections.ts';

/** Where the services of a server are: paths that end in a slash. */
export type Services = Readonly<Record<Service, string>>;

/** Places that the standard gives them, below the address of the server. */
export const v1p1: Services = { rostering: 'ims/oneroster/v1p1/', gradebook: 'ims/oneroster/v1p1/' };
export const v1p2: Services = {
  rostering: 'ims/oneroster/rostering/v1p2/',
  gradebook: 'ims/oneroster/gradebook/v1p2/',
};

/** Names of the OpenAPI documents that a server of 1.2 gives of its services. */
const documents: Readonly<Record<Service, string>> = {
  rostering: 'onerosterv1p2rostersservice_openapi3_v1p0.json',
  gradebook: 'onerosterv1p2gradebookservice_openapi3_v1p0.json',
};

/**
 * Finds the services of a server. `auto` asks for the discovery document of 1.2 and takes the place that it names; without one it asks for an
 * organisation in 1.2, and what 1.2 does not know is taken for 1.1.
 */
export async function findServices(
  http: HttpClient,
  config: OneRosterConfig,
  signal: AbortSignal,
): Promise<Services> {
  const { version, services } = config;
  const given = Object.fromEntries(
    Object.entries(services).flatMap(([name, path]) =>
      path === undefined ? [] : [[name, `${path.replace(/\/+$/, '')}/`]],
    ),
  );
  if (version === '1.1') return { ...v1p1, ...given };
  if (version === '1.2') return { ...v1p2, ...given };
  if (services.rostering !== undefined && services.gradebook !== undefined) return { ...v1p2, ...given };
  const rostering = await discovered('rostering', http, config, signal);
  if (rostering === undefined && !(await answers(`${v1p2.rostering}orgs`, http, signal)))
    return { ...v1p1, ...given };
  const gradebook = config.gradebook ? await discovered('gradebook', http, config, signal) : undefined;
  return { rostering: rostering ?? v1p2.rostering, gradebook: gradebook ?? v1p2.gradebook, ...given };
}

/** Path from the discovery document; `undefined` without a document. A document that names another server is not followed there. */
async function discovered(
  service: Service,
  http: HttpClient,
  { baseUrl }: OneRosterConfig,
  signal: AbortSignal,
): Promise<string | undefined> {
  const body = await tried(() => http.json(`${v1p2[service]}discovery/${documents[service]}`, { signal }));
  if (typeof body !== 'object' || body === null || !('openapi' in body)) return undefined;
  const address = addressIn(body as Document);
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.origin !== new URL(rootOf(baseUrl)).origin) return v1p2[service];
  return `${url.pathname.replace(/\/+$/, '')}/`;
}

interface Document {
  readonly servers?: readonly {
    readonly url?: unknown;
    readonly variables?: Readonly<Record<string, { readonly default?: unknown }>>;
  }[];
}

function addressIn({ servers }: Document): string | undefined {
  const server = Array.isArray(servers) ? servers[0] : undefined;
  if (typeof server?.url !== 'string') return undefined;
  return server.url.replaceAll(/\{(\w+)\}/g, (whole: string, name: string) => {
    const value = server.variables?.[name]?.default;
    return typeof value === 'string' ? value : whole;
  });
}

/** True when there is something at a path, even something that the credentials may not read. */
async function answers(path: string, http: HttpClient, signal: AbortSignal): Promise<boolean> {
  try {
    await http.json(path, { search: { limit: 1 }, signal });
    return true;
  } catch (error) {
    if (isOneOf(error, ['http.scope'])) return true;
    if (isOneOf(error, ['http.not-found', 'http.schema'])) return false;
    throw error;
  }
}

async function tried(ask: () => Promise<{ body: unknown }>): Promise<unknown> {
  try {
    return (await ask()).body;
  } catch (error) {
    // Servers also answer 401, 403 or a page for people to what they do not know.
    if (isOneOf(error, ['http.not-found', 'http.schema', 'http.scope', 'http.auth'])) return undefined;
    throw error;
  }
}

/** True for an error with one of these codes. */
export function isOneOf(error: unknown, codes: readonly string[]): boolean {
  return CollegialError.isInstance(error) && codes.includes(error.code);
}
