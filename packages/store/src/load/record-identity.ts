import { type EntityName, entities } from '@collegial/model';

/** Separates the values of a key in its text. */
const separator = '\u001f';

/** Gives the key of a record of an entity as one text. */
export function identityIn(entity: EntityName): (record: object) => string {
  const key: readonly string[] = entities[entity].key;
  const [only = ''] = key;
  if (key.length === 1) return (record) => String((record as Record<string, unknown>)[only]);
  return (record) => identityOf(key.map((field) => String((record as Record<string, unknown>)[field])));
}

/** SQL for the same of the columns of a key. */
export const identitySql = (columns: readonly string[]) =>
  columns.map((name) => `cast("${name}" as varchar)`).join(' || chr(31) || ');

/** A key as one text. */
export function identityOf(key: readonly string[]): string {
  return key.join(separator);
}

/** The values of a key from its text. */
export function keyOf(identity: string): string[] {
  return identity.split(separator);
}

/** Records with their keys as texts, of which each is there once. */
export interface DistinctRecords {
  readonly records: readonly object[];
  /** In the order of the records. */
  readonly identities: readonly string[];
}

/** The records of a batch, each key once: the last of several wins. */
export function lastOfEach(entity: EntityName, records: readonly object[]): DistinctRecords {
  const identities = records.map(identityIn(entity));
  if (new Set(identities).size === records.length) return { records, identities };
  const latest = new Map<string, object>();
  for (const [index, record] of records.entries()) latest.set(identities[index] as string, record);
  return { records: [...latest.values()], identities: [...latest.keys()] };
}
