/** A record of Arbor with references reduced to ids and dates to text. */
export type PlainRow = { readonly id: string } & Readonly<Record<string, unknown>>;

/** Properties that every record has, or that name people. */
const framing = new Set(['entityType', 'href', 'id', 'displayName', 'userTags']);

/**
 * A record as it is used: its id from its address, references as ids, dates as text.
 *
 * @returns `undefined` for what has no address and no id
 */
export function plainRow(row: unknown): PlainRow | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  const given = row as Readonly<Record<string, unknown>>;
  const id = idOf(given.href) ?? textOf(given.id);
  if (id === undefined) return undefined;
  const fields = Object.entries(given).flatMap(([name, value]): [string, unknown][] => {
    if (framing.has(name)) return [];
    const type = typeOf(value);
    return [
      [name, plainValue(value)],
      ...(type === undefined ? [] : [[`${name}Type`, type] as [string, unknown]]),
    ];
  });
  return { ...Object.fromEntries(fields), id };
}

/** Whether a list gave only the address of a record, so that the record itself has to be fetched. */
export function isOnlyReference(row: unknown): boolean {
  return typeof row === 'object' && row !== null && Object.keys(row).every((name) => framing.has(name));
}

/** A reference is an object with an address, or the address itself; a date can be an object around one. */
function plainValue(value: unknown): unknown {
  if (typeof value === 'string') return idOf(value) ?? dayOrText(value);
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== 'object' || value === null) return value;
  const { href, date, entityType, id } = value as Record<string, unknown>;
  if (entityType === 'date') return typeof date === 'string' ? dayOrText(date) : undefined;
  return idOf(href) ?? textOf(id);
}

/** What a reference leads to, where a property can refer to records of several kinds. */
function typeOf(value: unknown): string | undefined {
  const { entityType, href } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  return typeof entityType === 'string' && href !== undefined ? entityType : undefined;
}

function idOf(href: unknown): string | undefined {
  if (typeof href !== 'string') return undefined;
  const last = /^(?:https?:\/\/[^/]+)?\/rest-v2\/[^/?#]+\/([^/?#]+)\/?$/.exec(href)?.[1];
  return last === undefined ? undefined : decoded(last);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const textOf = (value: unknown) =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined;

/** A day is also written as its first moment. */
const dayOrText = (text: string) =>
  /^\d{4}-\d{2}-\d{2}[ T]00:00:00(\.0+)?$/.test(text) ? text.slice(0, 10) : text;
