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
export function adjacencyOf(nodes: number, arcs: Arcs): Adjacency {
  const byHead = countingOrder(nodes, arcs.to, undefined);
  const order = countingOrder(nodes, arcs.from, byHead);
  const target: number[] = [];
  const weight: number[] = [];
  const start = new Int32Array(nodes + 1);
  for (let at = 0; at < order.length; ) {
    const from = arcs.from[order[at]!]!;
    const to = arcs.to[order[at]!]!;
    let end = at + 1;
    while (end < order.length && arcs.from[order[end]!] === from && arcs.to[order[end]!] === to) end++;
    target.push(to);
    weight.push(end === at + 1 ? arcs.weight[order[at]!]! : sumAscending(arcs.weight, order, at, end));
    start[from + 1] = target.length;
    at = end;
  }
  for (let node = 1; node <= nodes; node++) start[node] = Math.max(start[node]!, start[node - 1]!);
  return { start, target: Int32Array.from(target), weight: Float64Array.from(weight) };
}

/** The arcs of an adjacency as columns, in its order. */
export function arcsOf({ start, target, weight }: Adjacency): Arcs {
  const from = new Int32Array(target.length);
  for (let node = 0; node + 1 < start.length; node++) from.fill(node, start[node]!, start[node + 1]!);
  return { from, to: target, weight };
}

/** Two sets of arcs, one after the other. */
export function joinArcs(first: Arcs, second: Arcs): Arcs {
  const joined = {
    from: new Int32Array(first.from.length + second.from.length),
    to: new Int32Array(first.to.length + second.to.length),
    weight: new Float64Array(first.weight.length + second.weight.length),
  };
  for (const column of ['from', 'to', 'weight'] as const) {
    joined[column].set(first[column]);
    joined[column].set(second[column], first[column].length);
  }
  return joined;
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

function countingOrder(nodes: number, keys: Int32Array, previous: Int32Array | undefined): Int32Array {
  const next = new Int32Array(nodes + 1);
  for (const key of keys) next[key + 1]! += 1;
  for (let node = 0; node < nodes; node++) next[node + 1]! += next[node]!;
  const order = new Int32Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const arc = previous === undefined ? at : previous[at]!;
    order[next[keys[arc]!]!++] = arc;
  }
  return order;
}

function sumAscending(weight: Float64Array, order: Int32Array, from: number, to: number): number {
  const repeated = Array.from(order.subarray(from, to), (arc) => weight[arc]!).sort((a, b) => a - b);
  return repeated.reduce((sum, value) => sum + value, 0);
}
