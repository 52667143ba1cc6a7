import { arcAt } from './adjacency.ts';
import { pairsOf } from './combinations.ts';
import { degreeOf } from './degrees.ts';
import { type Network, networkOf } from './network.ts';
import type { NetworkInput } from './network-input.ts';

/** How often those tied to one node are tied to each other. */
export interface Clustering {
  /** Triangles of the undirected projection. */
  readonly triangles: number;
  /** Closed share of its connected triples, 3 × triangles / triples (Newman, Watts & Strogatz 2002); `null` without any. */
  readonly transitivity: number | null;
  /** Mean local clustering coefficient (Watts & Strogatz 1998); nodes with fewer than two neighbours count 0. */
  readonly averageLocalClustering: number | null;
  /** Share of paths a → b → c, a ≠ c, with an arc a → c (Wasserman & Faust 1994, 6.5.3; `weak` in sna); `null` without any. */
  readonly directedTransitivity: number | null;
  /** Local clustering coefficient of each node: tied share of the pairs of its neighbours; `null` with fewer than two. By id. */
  readonly nodes: readonly { readonly id: string; readonly localClustering: number | null }[];
}

/** Clustering of the undirected projection, and the share of directed paths of two steps that are closed. Weights do not count. */
export function clustering(input: NetworkInput | Network): Clustering {
  const network = networkOf(input);
  const { ids, size, undirected } = network;
  const corners = triangleCorners(network);
  const pairs = ids.map((_, node) => pairsOf(degreeOf(undirected, node)));
  const local = pairs.map((count, node) => (count === 0 ? null : corners[node]! / count));
  const triples = pairs.reduce((sum, count) => sum + count, 0);
  const closed = corners.reduce((sum, count) => sum + count, 0);
  return {
    triangles: closed / 3,
    transitivity: triples === 0 ? null : closed / triples,
    averageLocalClustering:
      size === 0 ? null : local.reduce<number>((sum, value) => sum + (value ?? 0), 0) / size,
    directedTransitivity: directedTransitivity(network),
    nodes: ids.map((id, node) => ({ id, localClustering: local[node]! })),
  };
}

/** Triangles at each node: every tie is looked at from its less tied end, so that hubs cost little. */
function triangleCorners({ size, undirected }: Network): Float64Array {
  const { start, target } = undirected;
  const corners = new Float64Array(size);
  const mark = new Int32Array(size).fill(-1);
  const before = (left: number, right: number) => {
    const difference = degreeOf(undirected, left) - degreeOf(undirected, right);
    return difference === 0 ? left < right : difference < 0;
  };
  for (let a = 0; a < size; a++) {
    for (let at = start[a]!; at < start[a + 1]!; at++) if (before(a, target[at]!)) mark[target[at]!] = a;
    for (let at = start[a]!; at < start[a + 1]!; at++) {
      const b = target[at]!;
      if (!before(a, b)) continue;
      for (let next = start[b]!; next < start[b + 1]!; next++) {
        const c = target[next]!;
        if (mark[c] !== a || !before(b, c)) continue;
        corners[a]! += 1;
        corners[b]! += 1;
        corners[c]! += 1;
      }
    }
  }
  return corners;
}

function directedTransitivity({ size, out }: Network): number | null {
  let closed = 0;
  let all = 0;
  const reached = new Int32Array(size).fill(-1);
  for (let a = 0; a < size; a++) {
    for (let at = out.start[a]!; at < out.start[a + 1]!; at++) reached[out.target[at]!] = a;
    for (let at = out.start[a]!; at < out.start[a + 1]!; at++) {
      const b = out.target[at]!;
      for (let next = out.start[b]!; next < out.start[b + 1]!; next++)
        if (reached[out.target[next]!] === a) closed++;
      all += degreeOf(out, b) - (arcAt(out, b, a) >= 0 ? 1 : 0);
    }
  }
  return all === 0 ? null : closed / all;
}
