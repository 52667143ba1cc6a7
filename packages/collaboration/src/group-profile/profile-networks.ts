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
import { bitsOf, type PairEvidence } from './pair-evidence.ts';

/** Networks of one group for any classes of evidence, as bits; the same links are measured once, whichever classes they stand in. */
export interface ProfileNetworks {
  /** Who is linked with whom by any evidence. */
  contact(classes: number): LinkNetwork;
  /**
   * Who gives knowledge or resources to whom: a direction for every flow of evidence whose kind moves one of them. What
   * only brings people together – a meeting, a joint statement – is a contact and gives nothing.
   */
  giving(classes: number): GivingNetwork;
}

/** The networks of a group over the pairs that have evidence. */
export function profileNetworks(schools: readonly string[], pairs: readonly PairEvidence[]): ProfileNetworks {
  const contacts = new Map<string, LinkNetwork>();
  const givings = new Map<string, GivingNetwork>();
  const remembered = <Result>(
    known: Map<string, Result>,
    directions: readonly number[],
    measure: (network: Network) => Result,
  ): Result => {
    const key = directions.join('');
    const found = known.get(key) ?? measure(networkOf(schools, pairs, directions));
    known.set(key, found);
    return found;
  };
  return {
    contact: (classes) => remembered(contacts, linksOf(pairs, classes), linkNetwork),
    giving: (classes) =>
      remembered(
        givings,
        pairs.map((pair) => bitsOf(pair.giving, classes)),
        givingNetwork,
      ),
  };
}

/** For each pair 1 where it is linked, else 0. */
export function linksOf(pairs: readonly PairEvidence[], classes: number): number[] {
  return pairs.map((pair) => ((pair.now & classes) === 0 ? 0 : 1));
}

/** A network in which every direction counts once. @param directions of each pair: bit 0 there, bit 1 back */
export function networkOf(
  schools: readonly string[],
  pairs: readonly Pick<PairEvidence, 'schools'>[],
  directions: readonly number[],
): Network {
  const edges: { from: string; to: string; weight: number }[] = [];
  for (const [index, { schools: pair }] of pairs.entries()) {
    const [one, other] = pair;
    if (directions[index]! & 1) edges.push({ from: one, to: other, weight: 1 });
    if (directions[index]! & 2) edges.push({ from: other, to: one, weight: 1 });
  }
  return new Network({ nodes: schools.map((id) => ({ id })), edges });
}

function givingNetwork(network: Network): GivingNetwork {
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

function linkNetwork(network: Network): LinkNetwork {
  return {
    links: network.ties,
    density: density(network).undirected,
    centralisation: degreeCentralisation(network).all,
    components: weakComponents(network),
    isolates: isolates(network),
    articulationPoints: articulationPoints(network).map(({ id }) => id),
  };
}
