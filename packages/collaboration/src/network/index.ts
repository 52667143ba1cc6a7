export { type ArticulationPoint, articulationPoints } from './articulation-points.ts';
export { type Assortativity, assortativity } from './assortativity.ts';
export { type Betweenness, betweenness, betweennessCentralisation } from './betweenness.ts';
export { type Bridge, bridges } from './bridges.ts';
export { type Brokerage, type BrokerageRoles, brokerage } from './brokerage.ts';
export { type Closeness, closeness, closenessCentralisation } from './closeness.ts';
export { type Clustering, clustering } from './clustering.ts';
export { type Communities, type CommunitiesOptions, communities } from './communities.ts';
export { type CoreNumber, coreNumbers } from './core-numbers.ts';
export { type DegreeCentralisation, degreeCentralisation } from './degree-centralisation.ts';
export { type Degree, degrees } from './degrees.ts';
export { type Density, density } from './density.ts';
export { type DyadCensus, dyadCensus } from './dyad-census.ts';
export { type EIIndex, eIIndex, type InternalExternal } from './e-i-index.ts';
export { isolates } from './isolates.ts';
export { type Mixing, mixing } from './mixing.ts';
export { type Modularity, modularity } from './modularity.ts';
export { Network } from './network.ts';
export type { NetworkEdge, NetworkInput, NetworkNode } from './network-input.ts';
export {
  type GroupMeasures,
  type NetworkMeasures,
  type NetworkMeasuresOptions,
  type NodeMeasures,
  networkMeasures,
  type PathMeasures,
} from './network-measures.ts';
export { type PathLengths, pathLengths } from './path-lengths.ts';
export type { PathOptions } from './path-search.ts';
export {
  dyadReciprocity,
  edgeReciprocity,
  type Reciprocity,
  reciprocity,
  weightedReciprocity,
} from './reciprocity.ts';
export { strongComponents } from './strong-components.ts';
export { type TriadCensus, type TriadType, triadCensus, triadTypes } from './triad-census.ts';
export { weakComponents } from './weak-components.ts';
