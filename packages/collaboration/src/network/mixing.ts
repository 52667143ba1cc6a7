import { type Network, networkOf } from './network.ts';
import type { NetworkInput } from './network-input.ts';

/** What one group gives another, or itself. */
export interface Mixing {
  readonly from: string;
  readonly to: string;
  /** Arcs from members of one to members of the other. */
  readonly arcs: number;
  /** Their weight. */
  readonly weight: number;
  /** Arcs over those that there could be; `null` within a group of one. */
  readonly density: number | null;
}

/**
 * Mixing matrix of the groups (Newman 2003), sparse: an entry for every ordered pair of groups with an arc, by name. Arcs of
 * nodes without a known group are left out.
 */
export function mixing(input: NetworkInput | Network): Mixing[] {
  const { size, groups, groupOf, out } = networkOf(input);
  const members = new Int32Array(groups.length);
  for (const group of groupOf) if (group !== -1) members[group]! += 1;
  const cells = new Map<number, { arcs: number; weight: number }>();
  for (let node = 0; node < size; node++) {
    for (let at = out.start[node]!; at < out.start[node + 1]!; at++) {
      const from = groupOf[node]!;
      const to = groupOf[out.target[at]!]!;
      if (from === -1 || to === -1) continue;
      const key = from * groups.length + to;
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, { arcs: 1, weight: out.weight[at]! });
      else {
        cell.arcs += 1;
        cell.weight += out.weight[at]!;
      }
    }
  }
  return [...cells.entries()]
    .sort(([left], [right]) => left - right)
    .map(([key, { arcs, weight }]) => {
      const from = Math.floor(key / groups.length);
      const to = key % groups.length;
      const possible = members[from]! * (members[to]! - (from === to ? 1 : 0));
      return {
        from: groups[from]!,
        to: groups[to]!,
        arcs,
        weight,
        density: possible === 0 ? null : arcs / possible,
      };
    });
}
