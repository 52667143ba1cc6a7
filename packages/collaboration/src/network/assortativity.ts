import { mixing } from './mixing.ts';
import type { Network } from './network.ts';
import type { NetworkInput } from './network-input.ts';

/** Assortativity by group: 1 all ties within groups, 0 as by chance, below 0 rather across. */
export interface Assortativity {
  /** Every arc counts once; `null` without arcs or when all lie in one group. */
  readonly arcs: number | null;
  /** Every arc counts by its weight. */
  readonly weighted: number | null;
}

/**
 * Assortativity coefficient by group of directed arcs (Newman 2003, eq. 2): (tr e − Σ a·b) / (1 − Σ a·b), where e is the mixing matrix
 * as shares, and a and b are the shares of arcs that leave and reach each group. Arcs of nodes without a known group are left out.
 */
export function assortativity(input: NetworkInput | Network): Assortativity {
  const cells = mixing(input);
  return { arcs: coefficient(cells, 'arcs'), weighted: coefficient(cells, 'weight') };
}

function coefficient(cells: ReturnType<typeof mixing>, by: 'arcs' | 'weight'): number | null {
  const leaves = new Map<string, number>();
  const reaches = new Map<string, number>();
  let total = 0;
  let within = 0;
  for (const cell of cells) {
    leaves.set(cell.from, (leaves.get(cell.from) ?? 0) + cell[by]);
    reaches.set(cell.to, (reaches.get(cell.to) ?? 0) + cell[by]);
    total += cell[by];
    if (cell.from === cell.to) within += cell[by];
  }
  if (total === 0) return null;
  let chance = 0;
  for (const [group, left] of leaves) chance += (left / total) * ((reaches.get(group) ?? 0) / total);
  return chance === 1 ? null : (within / total - chance) / (1 - chance);
}
