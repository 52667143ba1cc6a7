import type { Network } from './network.ts';

/** What one search through a network finds about nodes and ties that hold it together. */
export interface CutSearch {
  /** For each node that does, the sizes of the parts that lose contact with the rest when it leaves. */
  readonly partsBelow: ReadonlyMap<number, readonly number[]>;
  /** Nodes from which the search of a component began. */
  readonly roots: ReadonlySet<number>;
  /** Size of each node's component. */
  readonly componentSize: Int32Array;
  /** Ties without which a component falls apart, with the number of nodes on the far side. */
  readonly bridges: readonly { readonly near: number; readonly far: number; readonly size: number }[];
}

/**
 * Depth-first search with low links (Hopcroft & Tarjan 1973) over the undirected projection, in linear time and without
 * recursion. The projection has one tie for a pair, so that the way back to the parent can be skipped by its name.
 */
export function cutSearch({ size, undirected }: Network): CutSearch {
  const found = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const parent = new Int32Array(size).fill(-1);
  const below = new Int32Array(size);
  const root = new Int32Array(size);
  const cursor = undirected.start.slice();
  const partsBelow = new Map<number, number[]>();
  const roots = new Set<number>();
  const bridges: { near: number; far: number; size: number }[] = [];
  let time = 0;
  const enter = (node: number, from: number, origin: number) => {
    found[node] = low[node] = time++;
    parent[node] = from;
    root[node] = origin;
    below[node] = 1;
  };
  for (let origin = 0; origin < size; origin++) {
    if (found[origin] !== -1) continue;
    roots.add(origin);
    enter(origin, -1, origin);
    for (let node = origin; node !== -1; ) {
      if (cursor[node]! < undirected.start[node + 1]!) {
        const next = undirected.target[cursor[node]!++]!;
        if (found[next] === -1) {
          enter(next, node, origin);
          node = next;
        } else if (next !== parent[node]) low[node] = Math.min(low[node]!, found[next]!);
        continue;
      }
      const up = parent[node]!;
      if (up !== -1) {
        low[up] = Math.min(low[up]!, low[node]!);
        below[up]! += below[node]!;
        if (low[node]! >= found[up]!) {
          const parts = partsBelow.get(up);
          if (parts === undefined) partsBelow.set(up, [below[node]!]);
          else parts.push(below[node]!);
        }
        if (low[node]! > found[up]!) bridges.push({ near: up, far: node, size: below[node]! });
      }
      node = up;
    }
  }
  return { partsBelow, roots, componentSize: root.map((origin) => below[origin]!), bridges };
}
