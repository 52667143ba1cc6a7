import { centralisationOf } from './centralisation-of.ts';
import type { Network } from './network.ts';
import type { NetworkInput } from './network-input.ts';
import { type PathSearch, searchPaths } from './path-search.ts';

/** How near a node is to all others. */
export interface Closeness {
  readonly id: string;
  /** n − 1 over the sum of its distances to all others, 0 to 1. */
  readonly closeness: number;
}

/**
 * Closeness (Freeman 1979; Beauchamp 1965) of every node in the undirected projection, in order of id. Distances are only
 * defined where all can be reached: `null` when the projection is not connected or has fewer than two nodes.
 */
export function closeness(input: NetworkInput | Network): Closeness[] | null {
  return closenessOf(searchPaths(input, { direction: 'undirected' }));
}

/** Closeness from an exact undirected search that was made already. */
export function closenessOf({ network, sources, reached, distance }: PathSearch): Closeness[] | null {
  const others = network.size - 1;
  if (others < 1 || sources.length < network.size || reached.some((count) => count < others)) return null;
  return network.ids.map((id, node) => ({ id, closeness: others / distance[node]! }));
}

/**
 * Freeman's closeness centralisation (1979): the sum of differences from the largest closeness over that of a star,
 * (n − 1)(n − 2)/(2n − 3). `null` when the undirected projection is not connected or has fewer than three nodes.
 */
export function closenessCentralisation(input: NetworkInput | Network): number | null {
  return closenessCentralisationOf(closeness(input));
}

/** The centralisation of closeness that was worked out already. */
export function closenessCentralisationOf(values: readonly Closeness[] | null): number | null {
  if (values === null) return null;
  const size = values.length;
  return centralisationOf(
    values.map(({ closeness: value }) => value),
    ((size - 1) * (size - 2)) / (2 * size - 3),
  );
}
