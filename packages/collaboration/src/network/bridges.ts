import { cutSearch } from './cut-search.ts';
import { type Network, networkOf } from './network.ts';
import type { NetworkInput } from './network-input.ts';

/** A tie without which its component falls in two. */
export interface Bridge {
  /** The two nodes it joins, in order of id. */
  readonly between: readonly [string, string];
  /** Number of nodes on the side of each, in the same order. */
  readonly sides: readonly [number, number];
}

/** Bridges of the undirected projection (Tarjan 1974), by their first and second id. */
export function bridges(input: NetworkInput | Network): Bridge[] {
  const network = networkOf(input);
  const { bridges: found, componentSize } = cutSearch(network);
  return found
    .map(({ near, far, size }) => {
      const rest = componentSize[near]! - size;
      return near < far
        ? { ends: [near, far] as const, sides: [rest, size] as const }
        : { ends: [far, near] as const, sides: [size, rest] as const };
    })
    .sort((left, right) => left.ends[0] - right.ends[0] || left.ends[1] - right.ends[1])
    .map(({ ends, sides }) => ({ between: [network.ids[ends[0]]!, network.ids[ends[1]]!], sides }));
}
