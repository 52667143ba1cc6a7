import { networkMeasureCards } from '../measures/network-measure-cards.ts';
import type { NetworkMeasures } from '../network/index.ts';
import type { Naming } from './naming.ts';
import { said } from './said.ts';

/** What the figures of a network say, what they rest on, and by which definition. */
export function explainNetwork(measures: NetworkMeasures, name: Naming): string[] {
  const { size, density, reciprocity, dyadCensus, degreeCentralisation, paths, groups } = measures;
  const { undirected } = paths;
  const points = measures.articulationPoints.map(
    ({ id, parts }) => `${name(id)} (parts of ${parts.join(', ')} without it)`,
  );
  return [
    `${size.nodes} nodes, ${size.arcs} arcs between ${size.ties} tied pairs, weight ${said(size.weight)}; ${size.selfLoops} edges from a node to itself were left out, ${size.repeatedEdges} repeated ones summed.`,
    `Density ${said(density.directed)} along arcs, ${said(density.undirected)} of pairs. Mutual ${dyadCensus.mutual}, one-way ${dyadCensus.asymmetric}, empty ${dyadCensus.null} pairs.`,
    `Reciprocity by edges ${said(reciprocity.edge)}, by dyads ${said(reciprocity.dyad)}, by weight ${said(reciprocity.weighted)}.`,
    `Centralisation of receiving ${said(degreeCentralisation.in)}, of giving ${said(degreeCentralisation.out)}, of ties ${said(degreeCentralisation.all)}.`,
    `Transitivity ${said(measures.clustering.transitivity)}. Average path ${said(undirected.averagePathLength)} steps, longest ${said(undirected.diameter)}, among ${said(undirected.reachablePairs)} of all pairs.`,
    paths.pivots === null
      ? 'Paths were searched from every node: betweenness and path lengths are exact.'
      : `Paths were searched from ${paths.pivots} nodes of each larger component, seed ${paths.seed}: each betweenness stands with its standard error and the margin within which the true value lies at 95 %.`,
    `${measures.weakComponents.length} sets of linked nodes; without a tie: ${list(measures.isolates.map(name))}.`,
    `Held together by: ${list(points)}.`,
    ...(groups === null
      ? []
      : [
          `E-I index ${said(groups.eIIndex.index)}; modularity of the groups ${said(groups.modularity.undirected)}.`,
        ]),
    ...networkMeasureCards.map(({ title, formula, caution }) => `${title} = ${formula}. ${caution}`),
  ];
}

function list(words: readonly string[]): string {
  return words.length === 0 ? 'none' : words.join(', ');
}
