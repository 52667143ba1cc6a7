import { CollegialError } from '@collegial/model';
import type { ArborClient } from './arbor-client.ts';
import type { PlainRow } from './plain-row.ts';
import type { ResourceName } from './resource.ts';

/** After so many single requests for one resource, its list is read instead. */
const mostSingles = 25;

/** Properties that are kept of looked-up records: nothing else of a person stays in memory. */
export type Kept = Readonly<Record<ResourceName, readonly string[]>>;

/** Looks up records that others refer to: one by one while they are few, else by their whole list, each at most once. */
export class Lookups {
  readonly #client: ArborClient;
  readonly #kept: Kept;
  readonly #denied: (resource: ResourceName) => void;
  readonly #whole = new Map<ResourceName, Promise<ReadonlyMap<string, PlainRow>>>();
  readonly #indexes = new Map<string, ReadonlyMap<string, readonly PlainRow[]>>();
  readonly #single = new Map<string, Promise<readonly PlainRow[]>>();
  readonly #asked = new Map<ResourceName, number>();
  readonly #readWhole: boolean;

  /**
   * @param options.whole true when most records will be needed
   * @param options.denied called once for each resource that the credentials may not read; it then has no records
   */
  constructor(
    client: ArborClient,
    { kept, whole, denied }: { kept: Kept; whole: boolean; denied: (resource: ResourceName) => void },
  ) {
    this.#client = client;
    this.#kept = kept;
    this.#readWhole = whole;
    this.#denied = denied;
  }

  /** The record that a reference names. */
  async one(resource: ResourceName, id: unknown): Promise<PlainRow | undefined> {
    if (typeof id !== 'string') return undefined;
    if (this.#useWhole(resource)) return (await this.all(resource)).get(id);
    const [found] = await this.#fetch(resource, `${id}`, async () => {
      const row = await this.#client.get(resource, id);
      return row === undefined ? [] : [row];
    });
    return found;
  }

  /** The records of a resource whose property names a record of another. */
  async by(
    resource: ResourceName,
    property: string,
    of: ResourceName,
    id: unknown,
  ): Promise<readonly PlainRow[]> {
    if (typeof id !== 'string') return [];
    if (this.#useWhole(resource)) return (await this.#index(resource, property)).get(id) ?? [];
    return await this.#fetch(resource, `${property} ${id}`, async () => {
      const rows: PlainRow[] = [];
      // A server that does not know the filter gives all.
      for await (const row of this.#client.list(resource, this.#client.referringTo(property, of, id)))
        if (row[property] === id) rows.push(this.#keep(resource, row));
      return rows;
    });
  }

  /** All records of a resource by id. */
  all(resource: ResourceName): Promise<ReadonlyMap<string, PlainRow>> {
    const known = this.#whole.get(resource);
    if (known !== undefined) return known;
    const reading = this.#allowed(
      resource,
      async () => {
        const rows = new Map<string, PlainRow>();
        for await (const row of this.#client.list(resource)) rows.set(row.id, this.#keep(resource, row));
        return rows as ReadonlyMap<string, PlainRow>;
      },
      new Map(),
    );
    this.#whole.set(resource, reading);
    return reading;
  }

  #useWhole(resource: ResourceName): boolean {
    return this.#readWhole || this.#whole.has(resource) || (this.#asked.get(resource) ?? 0) >= mostSingles;
  }

  async #index(resource: ResourceName, property: string): Promise<ReadonlyMap<string, readonly PlainRow[]>> {
    const rows = await this.all(resource);
    const name = `${resource} ${property}`;
    const known = this.#indexes.get(name);
    if (known !== undefined) return known;
    const index = new Map<string, PlainRow[]>();
    for (const row of rows.values()) {
      const id = row[property];
      if (typeof id !== 'string') continue;
      const list = index.get(id);
      if (list === undefined) index.set(id, [row]);
      else list.push(row);
    }
    this.#indexes.set(name, index);
    return index;
  }

  #fetch(resource: ResourceName, name: string, read: () => Promise<readonly PlainRow[]>) {
    const key = `${resource} ${name}`;
    const known = this.#single.get(key);
    if (known !== undefined) return known;
    this.#asked.set(resource, (this.#asked.get(resource) ?? 0) + 1);
    const reading = this.#allowed(
      resource,
      async () => (await read()).map((row) => this.#keep(resource, row)),
      [],
    );
    this.#single.set(key, reading);
    return reading;
  }

  async #allowed<Result>(
    resource: ResourceName,
    read: () => Promise<Result>,
    nothing: Result,
  ): Promise<Result> {
    try {
      return await read();
    } catch (error) {
      if (!CollegialError.isInstance(error) || error.code !== 'http.scope') throw error;
      this.#denied(resource);
      return nothing;
    }
  }

  #keep(resource: ResourceName, row: PlainRow): PlainRow {
    const kept = this.#kept[resource] ?? [];
    return Object.fromEntries([['id', row.id], ...kept.map((name) => [name, row[name]])]) as PlainRow;
  }
}
