import type { Network } from './network.ts';
import type { NetworkInput } from './network-input.ts';
import { type PathOptions, type PathSearch, searchPaths } from './path-search.ts';

/** How far apart nodes are, in steps. */
export interface PathLengths {
  /** Mean length of the shortest paths between nodes that can reach each other; `null` when none can. */
  readonly averagePathLength: number | null;
  /** Longest shortest path between nodes that can reach each other; of a sample, at least so long. `null` when none can. */
  readonly diameter: number | null;
  /** Share of pairs that can reach each other; without it the other two mislead. `null` with fewer than two nodes. */
  readonly reachablePairs: number | null;
  /** False when searched from a sample of nodes. */
  readonly exact: boolean;
}

/**
 * Average path length and diameter over the pairs that can reach each other – ordered pairs along arcs, or pairs in the
 * undirected projection –, with the share of pairs that can. Every tie is one step, whatever its weight. The same as
 * `average_path_length` and `diameter` of igraph, which leave unreachable pairs out too.
 */
export function pathLengths(input: NetworkInput | Network, options: PathOptions = {}): PathLengths {
  return pathLengthsOf(searchPaths(input, options));
}

/** Path lengths from a search that was made already. */
export function pathLengthsOf(search: PathSearch): PathLengths {
  const { network, sources, componentSize, componentSources, reached, distance, longest } = search;
  let pairs = 0;
  let steps = 0;
  for (const [row, source] of sources.entries()) {
    // How many nodes of its component a source stands for.
    const weight = componentSize[source]! / componentSources[source]!;
    pairs += weight * reached[row]!;
    steps += weight * distance[row]!;
  }
  const possible = sources.length === 0 ? 0 : network.size * (network.size - 1);
  return {
    averagePathLength: pairs === 0 ? null : steps / pairs,
    diameter: pairs === 0 ? null : longest,
    reachablePairs: possible === 0 ? null : pairs / possible,
    exact: sources.length === network.size,
  };
}
