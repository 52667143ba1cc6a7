import { type ArticulationPoint, articulationPoints } from './articulation-points.ts';
import { type Assortativity, assortativity } from './assortativity.ts';
import { type Betweenness, betweennessCentralisationOf, betweennessOf } from './betweenness.ts';
import { type Bridge, bridges } from './bridges.ts';
import { type Brokerage, brokerage } from './brokerage.ts';
import { closenessCentralisationOf, closenessOf } from './closeness.ts';
import { clustering } from './clustering.ts';
import { type Communities, communities } from './communities.ts';
import { coreNumbers } from './core-numbers.ts';
import { type DegreeCentralisation, degreeCentralisation } from './degree-centralisation.ts';
import { type Degree, degrees } from './degrees.ts';
import { type Density, density } from './density.ts';
import { type DyadCensus, dyadCensus } from './dyad-census.ts';
import { type EIIndex, eIIndex } from './e-i-index.ts';
import { isolates } from './isolates.ts';
import { type Mixing, mixing } from './mixing.ts';
import { type Modularity, modularity } from './modularity.ts';
import { type Network, networkOf } from './network.ts';
import type { NetworkInput } from './network-input.ts';
import { type PathLengths, pathLengthsOf } from './path-lengths.ts';
import { type PathSearch, searchPaths } from './path-search.ts';
import { type Reciprocity, reciprocity } from './reciprocity.ts';
import { strongComponents } from './strong-components.ts';
import { type TriadCensus, triadCensus } from './triad-census.ts';
import { weakComponents } from './weak-components.ts';

/** How {@link networkMeasures} treats large networks. */
export interface NetworkMeasuresOptions {
  /**
   * Nodes up to which betweenness, closeness and path lengths are exact; larger networks are searched from a sample of
   * nodes, because the exact work grows with nodes × ties, and communities are looked for once instead of ten times.
   * Default: 5,000.
   */
  readonly exactPathsUpTo?: number;
  /** Nodes of that sample in each weak component that has more; smaller ones stay exact. Default: 1,000. */
  readonly pivots?: number;
  /** Seed of that sample and of the order in which communities are looked for. Default: 1. */
  readonly seed?: number;
}

/** Measures that follow paths, in one direction of reading. */
export interface PathMeasures extends PathLengths {
  /** Freeman's centralisation of betweenness; an estimate when not `exact`, and then biased upward. */
  readonly betweennessCentralisation: number | null;
}

/** All measures of one node. */
export interface NodeMeasures extends Degree {
  /** Along arcs, over ordered pairs. */
  readonly betweenness: number;
  readonly betweennessShare: number | null;
  /** Standard error of `betweenness` when estimated. */
  readonly betweennessError: number | null;
  /** How far it may lie off at 95 % when estimated: more than two standard errors. */
  readonly betweennessMargin: number | null;
  /** In the undirected projection, over unordered pairs. */
  readonly undirectedBetweenness: number;
  readonly undirectedBetweennessShare: number | null;
  readonly undirectedBetweennessError: number | null;
  readonly undirectedBetweennessMargin: number | null;
  /** `null` where the projection is not connected, or paths were sampled. */
  readonly closeness: number | null;
  readonly localClustering: number | null;
  readonly core: number;
}

/** All measures that need groups. */
export interface GroupMeasures {
  readonly nodesWithoutGroup: number;
  readonly eIIndex: EIIndex;
  readonly mixing: readonly Mixing[];
  readonly assortativity: Assortativity;
  readonly modularity: Modularity;
  readonly brokerage: readonly Brokerage[];
}

/** Everything that is measured of one network; plain data that survives JSON unchanged. */
export interface NetworkMeasures {
  /** Version of this shape: fields may be added within it, none is renamed or removed. */
  readonly version: 1;
  readonly size: {
    readonly nodes: number;
    /** Ordered pairs with an edge. */
    readonly arcs: number;
    /** Unordered pairs with an edge in at least one direction. */
    readonly ties: number;
    readonly weight: number;
    readonly groups: number;
    /** Edges of a node to itself, left out. */
    readonly selfLoops: number;
    /** Edges beyond the first of the same pair and direction, whose weights were summed. */
    readonly repeatedEdges: number;
  };
  readonly density: Density;
  readonly reciprocity: Reciprocity;
  readonly dyadCensus: DyadCensus;
  readonly triadCensus: TriadCensus;
  readonly degreeCentralisation: DegreeCentralisation;
  /** Of the undirected projection; `null` where that is not connected or paths were sampled. */
  readonly closenessCentralisation: number | null;
  readonly clustering: {
    readonly triangles: number;
    readonly transitivity: number | null;
    readonly averageLocalClustering: number | null;
    readonly directedTransitivity: number | null;
  };
  /** How paths were searched: from every node, or from `pivots` of each weak component that has more. */
  readonly paths: {
    readonly pivots: number | null;
    readonly seed: number | null;
    /** Along arcs. */
    readonly directed: PathMeasures;
    /** In the undirected projection. */
    readonly undirected: PathMeasures;
  };
  readonly weakComponents: readonly (readonly string[])[];
  readonly strongComponents: readonly (readonly string[])[];
  readonly isolates: readonly string[];
  readonly articulationPoints: readonly ArticulationPoint[];
  readonly bridges: readonly Bridge[];
  /** The deepest core: its k, and who belongs to it. */
  readonly innermostCore: { readonly core: number; readonly nodes: readonly string[] };
  readonly communities: Communities;
  /** `null` when no node has a group. */
  readonly groups: GroupMeasures | null;
  /** Every node, in order of id. */
  readonly nodes: readonly NodeMeasures[];
}

