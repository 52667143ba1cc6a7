import { type Network, networkOf } from './network.ts';
import type { NetworkInput } from './network-input.ts';

/** How much more weight lies within groups than by chance; `null` without ties. */
export interface Modularity {
  /** Of the undirected projection (Newman & Girvan 2004, with weights Newman 2004, eq. 2). */
  readonly undirected: number | null;
  /** Of the directed network (Arenas et al. 2007; Leicht & Newman 2008, eq. 3). */
  readonly directed: number | null;
}

/**
 * Modularity of the given groups, by weight, resolution 1: share of weight within groups less what the strengths of their
 * members let expect. Nodes without a known group, and their ties, are left out.
 */
export function modularity(input: NetworkInput | Network): Modularity {
  const network = networkOf(input);
  return modularityOf(network, network.groupOf);
}

/** Modularity of any division of the nodes; those with label -1 are left out. */
export function modularityOf({ out, undirected }: Network, label: Int32Array): Modularity {
  return { undirected: quality(undirected, label), directed: quality(out, label) };
}

function quality({ start, target, weight }: Network['out'], label: Int32Array): number | null {
  const leaves = new Map<number, number>();
  const reaches = new Map<number, number>();
  let total = 0;
  let within = 0;
  for (let node = 0; node + 1 < start.length; node++) {
    const own = label[node]!;
    if (own === -1) continue;
    for (let at = start[node]!; at < start[node + 1]!; at++) {
      const other = label[target[at]!]!;
      if (other === -1) continue;
      leaves.set(own, (leaves.get(own) ?? 0) + weight[at]!);
      reaches.set(other, (reaches.get(other) ?? 0) + weight[at]!);
      total += weight[at]!;
      if (own === other) within += weight[at]!;
    }
  }
  if (total === 0) return null;
  // In the projection each tie stands twice, so that leaving and reaching weight are both the strength.
  let chance = 0;
  for (const [group, left] of leaves) chance += (left / total) * ((reaches.get(group) ?? 0) / total);
  return within / total - chance;
}
