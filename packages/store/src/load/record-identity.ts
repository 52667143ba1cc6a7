import { type EntityName, entities } from '@collegial/model';

/** Separates the values of a key in its text. */
const separator = '\u001f';

/** The key of a record as one text. */
export function recordIdentity(entity: EntityName, record: object): string {
  const values = record as Record<string, unknown>;
  return identityOf(entities[entity].key.map((field) => String(values[field])));
}

/** A key as one text. */
export function identityOf(key: readonly string[]): string {
  return key.join(separator);
}

/** The values of a key from its text. */
export function keyOf(identity: string): string[] {
  return identity.split(separator);
}

/** The records of a batch, each key once: the last of several wins. Also how many were passed over. */
export function lastOfEach<Item extends object>(
  entity: EntityName,
  records: readonly Item[],
): { readonly latest: ReadonlyMap<string, Item>; readonly passedOver: number } {
  const latest = new Map<string, Item>();
  for (const record of records) latest.set(recordIdentity(entity, record), record);
  return { latest, passedOver: records.length - latest.size };
}