/**
 * All measures of a network at once. The order of nodes and edges changes nothing in the result.
 *
 * @throws CollegialError `argument.invalid` – a node twice, an edge to an unknown node, or a weight not above 0
 *
 * @example
 * ```ts
 * import { networkMeasures } from '@collegial/collaboration';
 *
 * const nodes = [{ id: 'Ash', group: 'North' }, { id: 'Birch', group: 'North' }, { id: 'Cedar', group: 'South' }];
 * const edges = [
 *   { from: 'Ash', to: 'Birch', weight: 6 },
 *   { from: 'Birch', to: 'Ash', weight: 2 },
 *   { from: 'Birch', to: 'Cedar', weight: 4 },
 * ];
 * const measures = networkMeasures({ nodes, edges });
 * measures.reciprocity.dyad; // 0.5: one of the two tied pairs gives in both directions
 * measures.articulationPoints; // Birch: without it, two parts of one school each
 * ```
 */
export function networkMeasures(
  input: NetworkInput | Network,
  { exactPathsUpTo = 5000, pivots = 1000, seed = 1 }: NetworkMeasuresOptions = {},
): NetworkMeasures {
  const network = networkOf(input);
  const large = network.size > exactPathsUpTo && pivots < network.size;
  const sample = large ? { pivots, seed } : {};
  const alongArcs = searchPaths(network, { direction: 'directed', ...sample });
  const inProjection = searchPaths(network, { direction: 'undirected', ...sample });
  // A network whose weak components are all small is searched exactly whatever its size.
  const sampled = alongArcs.sources.length < network.size;
  const { nodes: local, ...clusteringOfAll } = clustering(network);
  const directed = betweennessOf(alongArcs);
  const undirected = betweennessOf(inProjection);
  const near = closenessOf(inProjection);
  const cores = coreNumbers(network);
  const core = cores.reduce((most, node) => Math.max(most, node.core), 0);
  return {
    version: 1,
    size: {
      nodes: network.size,
      arcs: network.arcs,
      ties: network.ties,
      weight: network.out.weight.reduce((sum, weight) => sum + weight, 0),
      groups: network.groups.length,
      selfLoops: network.selfLoops,
      repeatedEdges: network.repeatedEdges,
    },
    density: density(network),
    reciprocity: reciprocity(network),
    dyadCensus: dyadCensus(network),
    triadCensus: triadCensus(network),
    degreeCentralisation: degreeCentralisation(network),
    closenessCentralisation: closenessCentralisationOf(near),
    clustering: clusteringOfAll,
    paths: {
      pivots: sampled ? pivots : null,
      seed: sampled ? seed : null,
      directed: pathMeasures(alongArcs, directed),
      undirected: pathMeasures(inProjection, undirected),
    },
    weakComponents: weakComponents(network),
    strongComponents: strongComponents(network),
    isolates: isolates(network),
    articulationPoints: articulationPoints(network),
    bridges: bridges(network),
    innermostCore: { core, nodes: cores.filter((node) => node.core === core).map(({ id }) => id) },
    communities: communities(network, { seed, runs: large ? 1 : 10 }),
    groups: network.groups.length === 0 ? null : groupMeasures(network),
    nodes: degrees(network).map((degree, node) => ({
      ...degree,
      betweenness: directed[node]!.betweenness,
      betweennessShare: directed[node]!.share,
      betweennessError: directed[node]!.standardError,
      betweennessMargin: directed[node]!.margin,
      undirectedBetweenness: undirected[node]!.betweenness,
      undirectedBetweennessShare: undirected[node]!.share,
      undirectedBetweennessError: undirected[node]!.standardError,
      undirectedBetweennessMargin: undirected[node]!.margin,
      closeness: near?.[node]?.closeness ?? null,
      localClustering: local[node]!.localClustering,
      core: cores[node]!.core,
    })),
  };
}

function pathMeasures(search: PathSearch, values: readonly Betweenness[]): PathMeasures {
  return { ...pathLengthsOf(search), betweennessCentralisation: betweennessCentralisationOf(values) };
}

function groupMeasures(network: Network): GroupMeasures {
  return {
    nodesWithoutGroup: network.groupOf.reduce((count, group) => count + (group === -1 ? 1 : 0), 0),
    eIIndex: eIIndex(network),
    mixing: mixing(network),
    assortativity: assortativity(network),
    modularity: modularity(network),
    brokerage: brokerage(network),
  };
}
