import type { Quirks } from './server-options.ts';
import type { Stored } from './world.ts';

/** Collection in which an object of a type is found. */
const collectionOf: Readonly<Record<string, string>> = {
  org: 'orgs',
  user: 'users',
  class: 'classes',
  course: 'courses',
  academicSession: 'academicSessions',
  category: 'categories',
  lineItem: 'lineItems',
};

/** How objects are written. */
export interface Writing {
  /** Address of a collection. */
  readonly addressOf: (collection: string) => string;
  readonly quirks: Quirks;
}

/** By server address: an object is written once, and asked for with every page. */
const known = new WeakMap<Quirks, Map<string, WeakMap<Stored, Record<string, unknown>>>>();

function knownFor({ addressOf, quirks }: Writing): WeakMap<Stored, Record<string, unknown>> {
  const addresses = known.get(quirks) ?? new Map<string, WeakMap<Stored, Record<string, unknown>>>();
  known.set(quirks, addresses);
  const objects = addresses.get(addressOf('orgs')) ?? new WeakMap<Stored, Record<string, unknown>>();
  addresses.set(addressOf('orgs'), objects);
  return objects;
}

/** An object with its status, times and `href`s. */
export function wireObject(stored: Stored, writing: Writing): Record<string, unknown> {
  const objects = knownFor(writing);
  const before = objects.get(stored);
  if (before !== undefined) return before;
  const made = makeObject(stored, writing);
  objects.set(stored, made);
  return made;
}

function makeObject({ row, deleted, modified }: Stored, writing: Writing): Record<string, unknown> {
  const { sourcedId, ...rest } = row;
  const fields = Object.entries(rest).map(([name, value]) => [name, written(name, value, writing)] as const);
  return {
    sourcedId,
    status: deleted ? 'tobedeleted' : 'active',
    dateLastModified: new Date(modified).toISOString(),
    ...Object.fromEntries(fields),
  };
}

function written(name: string, value: unknown, writing: Writing): unknown {
  const { quirks } = writing;
  if (quirks.emptyTitles === true && (name === 'title' || name === 'name')) return '';
  if (quirks.oddBooleans === true && (name === 'enabledUser' || name === 'primary'))
    return value === true || value === 'true' ? 'TRUE' : '0';
  if (Array.isArray(value)) return value.map((item) => written('', item, writing));
  if (typeof value !== 'object' || value === null) return value;
  if (isReference(value)) {
    const address = `${writing.addressOf(collectionOf[value.type] ?? value.type)}/${value.sourcedId}`;
    const href = quirks.relativeHrefs === true ? new URL(address).pathname : address;
    return { href, ...value };
  }
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [
      field,
      written(name === 'metadata' ? 'metadata' : field, inner, writing),
    ]),
  );
}

function isReference(value: object): value is { sourcedId: string; type: string } {
  return 'sourcedId' in value && 'type' in value;
}
