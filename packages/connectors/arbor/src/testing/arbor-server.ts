import { hrefOf, listKeyOf, pathOf, type ResourceName, recordKeyOf } from '../reading/resource.ts';
import type { StreamPlan } from '../reading/stream-plan.ts';
import { streamPlans } from '../stream-plans.ts';
import type { Fields } from './arbor-world.ts';
import { buildWorld } from './build-world.ts';
import { listen } from './listen.ts';
import type { WorldOptions } from './world-options.ts';

/** What the server is made from, and how it differs from the plainest one. */
export interface ArborServerOptions extends WorldOptions {
  /** Number of the first page; default 1. The official client does not say. */
  readonly firstPage?: 0 | 1;
  /** True: with pages counted from 1, page 0 is page 1; default false, it is empty. */
  readonly pageZeroIsFirst?: boolean;
  /** Rows that a page has at most, whatever is asked for; default 200. */
  readonly mostPerPage?: number;
  /** True: lists give addresses only, and each record has to be fetched; default false. */
  readonly onlyReferences?: boolean;
  /** Resources that the application may not read. */
  readonly refused?: readonly ResourceName[];
}

/** A mock of one school's Arbor, written from the models of the official client. */
export interface ArborServer {
  readonly username: string;
  readonly password: string;
  /** Unique reference number of the school. */
  readonly urn: string;
  /** Requests answered since the server was made. */
  readonly requests: readonly string[];
  /** The revision that was given last. */
  readonly revision: number;
  handle(request: Request): Promise<Response>;
  /** Number under which Arbor knows a record of the dataset. */
  idOf(entity: string, id: string): string | undefined;
  record(resource: ResourceName, id: string): Fields | undefined;
  put(resource: ResourceName, id: string, fields: Fields): void;
  add(resource: ResourceName, fields: Fields): string;
  remove(resource: ResourceName, id: string): boolean;
  /** Forgets the log up to the present revision: older ones are refused from now on. */
  forgetLog(): void;
  /** Called before each request is answered. */
  onRequest: (path: string) => void;
  listen(port?: number): Promise<{ readonly url: string; close(): Promise<void> }>;
}

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

const refusal = (code: number, reason: string) => json(code, { response: { code, success: false, reason } });

/** Makes a mock server over a dataset. */
export function createArborServer(options: ArborServerOptions): ArborServer {
  const { world, idOf } = buildWorld(options);
  const { firstPage = 1, mostPerPage = 200, refused = [] } = options;
  const username = 'application';
  const password = 'correct horse';
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const requests: string[] = [];
  let forgotten = 0;

  const written = (resource: ResourceName, id: string, fields: Fields, whole: boolean): Fields => ({
    entityType: resource,
    href: hrefOf(resource, id),
    displayName: `${resource} ${id}`,
    ...(whole ? fields : {}),
  });

  const list = (resource: ResourceName, query: URLSearchParams): Response => {
    const asked = Number(query.get('page-size') ?? 50);
    const size = Math.max(1, Math.min(mostPerPage, Number.isInteger(asked) ? asked : 50));
    const number = Number(query.get('page-number') ?? firstPage);
    const place = options.pageZeroIsFirst && number === 0 ? 0 : number - firstPage;
    const found = [...world.table(resource)].filter(([, fields]) => passes(fields, query));
    const rows = place < 0 ? [] : found.slice(place * size, (place + 1) * size);
    const items = rows.map(([id, fields]) => written(resource, id, fields, options.onlyReferences !== true));
    return json(200, { response: { code: 200, success: true }, [listKeyOf(resource)]: items });
  };

  const changelog = (resource: ResourceName, query: URLSearchParams): Response => {
    const from = Number(query.get('from-revision') ?? 0);
    const to = Number(query.get('to-revision') ?? world.revision);
    if (from > 0 && from < forgotten) return refusal(400, 'The revision is too old.');
    const changes = world
      .log(resource)
      .filter(({ toRevision }) => toRevision >= from && toRevision <= to && toRevision > forgotten);
    return json(200, {
      changes: changes.map(({ id, ...change }) => ({
        changedObject: { entityType: resource, href: hrefOf(resource, id) },
        ...change,
      })),
    });
  };

  const answer = (request: Request): Response => {
    if (request.headers.get('authorization') !== authorization)
      return refusal(401, 'Wrong user name or password.');
    const url = new URL(request.url);
    const [, path = '', id] = /^\/rest-v2\/([^/]+)(?:\/([^/]+))?$/.exec(url.pathname) ?? [];
    const resource =
      [...world.tables.keys()].find((name) => pathOf(name) === path) ??
      resourceNames.find((name) => pathOf(name) === path);
    if (resource === undefined) return refusal(404, 'There is no such resource.');
    if (refused.includes(resource)) return refusal(403, 'The application may not read this resource.');
    if (id === 'changelog') return changelog(resource, url.searchParams);
    if (id === undefined) return list(resource, url.searchParams);
    const fields = world.table(resource).get(decodeURIComponent(id));
    if (fields === undefined) return refusal(404, 'There is no such record.');
    return json(200, { [recordKeyOf(resource)]: written(resource, id, fields, true) });
  };

  const server: ArborServer = {
    username,
    password,
    urn: options.school.replace(/^urn:/, ''),
    requests,
    get revision() {
      return world.revision;
    },
    async handle(request) {
      const { pathname, search } = new URL(request.url);
      server.onRequest(pathname);
      requests.push(pathname + search);
      return answer(request);
    },
    idOf,
    record: (resource, id) => world.table(resource).get(id),
    put: (resource, id, fields) => world.put(resource, id, fields),
    add: (resource, fields) => world.add(resource, fields),
    remove: (resource, id) => world.remove(resource, id),
    forgetLog: () => {
      forgotten = world.revision;
    },
    onRequest: () => undefined,
    listen: (port) => listen((request) => server.handle(request), port),
  };
  return server;
}

/** Resources that are there even when a school has no records of them. */
const plans: readonly StreamPlan[] = Object.values(streamPlans);
const resourceNames: readonly ResourceName[] = plans.flatMap(({ resource, depends }) => [
  resource,
  ...depends.map((dependency) => dependency.resource),
]);

/** Filters of the form `filters.property.operator`. */
function passes(fields: Fields, query: URLSearchParams): boolean {
  for (const [name, wanted] of query) {
    const [, property, operator] = /^filters\.(\w+)\.(\w+)$/.exec(name) ?? [];
    if (property === undefined) continue;
    const value = fields[property];
    const text =
      typeof value === 'object' && value !== null
        ? String((value as { href?: string }).href)
        : String(value ?? 'NULL');
    if (operator === 'equals' && text !== wanted) return false;
    if (operator === 'from' && text < wanted) return false;
    if (operator === 'to' && text > wanted) return false;
  }
  return true;
}
