import { degreeOf } from './degrees.ts';
import { type Network, networkOf } from './network.ts';
import type { NetworkInput } from './network-input.ts';

/** How deep in the core of the network a node lies. */
export interface CoreNumber {
  readonly id: string;
  /** The largest k for which it belongs to a k-core. */
  readonly core: number;
}

/**
 * Core numbers in the undirected projection, in order of id: the k-core is the largest set of nodes that each have k ties
 * within it (Seidman 1983), found by taking nodes away in order of their degree (Batagelj & Zaveršnik 2003), in linear time.
 */
export function coreNumbers(input: NetworkInput | Network): CoreNumber[] {
  const { ids, size, undirected } = networkOf(input);
  const degree = Int32Array.from(ids, (_, node) => degreeOf(undirected, node));
  const largest = degree.reduce((most, value) => Math.max(most, value), 0);
  // Nodes by degree; `first[d]` is where those of degree d begin.
  const first = new Int32Array(largest + 2);
  for (const value of degree) first[value + 1]! += 1;
  for (let value = 0; value <= largest; value++) first[value + 1]! += first[value]!;
  const order = new Int32Array(size);
  const place = new Int32Array(size);
  const next = first.slice();
  for (let node = 0; node < size; node++) {
    place[node] = next[degree[node]!]!++;
    order[place[node]!] = node;
  }
  for (let at = 0; at < size; at++) {
    const node = order[at]!;
    for (let edge = undirected.start[node]!; edge < undirected.start[node + 1]!; edge++) {
      const neighbour = undirected.target[edge]!;
      const value = degree[neighbour]!;
      if (value <= degree[node]!) continue;
      // Moves the neighbour to the front of its degree, then that front behind it: now it counts as one less.
      const front = Math.max(first[value]!, at + 1);
      const other = order[front]!;
      order[front] = neighbour;
      order[place[neighbour]!] = other;
      place[other] = place[neighbour]!;
      place[neighbour] = front;
      first[value] = front + 1;
      degree[neighbour] = value - 1;
    }
  }
  return ids.map((id, node) => ({ id, core: degree[node]! }));
}
