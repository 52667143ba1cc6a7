import { seededRandom } from '@collegial/statistics';
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { idsByLabel } from './ids-by-label.ts';
import { modularityOf } from './modularity.ts';
import { type Network, networkOf } from './network.ts';
import type { NetworkInput } from './network-input.ts';

/** A division of the network into communities that the ties suggest. */
export interface Communities {
  /** Ids of the members of each, largest first. */
  readonly communities: readonly (readonly string[])[];
  /** Modularity of the division in the undirected projection; `null` without ties. */
  readonly modularity: number | null;
}

/** How {@link communities} searches. */
export interface CommunitiesOptions {
  /** Seed of the orders in which nodes are looked at. Default: 1. */
  readonly seed?: number;
  /** Runs, each in another order; the division with the highest modularity is kept. Default: 10. */
  readonly runs?: number;
}

/**
 * Communities of the undirected projection by weight with the Louvain method (Blondel et al. 2008), resolution 1, through
 * graphology. A heuristic: other divisions can be as good, so compare modularities before reading much into one. The same
 * network gives the same communities, in whatever order its nodes and edges come.
 */
export function communities(
  input: NetworkInput | Network,
  { seed = 1, runs = 10 }: CommunitiesOptions = {},
): Communities {
  const network = networkOf(input);
  const { size, ids } = network;
  let label = positions(size);
  if (network.ties === 0) return { communities: idsByLabel(ids, label), modularity: null };
  const rng = seededRandom(seed);
  let best = Number.NEGATIVE_INFINITY;
  for (let run = 0; run < Math.max(1, runs); run++) {
    // The library varies only where it begins; another order of the nodes finds more different divisions.
    const graph = graphOf(network, run === 0 ? positions(size) : shuffled(size, rng));
    const found = louvain(graph, { getEdgeWeight: 'weight', rng });
    const tried = Int32Array.from(ids, (_, node) => found[String(node)]!);
    const modularity = modularityOf(network, tried).undirected!;
    if (modularity <= best) continue;
    best = modularity;
    label = tried;
  }
  return { communities: idsByLabel(ids, label), modularity: modularityOf(network, label).undirected };
}

/** The undirected projection as a graph of the library, its nodes in the given order. */
function graphOf({ undirected: { start, target, weight } }: Network, order: Int32Array) {
  const graph = new UndirectedGraph<object, { weight: number }>();
  for (const node of order) graph.addNode(node);
  for (const node of order)
    for (let at = start[node]!; at < start[node + 1]!; at++)
      if (target[at]! > node) graph.addEdge(node, target[at]!, { weight: weight[at]! });
  return graph;
}

function positions(size: number): Int32Array {
  return Int32Array.from({ length: size }, (_, position) => position);
}

function shuffled(size: number, random: () => number): Int32Array {
  const order = positions(size);
  for (let at = size - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
