import { arcAt, arcsOf } from './adjacency.ts';
import { dyadCensus } from './dyad-census.ts';
import { type Network, networkOf } from './network.ts';
import type { NetworkInput } from './network-input.ts';

/** Three shares that are all called reciprocity; each is `null` in a network without arcs. */
export interface Reciprocity {
  /** See {@link edgeReciprocity}. */
  readonly edge: number | null;
  /** See {@link dyadReciprocity}. */
  readonly dyad: number | null;
  /** See {@link weightedReciprocity}. */
  readonly weighted: number | null;
}

/** All three reciprocities of a network. */
export function reciprocity(input: NetworkInput | Network): Reciprocity {
  const network = networkOf(input);
  return {
    edge: edgeReciprocity(network),
    dyad: dyadReciprocity(network),
    weighted: weightedReciprocity(network),
  };
}

/**
 * Edge reciprocity: share of arcs whose opposite is there too, 2M / (2M + A) (Newman, Forrest & Balthrop 2002). The same
 * as `reciprocity` of igraph by default, `overall_reciprocity` of networkx and `edgewise` of sna. `null` without arcs.
 */
export function edgeReciprocity(input: NetworkInput | Network): number | null {
  const { mutual, asymmetric } = dyadCensus(input);
  return mutual + asymmetric === 0 ? null : (2 * mutual) / (2 * mutual + asymmetric);
}

/**
 * Dyad reciprocity: share of tied pairs that are tied both ways, M / (M + A) (Rao & Bandyopadhyay 1987). The same as
 * mode `ratio` of igraph and `dyadic.nonnull` of sna, whose `dyadic` counts empty pairs as reciprocated. `null` without
 * arcs.
 */
export function dyadReciprocity(input: NetworkInput | Network): number | null {
  const { mutual, asymmetric } = dyadCensus(input);
  return mutual + asymmetric === 0 ? null : mutual / (mutual + asymmetric);
}

/**
 * Weighted reciprocity: share of all weight that is returned, the sum over arcs of min(w_ij, w_ji) over the sum of w_ij
 * (Squartini, Picciolo, Ruzzenenti & Garlaschelli 2013, eq. 8). `null` without arcs.
 */
export function weightedReciprocity(input: NetworkInput | Network): number | null {
  const { out } = networkOf(input);
  const { from, to, weight } = arcsOf(out);
  let returned = 0;
  let total = 0;
  for (let arc = 0; arc < to.length; arc++) {
    const opposite = arcAt(out, to[arc]!, from[arc]!);
    if (opposite >= 0) returned += Math.min(weight[arc]!, out.weight[opposite]!);
    total += weight[arc]!;
  }
  return total === 0 ? null : returned / total;
}
