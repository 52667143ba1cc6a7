import type { OneRosterConfig } from '../oneroster-config.ts';

/** The parameter `filter`: at most two predicates joined by `AND`, which is all that the standard allows. */
export function filterOf(
  collection: string,
  { filters, since }: Pick<OneRosterConfig, 'filters' | 'since'>,
  changedSince: string | undefined,
): string | undefined {
  const own = (filters as Readonly<Record<string, string | undefined>>)[collection];
  const from = [changedSince, since]
    .filter((instant) => instant !== undefined)
    .sort()
    .at(-1);
  const changed = from === undefined ? undefined : `dateLastModified>='${new Date(from).toISOString()}'`;
  const predicates = [own, changed].filter((predicate) => predicate !== undefined);
  return predicates.length === 0 ? undefined : predicates.join(' AND ');
}
