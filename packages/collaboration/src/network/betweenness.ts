import { centralisationOf } from './centralisation-of.ts';
import type { Network } from './network.ts';
import type { NetworkInput } from './network-input.ts';
import { type PathOptions, type PathSearch, searchPaths } from './path-search.ts';

/** How often a node stands between others. */
export interface Betweenness {
  readonly id: string;
  /** Sum over pairs of other nodes of the share of their shortest paths that pass through this one. */
  readonly betweenness: number;
  /** The same over the number of such pairs, 0 to 1; `null` with fewer than three nodes. */
  readonly share: number | null;
  /** Standard error of `betweenness` when it was estimated from a sample; `null` when exact. */
  readonly standardError: number | null;
}

/**
 * Betweenness (Freeman 1977) of every node, in order of id, by Brandes' algorithm (2001): over ordered pairs along arcs, or
 * over unordered pairs in the undirected projection. Weights are strengths, not lengths: every tie is one step.
 *
 * With `pivots` it is estimated without bias from a random sample of nodes (Brandes & Pich 2007, with the linear scaling of
 * Geisberger, Sanders & Schultes 2008), with the standard error of a sample without replacement. Errors of rarely passed
 * nodes are uncertain themselves: take more pivots before ranking them.
 */
export function betweenness(input: NetworkInput | Network, options: PathOptions = {}): Betweenness[] {
  return betweennessOf(searchPaths(input, options));
}

/** Betweenness from a search that was made already. */
export function betweennessOf(search: PathSearch): Betweenness[] {
  const { network, sources, dependency, squares, direction } = search;
  const { size } = network;
  const count = sources.length;
  const scale = count === 0 ? 0 : size / count;
  const pairs = ((size - 1) * (size - 2)) / (direction === 'directed' ? 1 : 2);
  return network.ids.map((id, node) => {
    const value = dependency[node]! * scale;
    const variance =
      count < 2 ? Number.NaN : Math.max(0, squares[node]! - dependency[node]! ** 2 / count) / (count - 1);
    const error = scale * Math.sqrt(count * (1 - count / size) * variance);
    return {
      id,
      betweenness: value,
      share: size < 3 ? null : value / pairs,
      standardError: count >= size || Number.isNaN(error) ? null : error,
    };
  });
}

/**
 * Freeman's betweenness centralisation (1979), 1 in a star: the mean difference of every other node's share from the
 * largest. `null` with fewer than three nodes. Along arcs it follows White & Borgatti (1994).
 */
export function betweennessCentralisation(
  input: NetworkInput | Network,
  options: PathOptions = {},
): number | null {
  return betweennessCentralisationOf(betweenness(input, options));
}

/** The centralisation of betweenness that was worked out already. */
export function betweennessCentralisationOf(values: readonly Betweenness[]): number | null {
  if (values.length < 3) return null;
  return centralisationOf(
    values.map(({ share }) => share ?? 0),
    values.length - 1,
  );
}
