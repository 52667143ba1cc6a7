import { pairsOf } from './combinations.ts';
import { type Network, networkOf } from './network.ts';
import type { NetworkInput } from './network-input.ts';

/** Density of a network; `null` with fewer than two nodes. */
export interface Density {
  /** Arcs over the n(n − 1) that there could be. */
  readonly directed: number | null;
  /** Pairs with an arc in either direction over the n(n − 1)/2 pairs. */
  readonly undirected: number | null;
}

/**
 * Share of possible ties that are there (Wasserman & Faust 1994, 4.1 and 4.3). Self-loops never count.
 *
 * @example
 * ```ts
 * import { density } from '@collegial/collaboration';
 *
 * const nodes = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
 * density({ nodes, edges: [{ from: 'a', to: 'b', weight: 1 }] }).undirected; // 1 of 3 pairs
 * ```
 */
export function density(input: NetworkInput | Network): Density {
  const { size, arcs, ties } = networkOf(input);
  if (size < 2) return { directed: null, undirected: null };
  const pairs = pairsOf(size);
  return { directed: arcs / (2 * pairs), undirected: ties / pairs };
}
