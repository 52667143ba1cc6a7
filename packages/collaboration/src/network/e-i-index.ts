import { pairsOf } from './combinations.ts';
import { type Network, networkOf } from './network.ts';
import type { NetworkInput } from './network-input.ts';

/** Ties within and across groups. */
export interface InternalExternal {
  /** Ties between members of one group. */
  readonly internal: number;
  /** Ties between members of different groups. */
  readonly external: number;
  /** (external − internal) / (external + internal): −1 all within, 1 all across; `null` without such ties. */
  readonly index: number | null;
}

/** The E-I index of a network, its groups and its nodes. */
export interface EIIndex extends InternalExternal {
  /** The index by weight instead of number of ties. */
  readonly weightedIndex: number | null;
  /** The index that these group sizes give when every pair is as likely to be tied; `null` with fewer than two nodes. */
  readonly expectedIndex: number | null;
  /** Ties that are not counted, because one end has no known group. */
  readonly tiesWithoutGroup: number;
  /** Of every group: ties among its members, and ties with others; by name. */
  readonly groups: readonly (InternalExternal & { readonly group: string; readonly nodes: number })[];
  /** Of every node that has a group; by id. */
  readonly nodes: readonly (InternalExternal & { readonly id: string; readonly group: string })[];
}

/** E-I index (Krackhardt & Stern 1988) over the ties of the undirected projection between nodes of known groups. */
export function eIIndex(input: NetworkInput | Network): EIIndex {
  const network = networkOf(input);
  const { size, groups, groupOf, undirected } = network;
  const internal = new Int32Array(size);
  const external = new Int32Array(size);
  let internalWeight = 0;
  let externalWeight = 0;
  let withoutGroup = 0;
  for (let node = 0; node < size; node++) {
    for (let at = undirected.start[node]!; at < undirected.start[node + 1]!; at++) {
      const own = groupOf[node]!;
      const other = groupOf[undirected.target[at]!]!;
      if (own === -1 || other === -1) withoutGroup++;
      else if (own === other) {
        internal[node]! += 1;
        internalWeight += undirected.weight[at]!;
      } else {
        external[node]! += 1;
        externalWeight += undirected.weight[at]!;
      }
    }
  }
  const members = new Int32Array(groups.length);
  const inside = new Int32Array(groups.length);
  const across = new Int32Array(groups.length);
  for (let node = 0; node < size; node++) {
    const group = groupOf[node]!;
    if (group === -1) continue;
    members[group]! += 1;
    inside[group]! += internal[node]!;
    across[group]! += external[node]!;
  }
  // A tie within a group was met from both its ends, and so was one across, from two groups.
  return {
    ...shares(total(internal) / 2, total(external) / 2),
    weightedIndex: shares(internalWeight, externalWeight).index,
    expectedIndex: expected(members),
    tiesWithoutGroup: withoutGroup / 2,
    groups: groups.map((group, at) => ({
      group,
      nodes: members[at]!,
      ...shares(inside[at]! / 2, across[at]!),
    })),
    nodes: network.ids.flatMap((id, node) =>
      groupOf[node] === -1
        ? []
        : { id, group: groups[groupOf[node]!]!, ...shares(internal[node]!, external[node]!) },
    ),
  };
}

function shares(internal: number, external: number): InternalExternal {
  const ties = internal + external;
  return { internal, external, index: ties === 0 ? null : (external - internal) / ties };
}

function expected(members: Int32Array): number | null {
  const nodes = total(members);
  const within = members.reduce((sum, count) => sum + pairsOf(count), 0);
  return shares(within, pairsOf(nodes) - within).index;
}

const total = (values: Int32Array) => values.reduce((sum, value) => sum + value, 0);
