import { centralisationOf } from './centralisation-of.ts';
import { degreeOf } from './degrees.ts';
import { type Network, networkOf } from './network.ts';
import type { NetworkInput } from './network-input.ts';

/** Freeman's degree centralisation, 0 when all nodes are alike and 1 in a star; `null` when there are too few nodes. */
export interface DegreeCentralisation {
  /** Of the number of arcs that reach a node: does one receive from all? At least two nodes. */
  readonly in: number | null;
  /** Of the number of arcs that leave a node: does one give to all? At least two nodes. */
  readonly out: number | null;
  /** Of the number of nodes tied in either direction: are all tied to one? At least three nodes. */
  readonly all: number | null;
}

/**
 * Freeman centralisation of degree (Freeman 1979): the sum of differences from the largest degree over the largest sum
 * that a network of this size can have – (n − 1)² for arcs in or out, (n − 1)(n − 2) for the undirected projection.
 */
export function degreeCentralisation(input: NetworkInput | Network): DegreeCentralisation {
  const network = networkOf(input);
  const { size } = network;
  const values = (adjacency: Network['out']) => network.ids.map((_, node) => degreeOf(adjacency, node));
  return {
    in: centralisationOf(values(network.in), (size - 1) ** 2),
    out: centralisationOf(values(network.out), (size - 1) ** 2),
    all: centralisationOf(values(network.undirected), (size - 1) * (size - 2)),
  };
}
