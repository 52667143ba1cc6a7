import { countingOrder } from '../order/counting-order.ts';

/**
 * Neighbours of all nodes in compressed sparse rows: those of node `v` stand at `start[v]` to `start[v + 1]`, in
 * ascending order. Typed arrays, because national networks have hundreds of thousands of ties.
 */
export interface Adjacency {
  readonly start: Int32Array;
  readonly target: Int32Array;
  readonly weight: Float64Array;
}

/** Parallel columns of arcs. */
export interface Arcs {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
}

/**
 * Sorts arcs by tail, then head, with two stable counting sorts in linear time, and sums those that repeat. Weights of
 * repeated arcs are added in ascending order, so that the order of the input changes no digit.
 */
export function adjacencyOf(nodes: number, { from, to, weight }: Arcs): Adjacency {
  const order = countingOrder(from, nodes, countingOrder(to, nodes));
  const target = new Int32Array(order.length);
  const sums = new Float64Array(order.length);
  const start = new Int32Array(nodes + 1);
  let arcs = 0;
  for (let at = 0; at < order.length; ) {
    const arc = order[at]!;
    let end = at + 1;
    while (end < order.length && from[order[end]!] === from[arc] && to[order[end]!] === to[arc]) end++;
    target[arcs] = to[arc]!;
    sums[arcs] = end === at + 1 ? weight[arc]! : sumAscending(weight, order, at, end);
    arcs += 1;
    start[from[arc]! + 1] = arcs;
    at = end;
  }
  for (let node = 1; node <= nodes; node++) start[node] = Math.max(start[node]!, start[node - 1]!);
  if (arcs === order.length) return { start, target, weight: sums };
  return { start, target: target.slice(0, arcs), weight: sums.slice(0, arcs) };
}

/** The same arcs by head: every arc turned round. */
export function turned({ start, target, weight }: Adjacency): Adjacency {
  const nodes = start.length - 1;
  const begin = new Int32Array(nodes + 1);
  for (let arc = 0; arc < target.length; arc++) begin[target[arc]! + 1]! += 1;
  for (let node = 0; node < nodes; node++) begin[node + 1]! += begin[node]!;
  const next = begin.slice();
  const tail = new Int32Array(target.length);
  const same = new Float64Array(target.length);
  for (let node = 0; node < nodes; node++)
    for (let arc = start[node]!; arc < start[node + 1]!; arc++) {
      const place = next[target[arc]!]!++;
      tail[place] = node;
      same[place] = weight[arc]!;
    }
  return { start: begin, target: tail, weight: same };
}

/** Neighbours in either of two adjacencies over the same nodes; the weights of those in both are summed. */
export function joined(one: Adjacency, other: Adjacency): Adjacency {
  const nodes = one.start.length - 1;
  const start = new Int32Array(nodes + 1);
  const target = new Int32Array(one.target.length + other.target.length);
  const weight = new Float64Array(target.length);
  let arcs = 0;
  for (let node = 0; node < nodes; node++) {
    let left = one.start[node]!;
    let right = other.start[node]!;
    const leftEnd = one.start[node + 1]!;
    const rightEnd = other.start[node + 1]!;
    while (left < leftEnd || right < rightEnd) {
      const ahead = left < leftEnd ? one.target[left]! : nodes;
      const behind = right < rightEnd ? other.target[right]! : nodes;
      target[arcs] = Math.min(ahead, behind);
      weight[arcs] =
        (ahead <= behind ? one.weight[left++]! : 0) + (behind <= ahead ? other.weight[right++]! : 0);
      arcs += 1;
    }
    start[node + 1] = arcs;
  }
  return { start, target: target.slice(0, arcs), weight: weight.slice(0, arcs) };
}

/** The arcs of an adjacency as columns, in its order. */
export function arcsOf({ start, target, weight }: Adjacency): Arcs {
  const from = new Int32Array(target.length);
  for (let node = 0; node + 1 < start.length; node++) from.fill(node, start[node]!, start[node + 1]!);
  return { from, to: target, weight };
}

/** Position of the arc from one node to another, or -1 when there is none: by binary search. */
export function arcAt({ start, target }: Adjacency, from: number, to: number): number {
  let low = start[from]!;
  let high = start[from + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = target[middle]!;
    if (found === to) return middle;
    if (found < to) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function sumAscending(weight: Float64Array, order: Int32Array, from: number, to: number): number {
  if (to === from + 2) return weight[order[from]!]! + weight[order[from + 1]!]!;
  const repeated = new Float64Array(to - from);
  for (let at = from; at < to; at++) repeated[at - from] = weight[order[at]!]!;
  return repeated.sort().reduce((sum, value) => sum + value, 0);
}
