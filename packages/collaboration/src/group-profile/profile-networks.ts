import type { GivingNetwork, LinkNetwork } from '@collegial/model';
import {
  articulationPoints,
  degreeCentralisation,
  density,
  dyadCensus,
  isolates,
  Network,
  reciprocity,
  weakComponents,
} from '../network/index.ts';
import type { Tie } from '../ties/tie.ts';

/** Who is linked with whom by any evidence. */
export function contactNetwork(schools: readonly string[], ties: readonly Tie[]): LinkNetwork {
  return linkNetwork(
    networkOf(
      schools,
      ties.map((tie) => tie.schools),
    ),
  );
}

/**
 * Who gives knowledge or resources to whom: a direction for every flow of evidence whose kind moves one of them. What
 * only brings people together – a meeting, a joint statement – is a contact and gives nothing.
 */
export function givingNetwork(schools: readonly string[], ties: readonly Tie[]): GivingNetwork {
  const directions = ties
    .filter((tie) => tie.flow !== 'none')
    .flatMap((tie) => tie.flows.filter((flow) => flow.parts > 0))
    .map(({ provider, recipient }) => [provider, recipient] as const);
  const network = networkOf(schools, directions);
  const { mutual, asymmetric } = dyadCensus(network);
  const { edge, dyad } = reciprocity(network);
  const centralisation = degreeCentralisation(network);
  return {
    ...linkNetwork(network),
    directions: 2 * mutual + asymmetric,
    edgeReciprocity: edge,
    dyadReciprocity: dyad,
    givingCentralisation: centralisation.out,
    receivingCentralisation: centralisation.in,
  };
}

/** A network in which every direction counts once. */
function networkOf(schools: readonly string[], directions: readonly (readonly [string, string])[]): Network {
  const distinct = new Map(directions.map((direction) => [direction.join(' '), direction]));
  return new Network({
    nodes: schools.map((id) => ({ id })),
    edges: [...distinct.values()].map(([from, to]) => ({ from, to, weight: 1 })),
  });
}

function linkNetwork(network: Network): LinkNetwork {
  const { mutual, asymmetric } = dyadCensus(network);
  return {
    links: mutual + asymmetric,
    density: density(network).undirected,
    centralisation: degreeCentralisation(network).all,
    components: weakComponents(network),
    isolates: isolates(network),
    articulationPoints: articulationPoints(network).map(({ id }) => id),
  };
}
