import type { Adjacency } from './adjacency.ts';

/**
 * Breadth-first searches with Brandes' accumulation (2001), one after the other over the same network. It needs no lists
 * of predecessors: on the way back a node looks at its successors again. What a search found stays until the next one.
 */
export class BreadthFirst {
  /** Nodes that were reached, by distance; the source first. Only the first `reached` are of this search. */
  readonly order: Int32Array;
  /** Distance of each reached node from the source; −1 for the others. */
  readonly depth: Int32Array;
  /** For each reached node but the source: what it carries of the shortest paths to the others, see {@link search}. */
  readonly through: Float64Array;
  /** Number of nodes reached, the source among them. */
  reached = 0;
  /** Sum of the distances of all nodes reached. */
  distance = 0;
  readonly #adjacency: Adjacency;
  readonly #paths: Float64Array;
  /** One number for each node, or three beside each other when weighted. */
  #carried: Float64Array;

  constructor(adjacency: Adjacency, size: number) {
    this.#adjacency = adjacency;
    this.order = new Int32Array(size);
    this.depth = new Int32Array(size).fill(-1);
    this.through = new Float64Array(size);
    this.#paths = new Float64Array(size);
    this.#carried = new Float64Array(size);
  }

  /**
   * Searches from one node. Afterwards `through[v]` is the sum over other nodes t of the share of shortest paths from the
   * source to t that pass through v – each share as it is, or, `weighted`, times w(x), where x is how far along the path v
   * stands, 0 at the source and 1 at t, and w(x) = 10x³ − 15x⁴ + 6x⁵: w(x) + w(1 − x) = 1, so that a path that is searched
   * from both ends counts once, and hardly from the end that is near.
   */
  search(source: number, weighted: boolean): void {
    this.#reach(source);
    if (weighted) this.#carryWeighted();
    else this.#carry();
  }

  #reach(source: number): void {
    const { order, depth } = this;
    const paths = this.#paths;
    const { start, target } = this.#adjacency;
    for (let at = 0; at < this.reached; at++) {
      depth[order[at]!] = -1;
      paths[order[at]!] = 0;
    }
    order[0] = source;
    depth[source] = 0;
    paths[source] = 1;
    let length = 1;
    let sum = 0;
    for (let head = 0; head < length; head++) {
      const node = order[head]!;
      const next = depth[node]! + 1;
      for (let at = start[node]!, end = start[node + 1]!; at < end; at++) {
        const neighbour = target[at]!;
        if (depth[neighbour] === -1) {
          depth[neighbour] = next;
          order[length++] = neighbour;
          sum += next;
        }
        if (depth[neighbour] === next) paths[neighbour]! += paths[node]!;
      }
    }
    this.reached = length;
    this.distance = sum;
  }

  #carry(): void {
    const { order, depth, through } = this;
    const paths = this.#paths;
    const carried = this.#carried;
    const { start, target } = this.#adjacency;
    for (let head = this.reached - 1; head > 0; head--) {
      const node = order[head]!;
      const next = depth[node]! + 1;
      let shares = 0;
      for (let at = start[node]!, end = start[node + 1]!; at < end; at++) {
        const neighbour = target[at]!;
        if (depth[neighbour] === next) shares += carried[neighbour]!;
      }
      through[node] = shares * paths[node]!;
      carried[node] = (1 + through[node]!) / paths[node]!;
    }
  }

  /** Carries the shares over the third, fourth and fifth power of the distance of t, from which w(x) is put together. */
  #carryWeighted(): void {
    const { order, depth, through } = this;
    const paths = this.#paths;
    if (this.#carried.length === order.length) this.#carried = new Float64Array(3 * order.length);
    const carried = this.#carried;
    const { start, target } = this.#adjacency;
    for (let head = this.reached - 1; head > 0; head--) {
      const node = order[head]!;
      const steps = depth[node]!;
      let third = 0;
      let fourth = 0;
      let fifth = 0;
      for (let at = start[node]!, end = start[node + 1]!; at < end; at++) {
        const neighbour = target[at]!;
        if (depth[neighbour] !== steps + 1) continue;
        third += carried[3 * neighbour]!;
        fourth += carried[3 * neighbour + 1]!;
        fifth += carried[3 * neighbour + 2]!;
      }
      const cube = steps ** 3;
      // What is rounded may fall below nothing by a last digit.
      const shares = cube * (10 * third - steps * (15 * fourth - 6 * steps * fifth));
      through[node] = Math.max(0, paths[node]! * shares);
      const own = 1 / (cube * paths[node]!);
      carried[3 * node] = own + third;
      carried[3 * node + 1] = own / steps + fourth;
      carried[3 * node + 2] = own / (steps * steps) + fifth;
    }
  }
}
