import { pairsOf } from './combinations.ts';
import { cutSearch } from './cut-search.ts';
import { type Network, networkOf } from './network.ts';
import type { NetworkInput } from './network-input.ts';
import { weakLabels } from './weak-components.ts';

/** A node on which others depend to stay in contact. */
export interface ArticulationPoint {
  readonly id: string;
  /** Sizes of the parts into which its component falls when it leaves, largest first; at least two. */
  readonly parts: readonly number[];
  /** Weak components of the whole network when it has left. */
  readonly componentsAfter: number;
  /** Pairs of other nodes that were in contact, directly or through others, and no longer are. */
  readonly pairsSeparated: number;
}

/**
 * Articulation points of the undirected projection: nodes whose leaving splits their component (Hopcroft & Tarjan 1973),
 * with what remains. In order of id; a node that is not listed can leave without separating any others.
 */
export function articulationPoints(input: NetworkInput | Network): ArticulationPoint[] {
  const network = networkOf(input);
  const { partsBelow, roots, componentSize } = cutSearch(network);
  const components = weakLabels(network).sizes.length;
  const points: ArticulationPoint[] = [];
  for (const [node, id] of network.ids.entries()) {
    const below = partsBelow.get(node) ?? [];
    const others = componentSize[node]! - 1;
    const above = others - below.reduce((sum, size) => sum + size, 0);
    const parts = roots.has(node) ? [...below] : [...below, above];
    if (below.length === 0 || parts.length < 2) continue;
    parts.sort((left, right) => right - left);
    const kept = parts.reduce((sum, size) => sum + pairsOf(size), 0);
    points.push({
      id,
      parts,
      componentsAfter: components - 1 + parts.length,
      pairsSeparated: pairsOf(others) - kept,
    });
  }
  return points;
}
