import { BreadthFirst } from './breadth-first.ts';
import { type Network, networkOf } from './network.ts';
import type { NetworkInput } from './network-input.ts';
import { type ChosenSources, chooseSources } from './sources.ts';

/** Which paths are followed, and from how many nodes. */
export interface PathOptions {
  /** `directed` – along arcs; `undirected` – the undirected projection. Default: `directed`. */
  readonly direction?: 'directed' | 'undirected';
  /**
   * Search each weak component of more nodes than this from so many of its nodes, chosen at random, instead of from all: an
   * estimate. Smaller components stay exact. Default: all, exact.
   */
  readonly pivots?: number;
  /** Seed of the choice of pivots. Default: 1. */
  readonly seed?: number;
}

/** What searches from each source found. Every tie is one step long, whatever its weight. */
export interface PathSearch extends ChosenSources {
  readonly network: Network;
  readonly direction: 'directed' | 'undirected';
  /** For each node the sum over sources of what each adds to its betweenness; unordered pairs count once. */
  readonly dependency: Float64Array;
  /** The sum of squares of the same, for the error of a sample. */
  readonly squares: Float64Array;
  /** The most that any one source adds to each node, and how many add anything. */
  readonly heaviest: Float64Array;
  readonly met: Int32Array;
  /** For each source the number of other nodes that it reaches. */
  readonly reached: Int32Array;
  /** For each source the sum of its distances to them. */
  readonly distance: Float64Array;
  /** The longest of all shortest paths found; 0 when there is none. */
  readonly longest: number;
}

/**
 * Shortest paths from all nodes, or from a sample of them; one search serves betweenness, closeness and path lengths. Time
 * grows with sources × (nodes + arcs), memory with nodes.
 *
 * In a sample, a source would make the nodes next to it look far too important. So each path counts for a node by how far
 * along it the node stands (Geisberger, Sanders & Schultes 2008, with a weight that is steeper than theirs: see
 * {@link BreadthFirst.search}), and along arcs each source is searched forward and backward, so that the two parts of a
 * path add up to one.
 */
export function searchPaths(
  input: NetworkInput | Network,
  { direction = 'directed', pivots, seed = 1 }: PathOptions = {},
): PathSearch {
  const network = networkOf(input);
  const { size } = network;
  const chosen = chooseSources(network, pivots ?? size, seed);
  const { sources } = chosen;
  const sampled = sources.length < size;
  const forward = new BreadthFirst(direction === 'directed' ? network.out : network.undirected, size);
  const backward = sampled && direction === 'directed' ? new BreadthFirst(network.in, size) : undefined;
  const searches = backward === undefined ? [forward] : [forward, backward];
  const added = new Float64Array(size);
  const dependency = new Float64Array(size);
  const squares = new Float64Array(size);
  const heaviest = new Float64Array(size);
  const met = new Int32Array(size);
  const reached = new Int32Array(sources.length);
  const distance = new Float64Array(sources.length);
  // Exactly, an unordered pair is met from both ends; weighted, the two add up to one.
  const weight = direction === 'undirected' && !sampled ? 0.5 : 1;
  let longest = 0;
  for (const [row, source] of sources.entries()) {
    for (const found of searches) {
      found.search(source, sampled);
      for (let at = 1; at < found.reached; at++) {
        const node = found.order[at]!;
        added[node]! += found.through[node]! * weight;
      }
    }
    for (const found of searches)
      for (let at = 1; at < found.reached; at++) {
        const node = found.order[at]!;
        const value = added[node]!;
        if (value === 0) continue;
        dependency[node]! += value;
        squares[node]! += value * value;
        met[node]! += 1;
        if (value > heaviest[node]!) heaviest[node] = value;
        added[node] = 0;
      }
    reached[row] = forward.reached - 1;
    distance[row] = forward.distance;
    longest = Math.max(longest, forward.depth[forward.order[forward.reached - 1]!]!);
  }
  return { network, direction, ...chosen, dependency, squares, heaviest, met, reached, distance, longest };
}
