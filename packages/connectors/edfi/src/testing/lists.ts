import { isAtLeast } from '../service/discovery.ts';
import { json, problem } from './answers.ts';
import { linked } from './key-paths.ts';
import type { EdfiServerOptions } from './server-options.ts';
import { keyValuesOf, type WireRow, type World } from './world.ts';

type Settings = EdfiServerOptions & { readonly version: string; readonly dataStandard: 4 | 5 };

const paging = new Set([
  'limit',
  'offset',
  'totalCount',
  'minChangeVersion',
  'maxChangeVersion',
  'pageToken',
  'pageSize',
]);
const mostRows = 500;

/** Answers requests for resources, their deletions and their changes of keys. */
export class Lists {
  readonly #world: World;
  readonly #settings: Settings;

  constructor(world: World, settings: Settings) {
    this.#world = world;
    this.#settings = settings;
  }

  answer(resource: string, rest: string | undefined, search: URLSearchParams): Response {
    const { version, changeQueries } = this.#settings;
    const number = (name: string) => (search.has(name) ? Number(search.get(name)) : undefined);
    for (const name of ['limit', 'offset', 'pageSize', 'minChangeVersion', 'maxChangeVersion']) {
      const value = number(name);
      const most = name === 'limit' || name === 'pageSize' ? mostRows : Number.MAX_SAFE_INTEGER;
      if (value !== undefined && !(Number.isInteger(value) && value >= 0 && value <= most))
        return problem(version, 400, 'bad-request:parameter', 'Parameter Validation Failed', [
          `${name} must be a number from 0 to ${most}.`,
        ]);
    }
    const within = ({ changeVersion }: { readonly changeVersion: number }) =>
      changeQueries === false ||
      (changeVersion >= (number('minChangeVersion') ?? 0) &&
        changeVersion <= (number('maxChangeVersion') ?? Number.MAX_SAFE_INTEGER));
    if (rest === 'deletes' || rest === 'keyChanges') {
      if (changeQueries === false) return problem(version, 404, 'not-found', 'Not Found');
      const list: readonly { readonly changeVersion: number }[] =
        rest === 'deletes' ? this.#world.deletesOf(resource) : this.#world.keyChangesOf(resource);
      return this.#page(list.filter(within), search, (entry) => entry);
    }
    if (rest !== undefined) {
      const stored = this.#world.get(resource, rest.replaceAll('-', ''));
      return stored === undefined
        ? problem(version, 404, 'not-found', 'Not Found')
        : json(this.#served(rest, stored));
    }
    const filters = [...search].filter(([name]) => !paging.has(name));
    const guids = this.#world.order(resource).filter((guid) => {
      const stored = this.#world.get(resource, guid);
      if (stored === undefined || !within(stored)) return false;
      const values: WireRow = { ...stored.row, ...keyValuesOf(resource, stored.row) };
      return filters.every(([name, value]) => String(values[name]) === value);
    });
    const serve = (guid: string) => {
      const stored = this.#world.get(resource, guid);
      return stored === undefined ? undefined : this.#served(guid, stored);
    };
    const tokens = isAtLeast(version, 7, 3) && (search.has('pageSize') || search.has('pageToken'));
    if (!tokens) return this.#page(guids, search, serve);
    if (search.has('offset') || search.has('limit'))
      return problem(version, 400, 'bad-request:parameter', 'Parameter Validation Failed', [
        'Use either cursor or offset paging.',
      ]);
    const after = Buffer.from(search.get('pageToken') ?? '', 'base64url').toString();
    const size = this.#most(number('pageSize') ?? 25);
    const first = guids.findIndex((guid) => guid > after);
    const rows = first < 0 ? [] : guids.slice(first, first + size);
    const last = rows.at(-1);
    return json(rows.map(serve), 200, {
      ...(last !== undefined && { 'next-page-token': Buffer.from(last).toString('base64url') }),
      ...(search.get('totalCount') === 'true' && { 'total-count': String(guids.length) }),
    });
  }

  #page<Item>(all: readonly Item[], search: URLSearchParams, serve: (item: Item) => unknown): Response {
    const offset = Number(search.get('offset') ?? 0);
    const limit = this.#most(Number(search.get('limit') ?? 25));
    const headers: Record<string, string> =
      search.get('totalCount') === 'true' ? { 'total-count': String(all.length) } : {};
    return json(all.slice(offset, offset + limit).map(serve), 200, headers);
  }

  #most(asked: number): number {
    return Math.min(asked, this.#settings.clamp ?? mostRows);
  }

  #served(
    guid: string,
    { row, changeVersion }: { readonly row: WireRow; readonly changeVersion: number },
  ): unknown {
    const withLinks = this.#settings.links === false ? row : (this.#linked(row) as WireRow);
    return {
      id: guid,
      ...withLinks,
      _etag: String(changeVersion),
      ...(this.#settings.dataStandard === 5 && { _lastModifiedDate: '2025-01-01T00:00:00Z' }),
    };
  }

  #linked(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#linked(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        const served = this.#linked(inner);
        const resource = linked[name];
        const guid = resource === undefined ? undefined : this.#world.find(resource, inner as WireRow);
        if (resource === undefined || guid === undefined) return [name, served];
        return [
          name,
          {
            ...(served as WireRow),
            link: { rel: resource.replace(/ies$|s$/, ''), href: `/ed-fi/${resource}/${guid}` },
          },
        ];
      }),
    );
  }
}
