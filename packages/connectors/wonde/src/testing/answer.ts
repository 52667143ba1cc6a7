import { Buffer } from 'node:buffer';
import { endpoints, type Item } from './endpoints.ts';
import type { People } from './people.ts';
import { indexWorld, type WorldIndex } from './school-index.ts';
import type { WondeServerOptions } from './server-options.ts';
import { instantOf, secondsOf } from './wire-date.ts';
import { wireId } from './wire-id.ts';
import { wireSchool } from './wire-rows.ts';
import type { World } from './world.ts';

/** What is sent back: all bodies are JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const json = (status: number, body: string, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(body),
});

/** An answer that is not a success, in the form that Laravel gives it. */
export function refusal(status: number, error: string, headers?: Answer['headers']): Answer {
  return json(status, JSON.stringify({ error }), headers);
}

/** Answers requests for lists from the world as it is now. */
export class Answers {
  readonly #world: World;
  readonly #people: People;
  readonly #options: WondeServerOptions;
  readonly #now: () => number;
  #index: WorldIndex | undefined;
  #version = -1;
  #items = new Map<string, readonly Item[]>();
  #schools = new Map<string, string>();

  constructor(world: World, people: People, options: WondeServerOptions, now: () => number) {
    this.#world = world;
    this.#people = people;
    this.#options = options;
    this.#now = now;
  }

  /** The answer to a request that is let in. */
  to(url: URL): Answer {
    this.#refresh();
    const path = url.pathname.replace(/^\/v1\.0\//, '').replace(/\/+$/, '');
    if (path === 'schools') return this.#list(url, this.#schoolItems());
    const [, id = '', below = ''] = /^schools\/([^/]+)\/(.+)$/.exec(path) ?? [];
    const organisationId = this.#schools.get(id);
    if (organisationId === undefined) return refusal(404, 'The requested resource does not exist.');
    const refused = this.#options.refused ?? [];
    if (refused.includes(below) || refused.includes(`${id}/${below}`))
      return refusal(403, 'You do not have permission to view this resource.');
    if (below === 'attendance/session') return this.#marks(url, organisationId);
    const list = endpoints[below];
    if (list === undefined) return refusal(404, 'The requested resource does not exist.');
    const today = instantOf(Math.floor(this.#now() / 1000)).slice(0, 10);
    const key = `${id}/${below}/${today}/${url.searchParams.get('type') ?? ''}`;
    let items = this.#items.get(key);
    if (items === undefined) {
      items = list({
        world: this.#world,
        index: this.#index as WorldIndex,
        school: this.#index?.schools.get(organisationId) as never,
        organisationId,
        people: this.#people,
        today,
        query: url.searchParams,
      });
      if (this.#items.size >= 64) this.#items.clear();
      this.#items.set(key, items);
    }
    return this.#list(url, items);
  }

  #refresh(): void {
    if (this.#version === this.#world.version) return;
    this.#version = this.#world.version;
    this.#index = indexWorld(this.#world);
    this.#items = new Map();
    this.#schools = new Map([...this.#index.schools.keys()].map((id) => [wireId('school', id), id]));
  }

  #schoolItems(): Item[] {
    const { Organisation, OrganisationLink } = this.#world.tables;
    const authorities = new Map(
      [...OrganisationLink.values()].flatMap(({ record }) => {
        const code = record.kind === 'authority' ? /^la:(\d{3})$/.exec(record.relatedId)?.[1] : undefined;
        return code === undefined ? [] : [[record.organisationId, code] as const];
      }),
    );
    return [...Organisation.values()]
      .filter(({ record }) => record.kind === 'school')
      .map(({ record, updatedAt }) => ({
        updatedAt,
        write: () => wireSchool(record, authorities.get(record.id)),
      }));
  }

  #list(url: URL, items: readonly Item[]): Answer {
    const after = secondsOf(url.searchParams.get('updated_after') ?? '');
    const chosen = after === undefined ? items : items.filter(({ updatedAt }) => updatedAt > after);
    const includes = new Set(url.searchParams.get('include')?.split(',') ?? []);
    const { first, count } = this.#page(url);
    const rows = chosen.slice(first, first + count).map((item) => JSON.stringify(item.write(includes)));
    return this.#written(url, rows.join(','), chosen.length);
  }

  #marks(url: URL, organisationId: string): Answer {
    const { first, count } = this.#page(url);
    const query = url.searchParams;
    const filter = {
      updatedAfter: secondsOf(query.get('updated_after') ?? ''),
      from: query.get('from') ?? undefined,
      to: query.get('to') ?? undefined,
    };
    const { items, total } = this.#world.marks(organisationId).pages.page(filter, first, count);
    return this.#written(url, items, total);
  }

  #page(url: URL): { first: number; count: number; number: number } {
    const { perPage = 50, mostPerPage = 500 } = this.#options;
    const asked = Number(url.searchParams.get('per_page') ?? perPage);
    const count = Math.max(1, Math.min(mostPerPage, Number.isInteger(asked) ? asked : perPage));
    const page = Number(url.searchParams.get('page') ?? 1);
    const number = Number.isInteger(page) && page > 0 ? page : 1;
    return { first: (number - 1) * count, count, number };
  }

  /** The pagination is left out, as documented, when nobody asked for a number of rows and all fit on one page. */
  #written(url: URL, items: string, total: number): Answer {
    const { first, count, number } = this.#page(url);
    const more = first + count < total;
    const at = (page: number) => {
      const target = new URL(url);
      target.searchParams.set('per_page', String(count));
      target.searchParams.set('page', String(page));
      return target.href;
    };
    const pagination = {
      next: more ? at(number + 1) : null,
      previous: number > 1 ? at(number - 1) : null,
      more,
      per_page: count,
      current_page: number,
    };
    const paged = url.searchParams.has('per_page') || total > count;
    return json(
      200,
      `{"data":[${items}],"meta":${JSON.stringify(paged ? { pagination } : { includes: [] })}}`,
    );
  }
}
