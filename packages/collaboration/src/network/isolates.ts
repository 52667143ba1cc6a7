import { degreeOf } from './degrees.ts';
import { type Network, networkOf } from './network.ts';
import type { NetworkInput } from './network-input.ts';

/** Ids of the nodes without any arc, in order. */
export function isolates(input: NetworkInput | Network): string[] {
  const { ids, undirected } = networkOf(input);
  return ids.filter((_, node) => degreeOf(undirected, node) === 0);
}
