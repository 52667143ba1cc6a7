import type { EntityInput, EntityName } from '@collegial/model';
import type { ResultRule } from '../mapping/mapping-settings.ts';
import { type Answer, jsonAnswer, refusal } from './answer.ts';
import { answerList, answerOne } from './answer-list.ts';
import { createGate } from './authenticate.ts';
import { type Listening, listen } from './listen.ts';
import { type Route, routeOf, serviceOf } from './routes.ts';
import type { OneRosterServerOptions } from './server-options.ts';
import { World } from './world.ts';

/** A server that answers as the OneRoster specification says, or as its quirks make it, from a dataset of the domain model. */
export interface OneRosterServer {
  /** Fetch handler, at any origin. */
  handle(request: Request): Promise<Response>;
  /** Serves on the loopback interface. `url` is the base URL for the connector; tokens come from `/token` below it. */
  listen(options?: { readonly port?: number }): Promise<Listening>;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How the results of the dataset are read: for the setting `results` of the connector. */
  readonly results: readonly ResultRule[];
  /** Requests answered so far. */
  readonly requests: number;
  /**
   * Writes a record as someone at a school would; one with the same key is replaced.
   *
   * @param at milliseconds since 1970; default: now
   */
  update<Name extends EntityName>(entity: Name, record: EntityInput<Name>, at?: number): void;
  /**
   * Takes a record away.
   *
   * @param key value of the entity's key, or the values in order
   * @returns whether there was one
   */
  remove(entity: EntityName, key: string | readonly string[], at?: number): boolean;
}

/** The initial data counts as written this long before the server began, out of reach of a read of changes. */
const loadedBefore = 30 * 86_400_000;

/**
 * Makes a OneRoster server over a dataset: tokens or signatures, filters, sorting, paging, deleted objects, errors and discovery as specified, and the
 * quirks of real servers on demand.
 *
 * @example
 * ```ts
 * import { createOneRosterServer } from '@collegial/connector-oneroster/testing';
 *
 * const server = createOneRosterServer({
 *   dataset: { Organisation: [{ id: 'urn:990001', kind: 'school', name: 'Example School' }] },
 * });
 * const refused = await server.handle(new Request('https://sis.example/ims/oneroster/rostering/v1p2/orgs'));
 * refused.status; // 401
 * ```
 */
export function createOneRosterServer(options: OneRosterServerOptions): OneRosterServer {
  const { clientId = 'collegial', clientSecret = 'test-secret', now = Date.now, quirks = {} } = options;
  const world = new World(options, Math.floor(now() / 1000) * 1000 - loadedBefore);
  const gate = createGate(options, now);
  let requests = 0;

  const answer = async (request: Request): Promise<Answer> => {
    requests += 1;
    if (quirks.htmlRateLimitEvery !== undefined && requests % quirks.htmlRateLimitEvery === 0)
      return htmlBusy;
    const url = new URL(request.url);
    if (url.pathname.endsWith('/token')) return gate.token(request);
    const place = placeOf(url, options);
    if (place === undefined) return refusal(404, 'unknownobject', 'there is nothing at this place');
    if (place.path[0] === 'discovery') return discovery(place);
    const scopes = gate.scopesOf(request);
    if (scopes === false) return refusal(401, 'unauthorisedrequest', 'who are you?');
    const route = routeOf(place.path, world);
    if (route === undefined || !belongs(route, place))
      return refusal(404, 'unknownobject', 'there is no such collection');
    if (options.refused?.includes(route.collection) === true || !allows(scopes, route))
      return refusal(403, 'forbidden', 'not for you');
    const addressOf = (collection: string) =>
      `${place.root}${baseOf(place.version, serviceOf(collection))}/${collection}`;
    const writing = { addressOf, quirks };
    return route.single ? answerOne(route, writing) : answerList(route, url, writing);
  };
  const handle = async (request: Request): Promise<Response> => {
    const { status, headers, body } = await answer(request);
    return new Response(body, { status, headers: { ...headers, date: new Date(now()).toUTCString() } });
  };

  return {
    handle,
    listen: (place) => listen(handle, place?.port),
    clientId,
    clientSecret,
    get results() {
      return world.rules;
    },
    get requests() {
      return requests;
    },
    update(entity, record, at = now()) {
      world.put(entity, record, at, now());
    },
    remove(entity, key, at = now()) {
      return world.take(entity, typeof key === 'string' ? [key] : key, at, now());
    },
  };
}

/** Where a request is in the server. */
interface Place {
  readonly root: string;
  readonly version: '1.1' | '1.2';
  readonly service: 'rostering' | 'gradebook' | undefined;
  readonly path: readonly string[];
}

function baseOf(version: '1.1' | '1.2', service: string): string {
  return version === '1.1' ? '/ims/oneroster/v1p1' : `/ims/oneroster/${service}/v1p2`;
}

function placeOf(
  url: URL,
  { version = '1.2', discovery: discoverable = true }: OneRosterServerOptions,
): Place | undefined {
  const match = /^(.*)\/ims\/oneroster\/(?:(rostering|gradebook)\/v1p2|v1p1)\/(.+)$/.exec(url.pathname);
  if (match === null) return undefined;
  const [, before = '', service, rest = ''] = match;
  const asked = service === undefined ? '1.1' : '1.2';
  const path = rest.split('/').map((part) => decodeURIComponent(part));
  if (asked !== version || (path[0] === 'discovery' && !discoverable)) return undefined;
  return { root: `${url.origin}${before}`, version, service: service as Place['service'], path };
}

function belongs({ collection }: Route, { service }: Place): boolean {
  return service === undefined || serviceOf(collection) === service;
}

/** What scopes allow: demographics and the gradebook have their own. */
function allows(scopes: readonly string[] | undefined, { collection }: Route): boolean {
  if (scopes === undefined) return true;
  const wanted =
    collection === 'demographics'
      ? /\/roster-demographics\./
      : serviceOf(collection) === 'gradebook'
        ? /\/gradebook(-core)?\./
        : /\/roster(-core)?\./;
  return scopes.some((scope) => wanted.test(scope));
}

/** The part of the document that says where the service is; its operations are those of the official one. */
function discovery({ root, version, service, path }: Place): Answer {
  const names = { rostering: 'rostersservice', gradebook: 'gradebookservice' } as const;
  if (
    service === undefined ||
    path[1] !== `onerosterv1p2${names[service]}_openapi3_v1p0.json` ||
    path.length !== 2
  )
    return refusal(404, 'unknownobject', 'there is no such document');
  return jsonAnswer({
    openapi: '3.0.0',
    info: { title: 'OneRoster', version: '1.2' },
    servers: [{ url: `${root}${baseOf(version, service)}` }],
    paths: {},
  });
}

const htmlBusy: Answer = {
  status: 429,
  headers: { 'content-type': 'text/html', 'retry-after': '1' },
  body: '<html><body><h1>Too many requests</h1></body></html>',
};
