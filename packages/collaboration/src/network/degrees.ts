import type { Adjacency } from './adjacency.ts';
import { type Network, networkOf } from './network.ts';
import type { NetworkInput } from './network-input.ts';

/** Ties of one node: how many, and how strong. */
export interface Degree {
  readonly id: string;
  /** Arcs that reach it. */
  readonly in: number;
  /** Arcs that leave it. */
  readonly out: number;
  /** Nodes it is tied to in either direction: degree in the undirected projection. */
  readonly all: number;
  /** Weight that reaches it. */
  readonly inStrength: number;
  /** Weight that leaves it. */
  readonly outStrength: number;
}

/** Degrees (Wasserman & Faust 1994, 4.3) and strengths (Barrat et al. 2004) of every node, in order of id. */
export function degrees(input: NetworkInput | Network): Degree[] {
  const network = networkOf(input);
  return network.ids.map((id, node) => ({
    id,
    in: degreeOf(network.in, node),
    out: degreeOf(network.out, node),
    all: degreeOf(network.undirected, node),
    inStrength: strengthOf(network.in, node),
    outStrength: strengthOf(network.out, node),
  }));
}

/** Neighbours of a node. */
export function degreeOf({ start }: Adjacency, node: number): number {
  return start[node + 1]! - start[node]!;
}

function strengthOf({ start, weight }: Adjacency, node: number): number {
  let sum = 0;
  for (let at = start[node]!; at < start[node + 1]!; at++) sum += weight[at]!;
  return sum;
}
