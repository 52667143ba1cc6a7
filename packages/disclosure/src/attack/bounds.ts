import type { ReadableFamily } from '../family/readable-family.ts';

/** Lowest and highest value that a count can have, as far as a reader can tell. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

const rounds = 50;

/**
 * What a reader can tell about one count of each hidden cell: every line bounds each of its members by the bounds of
 * the others, again and again until nothing narrows. Subtraction is the case in which a bound closes on one value.
 *
 * @param hidden cells whose counts the reader does not see
 * @param knows cells whose counts the reader holds anyway
 * @param at which count of the cells
 */
export function boundsOf(
  family: ReadableFamily,
  hidden: ReadonlyMap<string, unknown>,
  knows: ReadonlySet<string>,
  at: number,
): Map<string, Bounds> {
  const bounds = new Map<string, Bounds>();
  for (const [id, counts] of family.counts) {
    const count = counts[at] ?? 0;
    const open = hidden.has(id) && !knows.has(id);
    bounds.set(id, open ? { low: 0, high: Number.POSITIVE_INFINITY } : { low: count, high: count });
  }
  const of = (id: string) => bounds.get(id) as Bounds;
  for (let round = 0; round < rounds; round += 1) {
    let narrowed = false;
    const narrow = (id: string, low: number, high: number) => {
      const before = of(id);
      const after = { low: Math.max(before.low, low), high: Math.min(before.high, high) };
      if (after.low > before.low || after.high < before.high) {
        bounds.set(id, after);
        narrowed = true;
      }
    };
    for (const line of family.lines) {
      const rest = line.rest[at] ?? 0;
      const low = line.parts.reduce((sum, part) => sum + of(part).low, rest);
      const high = line.parts.reduce((sum, part) => sum + of(part).high, rest);
      narrow(line.total, low, high);
      const total = of(line.total);
      for (const part of line.parts) {
        const own = of(part);
        const othersLow = low - own.low;
        const othersHigh = line.parts.reduce(
          (sum, other) => (other === part ? sum : sum + of(other).high),
          rest,
        );
        narrow(part, total.low - othersHigh, total.high - othersLow);
      }
    }
    if (!narrowed) break;
  }
  return bounds;
}
