import type { EntityInput, EntityName } from '@collegial/model';
import type { AssessmentSetting } from '../edfi-config.ts';
import { isAtLeast } from '../service/discovery.ts';
import { discoveryOf, json, problem } from './answers.ts';
import { type Listening, listen } from './listen.ts';
import { Lists } from './lists.ts';
import type { EdfiServerOptions } from './server-options.ts';
import { WireDataset } from './wire-dataset.ts';
import { type WireRow, World } from './world.ts';

/** A server that answers as an Ed-Fi ODS/API does, from a dataset of the domain model. */
export interface EdfiServer {
  /** Fetch handler; paths begin with `/api/`, at any origin. */
  handle(request: Request): Promise<Response>;
  /** Serves on the loopback interface. `url` is the base URL for the connector. */
  listen(options?: { readonly port?: number }): Promise<Listening>;
  /** Key and secret that are let in. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** How the scores of the dataset are read: for the setting `assessments` of the connector. */
  readonly assessments: readonly AssessmentSetting[];
  /** Requests answered so far. */
  readonly requests: number;
  /** Newest change version. */
  readonly newest: number;
  /** Id that the connector gives an organisation of the dataset. */
  organisationId(datasetId: string): string;
  /** Writes a record as someone at a school would; one with the same key is replaced. */
  update<Name extends EntityName>(entity: Name, record: EntityInput<Name>): void;
  /**
   * Takes a record away.
   *
   * @returns whether there was one
   */
  remove(entity: EntityName, key: string | readonly string[]): boolean;
  /** GUIDs of a resource with the rows as they are kept, to change one by hand. */
  rows(resource: string): { readonly guid: string; readonly row: WireRow }[];
  /** Writes a row of a resource; without a GUID a new one. */
  put(resource: string, row: WireRow, guid?: string): string;
  /** Deletes a row of a resource. */
  delete(resource: string, guid: string): boolean;
  /** Changes natural keys of a row, and the references to it. */
  changeKey(resource: string, guid: string, change: WireRow): void;
}

const path = '/api';

/**
 * Makes an Ed-Fi server over a dataset: discovery, tokens, the resources that the connector reads with offset and cursor paging, `Total-Count`, filters,
 * the limit of 500, problem details, and change queries. `/deletes` and `/keyChanges` are not in the official documents: they are as public clients
 * read them.
 *
 * @example
 * ```ts
 * import { createEdfiServer } from '@collegial/connector-edfi/testing';
 *
 * const server = createEdfiServer({
 *   dataset: { Organisation: [{ id: 'urn:990001', kind: 'school', name: 'Example School' }] },
 * });
 * const response = await server.handle(new Request('https://edfi.example/api/'));
 * (await response.json()).version; // 7.3
 * ```
 */
export function createEdfiServer(options: EdfiServerOptions): EdfiServer {
  const { clientId = 'test-key', clientSecret = 'test-secret', now = Date.now, version = '7.3' } = options;
  const { tokenLife = 1800, dataStandard = isAtLeast(version, 7, 0) ? 5 : 4 } = options;
  const world = new World();
  const dataset = new WireDataset(options, world, dataStandard);
  dataset.fill();
  const lists = new Lists(world, { ...options, version, dataStandard });
  const tokens = new Map<string, number>();
  let requests = 0;
  let made = 0;

  const token = async (request: Request): Promise<Response> => {
    const form = new URLSearchParams(await request.text());
    const [, basic] = /^Basic ([\w+/=]+)$/.exec(request.headers.get('authorization') ?? '') ?? [];
    const [user, password] =
      basic === undefined
        ? [form.get('client_id'), form.get('client_secret')]
        : (Buffer.from(basic, 'base64').toString().split(':') as [string, string]);
    if (form.get('grant_type') !== 'client_credentials')
      return json({ error: 'unsupported_grant_type' }, 400);
    if (user !== clientId || password !== clientSecret) return json({ error: 'invalid_client' }, 401);
    made += 1;
    const issued = `token-${made}`;
    tokens.set(issued, now() + tokenLife * 1000);
    return json({ access_token: issued, expires_in: tokenLife, token_type: 'bearer' });
  };

  const handle = async (request: Request): Promise<Response> => {
    requests += 1;
    const url = new URL(request.url);
    options.onRequest?.(url);
    const at = url.pathname.replace(/\/+$/, '');
    if (at === path)
      return json(
        discoveryOf(`${url.origin}${path}`, version, dataStandard, options.changeQueries !== false),
      );
    if (at === `${path}/oauth/token` && request.method === 'POST') return await token(request);
    const [, bearer = ''] = /^bearer (.+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
    if ((tokens.get(bearer) ?? 0) <= now())
      return problem(version, 401, 'security:authentication', 'Authentication Failed');
    if (at === `${path}/changeQueries/v1/availableChangeVersions` && options.changeQueries !== false)
      return json({ oldestChangeVersion: 0, newestChangeVersion: world.newest });
    const [, resource, rest] =
      new RegExp(`^${path}/data/v3/ed-fi/([A-Za-z]+)(?:/([\\w-]+))?$`).exec(at) ?? [];
    if (resource === undefined || !world.has(resource))
      return problem(version, 404, 'not-found', 'Not Found');
    if (options.refused?.includes(resource) || options.refused?.includes(`${resource}/${rest}`))
      return problem(version, 403, 'security:authorization:access-denied:action', 'Authorization Denied');
    return lists.answer(resource, rest, url.searchParams);
  };

  return {
    handle,
    listen: (place) => listen(handle, path, place?.port),
    clientId,
    clientSecret,
    get requests() {
      return requests;
    },
    get newest() {
      return world.newest;
    },
    get assessments() {
      return dataset.assessments();
    },
    organisationId: (id) => dataset.organisationId(id),
    update: (entity, record) => dataset.update(entity, record),
    remove: (entity, key) => dataset.remove(entity, typeof key === 'string' ? [key] : key),
    rows: (resource) =>
      world.order(resource).map((guid) => ({ guid, row: world.get(resource, guid)?.row ?? {} })),
    put(resource, row, guid = dataset.newGuid()) {
      world.put(resource, guid, row);
      return guid;
    },
    delete: (resource, guid) => world.delete(resource, guid),
    changeKey: (resource, guid, change) =>
      world.changeKey(resource, guid, change, options.silentCascades === true),
  };
}
