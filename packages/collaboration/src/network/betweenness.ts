import { centralisationOf } from './centralisation-of.ts';
import { degreeOf } from './degrees.ts';
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
  /** How far the true value may lie off, at 95 %; `null` when exact. Wider than two standard errors: see {@link betweenness}. */
  readonly margin: number | null;
}

/**
 * Betweenness (Freeman 1977) of every node, in order of id, by Brandes' algorithm (2001): over ordered pairs along arcs, or
 * over unordered pairs in the undirected projection. Weights are strengths, not lengths: every tie is one step.
 *
 * With `pivots` it is estimated without bias from a random sample of the nodes of each larger weak component (Brandes & Pich
 * 2007, weighted after Geisberger, Sanders & Schultes 2008), with the standard error of a sample without replacement.
 *
 * Few sources add a great deal and most add little, so two standard errors hold too little: a sample that misses the few also
 * thinks itself certain. The `margin` is 3 × √(SE² + (4 h)²), where h is what one more source as heavy as the heaviest met
 * would have added; for a node that no source met, what three sources would have added of the kind that were met once. It is
 * measured, not proved: docs/decisions/0012 says on which shapes of networks it held how many of the values.
 */
export function betweenness(input: NetworkInput | Network, options: PathOptions = {}): Betweenness[] {
  return betweennessOf(searchPaths(input, options));
}

/** Betweenness from a search that was made already. */
export function betweennessOf(search: PathSearch): Betweenness[] {
  const { network, dependency, componentSize, componentSources, direction } = search;
  const { size } = network;
  const pairs = ((size - 1) * (size - 2)) / (direction === 'directed' ? 1 : 2);
  const metOnce = meanMetOnce(search);
  return network.ids.map((id, node) => {
    const sources = componentSources[node]!;
    const value = sources === 0 ? 0 : dependency[node]! * (componentSize[node]! / sources);
    return {
      id,
      betweenness: value,
      share: size < 3 ? null : value / pairs,
      ...(sources === componentSize[node] || sources < 2
        ? { standardError: null, margin: null }
        : errorsOf(search, node, metOnce)),
    };
  });
}

/** Error of the estimate for one node: what a sample without replacement of its component does not know. */
function errorsOf(
  search: PathSearch,
  node: number,
  metOnce: number,
): Pick<Betweenness, 'standardError' | 'margin'> {
  const { dependency, squares, heaviest, met, componentSize, componentSources } = search;
  const count = componentSources[node]!;
  const scale = componentSize[node]! / count;
  const unseen = Math.sqrt(1 - 1 / scale);
  const variance = Math.max(0, squares[node]! - dependency[node]! ** 2 / count) / (count - 1);
  const standardError = scale * unseen * Math.sqrt(count * variance);
  if (met[node]! > 0)
    return { standardError, margin: 3 * Math.hypot(standardError, 4 * scale * unseen * heaviest[node]!) };
  return { standardError, margin: isEnd(search, node) ? 0 : 3 * scale * unseen * metOnce };
}

/** Whether no path can pass through a node. */
function isEnd({ network, direction }: PathSearch, node: number): boolean {
  if (direction === 'undirected') return degreeOf(network.undirected, node) < 2;
  return degreeOf(network.out, node) === 0 || degreeOf(network.in, node) === 0;
}

/** What a source adds to a node that no other source met, on average: a guess at what was missed where none was met. */
function meanMetOnce({ heaviest, met }: PathSearch): number {
  let sum = 0;
  let nodes = 0;
  for (const [node, sources] of met.entries())
    if (sources === 1) {
      sum += heaviest[node]!;
      nodes += 1;
    }
  return nodes === 0 ? 0 : sum / nodes;
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
