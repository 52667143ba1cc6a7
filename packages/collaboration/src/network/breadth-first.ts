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
  readonly #carried: Float64Array;

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
   * source to t that pass through v – each share as it is, or, `scaled`, divided by the distance of t.
   */
  search(source: number, scaled: boolean): void {
    const { order, depth, through } = this;
    const paths = this.#paths;
    const carried = this.#carried;
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
    for (let head = length - 1; head > 0; head--) {
      const node = order[head]!;
      const next = depth[node]! + 1;
      let shares = 0;
      for (let at = start[node]!, end = start[node + 1]!; at < end; at++) {
        const neighbour = target[at]!;
        if (depth[neighbour] === next) shares += carried[neighbour]!;
      }
      through[node] = shares * paths[node]!;
      carried[node] = ((scaled ? 1 / depth[node]! : 1) + through[node]!) / paths[node]!;
    }
    this.reached = length;
    this.distance = sum;
  }
}
