import { createHash } from 'node:crypto';
import { keyPaths } from './key-paths.ts';

/** A resource's row as it is kept: without id, links and etag. */
export type WireRow = Readonly<Record<string, unknown>>;

interface Stored {
  readonly row: WireRow;
  readonly changeVersion: number;
}

/** An entry of `/deletes`. */
export interface Deletion {
  readonly id: string;
  readonly changeVersion: number;
  readonly keyValues: WireRow;
}

/** An entry of `/keyChanges`. */
export interface KeyChange {
  readonly id: string;
  readonly changeVersion: number;
  readonly oldKeyValues: WireRow;
  readonly newKeyValues: WireRow;
}

/** GUID of a resource, the same for the same thing in every run. */
export function guidFor(resource: string, id: string): string {
  return createHash('sha256').update(`${resource}\0${id}`).digest('hex').slice(0, 32);
}

/** The rows of an ODS by resource and GUID, each with its change version, and what was deleted and re-keyed. */
export class World {
  newest = 0;
  readonly #tables = new Map<string, Map<string, Stored>>();
  readonly #deletes = new Map<string, Deletion[]>();
  readonly #keyChanges = new Map<string, KeyChange[]>();
  readonly #ordered = new Map<string, readonly string[]>();
  readonly #byKey = new Map<string, Map<string, string>>();

  put(resource: string, guid: string, row: WireRow): void {
    this.newest += 1;
    this.#table(resource).set(guid, { row, changeVersion: this.newest });
    this.#changed(resource);
  }

  get(resource: string, guid: string): Stored | undefined {
    return this.#table(resource).get(guid);
  }

  delete(resource: string, guid: string): boolean {
    const stored = this.get(resource, guid);
    if (stored === undefined) return false;
    this.#table(resource).delete(guid);
    this.newest += 1;
    listIn(this.#deletes, resource).push({
      id: guid,
      changeVersion: this.newest,
      keyValues: keyValuesOf(resource, stored.row),
    });
    this.#changed(resource);
    return true;
  }

  /**
   * Changes natural keys of a row, and the references to it wherever they are.
   *
   * @param silently leaves the change versions of the rows that refer to it as they are
   */
  changeKey(resource: string, guid: string, change: WireRow, silently: boolean): void {
    const stored = this.get(resource, guid);
    if (stored === undefined) return;
    const old = keyValuesOf(resource, stored.row);
    const next: WireRow = { ...old, ...change };
    this.newest += 1;
    this.#table(resource).set(guid, {
      row: replaced(stored.row, old, change, true) as WireRow,
      changeVersion: this.newest,
    });
    listIn(this.#keyChanges, resource).push({
      id: guid,
      changeVersion: this.newest,
      oldKeyValues: old,
      newKeyValues: next,
    });
    this.#changed(resource);
    for (const [name, table] of this.#tables) {
      if (name === resource) continue;
      for (const [id, { row, changeVersion }] of table) {
        const after = replaced(row, old, change, false) as WireRow;
        if (after === row) continue;
        if (!silently) this.newest += 1;
        table.set(id, { row: after, changeVersion: silently ? changeVersion : this.newest });
        const [oldKeyValues, newKeyValues] = [keyValuesOf(name, row), keyValuesOf(name, after)];
        if (!silently && JSON.stringify(oldKeyValues) !== JSON.stringify(newKeyValues))
          listIn(this.#keyChanges, name).push({ id, changeVersion: this.newest, oldKeyValues, newKeyValues });
      }
      this.#changed(name);
    }
  }

  /** GUIDs in the order of the list. */
  order(resource: string): readonly string[] {
    const known = this.#ordered.get(resource) ?? [...this.#table(resource).keys()].sort();
    this.#ordered.set(resource, known);
    return known;
  }

  deletesOf(resource: string): readonly Deletion[] {
    return this.#deletes.get(resource) ?? [];
  }

  keyChangesOf(resource: string): readonly KeyChange[] {
    return this.#keyChanges.get(resource) ?? [];
  }

  /** GUID of the row that has these key values. */
  find(resource: string, key: WireRow): string | undefined {
    let known = this.#byKey.get(resource);
    if (known === undefined) {
      known = new Map(
        [...this.#table(resource)].map(([guid, { row }]) => [textOf(keyValuesOf(resource, row)), guid]),
      );
      this.#byKey.set(resource, known);
    }
    return known.get(textOf(key));
  }

  has(resource: string): boolean {
    return this.#tables.has(resource) || Object.hasOwn(keyPaths, resource);
  }

  #table(resource: string): Map<string, Stored> {
    const known = this.#tables.get(resource) ?? new Map<string, Stored>();
    this.#tables.set(resource, known);
    return known;
  }

  #changed(resource: string): void {
    this.#ordered.delete(resource);
    this.#byKey.delete(resource);
  }
}

/** Values of the natural key of a row. */
export function keyValuesOf(resource: string, row: WireRow): WireRow {
  return Object.fromEntries(
    (keyPaths[resource] ?? []).map((path) => [
      path.at(-1) as string,
      path.reduce<unknown>((value, name) => (value as WireRow | undefined)?.[name], row),
    ]),
  );
}

function textOf(key: WireRow): string {
  return JSON.stringify(
    Object.entries(key)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => [name, String(value)]),
  );
}

/** The value with the key changed in every object that holds all of it; the same object when none does. */
function replaced(value: unknown, old: WireRow, change: WireRow, own: boolean): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => replaced(item, old, change, own));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const row = value as WireRow;
  const names = own ? Object.keys(change) : Object.keys(old);
  const holds = names.every((name) => row[name] === old[name]);
  const entries = Object.entries(row).map(
    ([name, inner]) =>
      [
        name,
        holds && Object.hasOwn(change, name) ? change[name] : replaced(inner, old, change, own),
      ] as const,
  );
  return entries.some(([name, inner]) => inner !== row[name]) ? Object.fromEntries(entries) : row;
}

function listIn<Item>(lists: Map<string, Item[]>, name: string): Item[] {
  const known = lists.get(name) ?? [];
  lists.set(name, known);
  return known;
}
