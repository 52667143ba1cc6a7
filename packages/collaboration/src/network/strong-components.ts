import { idsByLabel } from './ids-by-label.ts';
import { type Network, networkOf } from './network.ts';
import type { NetworkInput } from './network-input.ts';

/**
 * Strong components: largest sets of nodes that can each reach every other along the direction of the arcs (Tarjan 1972).
 * Largest first, those of one size by their first id; ids in order.
 */
export function strongComponents(input: NetworkInput | Network): string[][] {
  const network = networkOf(input);
  return idsByLabel(network.ids, strongLabels(network));
}

/** For each node the number of its strong component; iterative, so that a long chain overflows no stack. */
function strongLabels({ size, out }: Network): Int32Array {
  const label = new Int32Array(size).fill(-1);
  const found = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const cursor = out.start.slice();
  const path: number[] = [];
  const open: number[] = [];
  let time = 0;
  let components = 0;
  const enter = (node: number) => {
    found[node] = low[node] = time++;
    path.push(node);
    open.push(node);
  };
  for (let root = 0; root < size; root++) {
    if (found[root] !== -1) continue;
    enter(root);
    while (path.length > 0) {
      const node = path.at(-1)!;
      if (cursor[node]! < out.start[node + 1]!) {
        const next = out.target[cursor[node]!++]!;
        if (found[next] === -1) enter(next);
        else if (label[next] === -1) low[node] = Math.min(low[node]!, found[next]!);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!);
      if (low[node] !== found[node]) continue;
      for (let member = -1; member !== node; ) {
        member = open.pop()!;
        label[member] = components;
      }
      components++;
    }
  }
  return label;
}
