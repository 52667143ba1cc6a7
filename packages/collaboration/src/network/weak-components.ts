import { idsByLabel } from './ids-by-label.ts';
import { type Network, networkOf } from './network.ts';
import type { NetworkInput } from './network-input.ts';

/**
 * Weak components: largest sets of nodes joined by ties in any direction. Largest first, those of one size by their first
 * id; ids in order. An isolate is a component of its own.
 */
export function weakComponents(input: NetworkInput | Network): string[][] {
  const network = networkOf(input);
  return idsByLabel(network.ids, weakLabels(network).label);
}

/** For each node the number of its weak component, and the size of each component. */
export function weakLabels({ size, undirected }: Network): { label: Int32Array; sizes: number[] } {
  const label = new Int32Array(size).fill(-1);
  const queue = new Int32Array(size);
  const sizes: number[] = [];
  for (let root = 0; root < size; root++) {
    if (label[root] !== -1) continue;
    label[root] = sizes.length;
    queue[0] = root;
    let length = 1;
    for (let head = 0; head < length; head++) {
      const node = queue[head]!;
      for (let at = undirected.start[node]!; at < undirected.start[node + 1]!; at++) {
        const neighbour = undirected.target[at]!;
        if (label[neighbour] !== -1) continue;
        label[neighbour] = sizes.length;
        queue[length++] = neighbour;
      }
    }
    sizes.push(length);
  }
  return { label, sizes };
}
