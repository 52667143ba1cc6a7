import { type Network, networkOf } from './network.ts';
import type { NetworkInput } from './network-input.ts';

/** How often a node brokers in each of the five roles. */
export interface BrokerageRoles {
  /** Between two of its own group: A → A → A. */
  readonly coordinator: number;
  /** Between two of one other group: B → A → B; also called consultant. */
  readonly itinerant: number;
  /** From its own group to another: A → A → B. */
  readonly representative: number;
  /** From another group into its own: B → A → A. */
  readonly gatekeeper: number;
  /** Between two other groups: B → A → C. */
  readonly liaison: number;
  /** All five together. */
  readonly total: number;
}

/** Brokerage of one node. */
export interface Brokerage extends BrokerageRoles {
  readonly id: string;
  readonly group: string;
}

const roles = ['coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison'] as const;

/**
 * Gould–Fernandez brokerage (1989), raw counts of every node that has a group, in order of id: node b brokers between a and
 * c when a → b and b → c, but not a → c. The role follows from the groups of the three. Triples with a node of no known
 * group are left out. The same as `raw.nli` of `brokerage` in sna (columns w_I, w_O, b_IO, b_OI, b_O).
 */
export function brokerage(input: NetworkInput | Network): Brokerage[] {
  const network = networkOf(input);
  const { out, groupOf, size } = network;
  const counts = new Float64Array(size * roles.length);
  const reached = new Int32Array(size).fill(-1);
  for (let a = 0; a < size; a++) {
    if (groupOf[a] === -1) continue;
    for (let at = out.start[a]!; at < out.start[a + 1]!; at++) reached[out.target[at]!] = a;
    for (let at = out.start[a]!; at < out.start[a + 1]!; at++) {
      const b = out.target[at]!;
      if (groupOf[b] === -1) continue;
      for (let next = out.start[b]!; next < out.start[b + 1]!; next++) {
        const c = out.target[next]!;
        if (c === a || reached[c] === a || groupOf[c] === -1) continue;
        counts[b * roles.length + role(groupOf[a]!, groupOf[b]!, groupOf[c]!)]! += 1;
      }
    }
  }
  return network.ids.flatMap((id, node) => {
    if (groupOf[node] === -1) return [];
    const own = Array.from(counts.subarray(node * roles.length, (node + 1) * roles.length));
    const [coordinator, itinerant, representative, gatekeeper, liaison] = own as Five;
    const total = own.reduce((sum, count) => sum + count, 0);
    const group = network.groups[groupOf[node]!]!;
    return { id, group, coordinator, itinerant, representative, gatekeeper, liaison, total };
  });
}

type Five = [number, number, number, number, number];

function role(from: number, broker: number, to: number): number {
  if (from === broker) return broker === to ? 0 : 2;
  if (broker === to) return 3;
  return from === to ? 1 : 4;
}
