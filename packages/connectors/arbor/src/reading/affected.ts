import type { ArborClient, Change } from './arbor-client.ts';
import type { ResourceName } from './resource.ts';
import type { Dependency } from './stream-plan.ts';

/** More changed records than this are not followed one by one. */
const mostFollowed = 100;

/**
 * Ids of a stream's records that have to be read again because something that completes them has changed.
 *
 * @returns `undefined` when that cannot be told, and the stream has to be read whole
 */
export async function affectedBy(
  client: ArborClient,
  resource: ResourceName,
  changed: readonly { readonly dependency: Dependency; readonly changes: readonly Change[] }[],
): Promise<ReadonlySet<string> | undefined> {
  const ids = new Set<string>();
  for (const { dependency, changes } of changed) {
    const { follow } = dependency;
    const touched = [...new Map(changes.map((change) => [change.id, change])).values()];
    if (touched.length === 0) continue;
    if (follow === undefined || touched.length > mostFollowed) return undefined;
    for (const change of touched) {
      const named = await namedBy(client, dependency, change);
      if (named === undefined) return undefined;
      if (follow.from === 'self') ids.add(named);
      else
        for await (const row of client.list(resource, client.referringTo(follow.from, follow.of, named)))
          if (row[follow.from] === named) ids.add(row.id);
    }
  }
  return ids;
}

/** The record that a changed one leads to; of one that is gone, only its own id is known. */
async function namedBy(
  client: ArborClient,
  { resource, follow }: Dependency,
  change: Change,
): Promise<string | undefined> {
  const property = follow?.property ?? 'self';
  if (property === 'self') return change.id;
  const stated = change.row[property];
  if (typeof stated === 'string') return stated;
  const row = change.kind === 'delete' ? undefined : await client.get(resource, change.id);
  const named = row?.[property];
  return typeof named === 'string' ? named : undefined;
}
