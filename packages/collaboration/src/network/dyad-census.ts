import { pairsOf } from './combinations.ts';
import { type Network, networkOf } from './network.ts';
import type { NetworkInput } from './network-input.ts';

/** How many pairs of nodes have an arc in both directions, in one, and in none; together n(n − 1)/2. */
export interface DyadCensus {
  readonly mutual: number;
  readonly asymmetric: number;
  readonly null: number;
}

/** Dyad census M, A, N (Holland & Leinhardt 1970). */
export function dyadCensus(input: NetworkInput | Network): DyadCensus {
  const { size, arcs, ties } = networkOf(input);
  // Every tie has one arc, and a mutual one another.
  const mutual = arcs - ties;
  return { mutual, asymmetric: ties - mutual, null: pairsOf(size) - ties };
}
