import fc from 'fast-check';
import type { HttpClient, HttpRequest } from '../http/http-client.ts';

/** What happens at the source before a request, and to its answer. */
export interface Event {
  /** Positions, as shares of the list, at which a row is added or deleted. */
  readonly add: readonly number[];
  readonly remove: readonly number[];
  /** Rows that the server gives at most. */
  readonly clamp: number;
  readonly fault: 'none' | 'empty' | 'repeat';
}

/** Events of one read; the last one stays for good, so that every read can end. */
export function events(options: { leastClamp: number; moves: 'none' | 'removals' | 'all'; faults: boolean }) {
  const share = fc.double({ min: 0, max: 0.999, noNaN: true });
  const few = (allowed: boolean) => fc.array(share, { maxLength: allowed ? 3 : 0 });
  return fc.array(
    fc.record({
      add: few(options.moves === 'all'),
      remove: few(options.moves !== 'none'),
      clamp: fc.integer({ min: options.leastClamp, max: 12 }),
      fault: options.faults
        ? fc.oneof(
            { weight: 4, arbitrary: fc.constant('none' as const) },
            { weight: 1, arbitrary: fc.constantFrom('empty' as const, 'repeat' as const) },
          )
        : fc.constant('none' as const),
    }),
    { maxLength: 40 },
  );
}

/** A server with a list in a fixed order, which changes while it is read. */
export class MovingServer {
  /** Rows in order; new ones get ids of their own. */
  readonly list: { id: number }[];
  readonly removed = new Set<number>();
  requests = 0;
  readonly #initial: number;
  readonly #events: readonly Event[];
  readonly #told: { total: boolean; link: boolean };
  #nextId: number;
  #previous: unknown;
  #faulty = false;

  constructor(size: number, happens: readonly Event[], told: { total?: boolean; link?: boolean } = {}) {
    this.list = Array.from({ length: size }, (_, id) => ({ id }));
    this.#initial = size;
    this.#nextId = size;
    this.#events = happens;
    this.#told = { total: told.total === true, link: told.link === true };
  }

  /** Ids of the rows that were there all the time. */
  survivors(): number[] {
    return Array.from({ length: this.#initial }, (_, id) => id).filter((id) => !this.removed.has(id));
  }

  get http(): HttpClient {
    const json = async (path: string, { search = {} }: HttpRequest = {}) => this.#answer(path, search);
    return { json } as unknown as HttpClient;
  }

  #answer(path: string, search: NonNullable<HttpRequest['search']>) {
    const event = this.#events[this.requests];
    this.requests += 1;
    for (const share of event?.remove ?? []) {
      const [row] = this.list.splice(Math.floor(share * this.list.length), 1);
      if (row !== undefined) this.removed.add(row.id);
    }
    for (const share of event?.add ?? []) {
      this.list.splice(Math.floor(share * this.list.length), 0, { id: this.#nextId });
      this.#nextId += 1;
    }
    const offset = Number(search.offset ?? 0);
    const end = offset + Math.min(Number(search.limit ?? 10), event?.clamp ?? 12);
    const headers = new Headers();
    const url = new URL(path, 'https://mis.example/').href;
    const told = this.#told.total ? { total: this.list.length } : {};
    // Never twice in a row: nobody could tell that from an empty list, or from the list.
    const fault = this.#faulty ? 'none' : event?.fault;
    this.#faulty = fault === 'empty' || (fault === 'repeat' && this.#previous !== undefined);
    if (fault === 'empty') return { body: { data: [], ...told }, headers, url };
    if (this.#faulty) return this.#previous;
    if (this.#told.link && end < this.list.length) headers.set('link', '</x?offset=1>; rel="next"');
    this.#previous = { body: { data: this.list.slice(offset, end), ...told }, headers, url };
    return this.#previous;
  }
}
