import { type Panel, valueAt } from '../panel/panel.ts';

/** Which schools are looked at as joining, when, and whom each is compared with: all by place in the panel. */
export interface Comparison {
  /** By school: the year it joined, or null for one that serves as comparison only. */
  readonly joined: ReadonlyMap<number, number>;
  /** By school that joined: its comparison schools, each counting the same. */
  readonly partners: ReadonlyMap<number, readonly number[]>;
  /** By school: first year from which it is no comparison any more. */
  readonly until: (school: number) => number | null;
}

/** A row of a cell: a school's change since before the cohort joined. */
export interface CellRow {
  readonly school: number;
  readonly joined: boolean;
  readonly weight: number;
  readonly change: number;
}

/** The schools that joined in one year, and their comparison schools, in one year. */
export interface Cell {
  readonly treatedFrom: number;
  readonly year: number;
  /** Years since joining; negative before. */
  readonly eventTime: number;
  readonly rows: readonly CellRow[];
  /** Sum of the weights of the schools that joined. */
  readonly weight: number;
  /** Their mean change minus that of the comparison schools. */
  readonly difference: number;
}

/** What the change is counted from: years before joining, 1 the last of them. */
export type BaseYears = readonly number[];

/** What else {@link cellsOf} takes. */
export interface CellOptions {
  /** Figures other than those of the panel, schools × years. */
  readonly values?: Float64Array;
  /** Which years since joining to work out. Default: all. */
  readonly wanted?: (eventTime: number) => boolean;
}

/**
 * Group-time cells: for each cohort and year the mean change of those who joined since the base years, minus the weighted mean change of
 * those they are compared with, where both have figures and the comparison school has not joined anything itself.
 *
 * Reference: B. Callaway and P. H. C. Sant'Anna, Journal of Econometrics 225 (2021).
 */
export function cellsOf(
  panel: Panel,
  comparison: Comparison,
  base: BaseYears,
  { values = panel.values, wanted = () => true }: CellOptions = {},
): Cell[] {
  const cohorts = new Map<number, number[]>();
  for (const [school, year] of comparison.joined) cohorts.set(year, [...(cohorts.get(year) ?? []), school]);
  const cells: Cell[] = [];
  for (const treatedFrom of [...cohorts.keys()].sort((a, b) => a - b)) {
    const members = cohorts.get(treatedFrom)!.sort((a, b) => a - b);
    const changes = changesOf(panel, values, treatedFrom, base);
    for (const [at, year] of panel.years.entries()) {
      if (!wanted(year - treatedFrom)) continue;
      const rows = new Map<number, CellRow>();
      for (const school of members) {
        const change = changes(school)[at]!;
        if (!Number.isFinite(change)) continue;
        const usable = (comparison.partners.get(school) ?? []).filter((partner) => {
          const until = comparison.until(partner);
          return (until === null || until > year) && Number.isFinite(changes(partner)[at]!);
        });
        if (usable.length === 0) continue;
        rows.set(school, { school, joined: true, weight: panel.weight[school]!, change });
        for (const partner of usable) {
          const weight = (rows.get(partner)?.weight ?? 0) + panel.weight[school]! / usable.length;
          rows.set(partner, { school: partner, joined: false, weight, change: changes(partner)[at]! });
        }
      }
      if (rows.size > 0) cells.push(cellOf(treatedFrom, year, [...rows.values()]));
    }
  }
  return cells;
}

/** By school, its change in each year of the panel since the base years. */
function changesOf(
  panel: Panel,
  values: Float64Array,
  treatedFrom: number,
  base: BaseYears,
): (school: number) => Float64Array {
  const known = new Map<number, Float64Array>();
  return (school) => {
    const found = known.get(school);
    if (found !== undefined) return found;
    let before = 0;
    for (const back of base) before += valueAt(panel, values, school, treatedFrom - back);
    const size = panel.years.length;
    const own = values.slice(school * size, (school + 1) * size).map((value) => value - before / base.length);
    known.set(school, own);
    return own;
  };
}

function cellOf(treatedFrom: number, year: number, rows: CellRow[]): Cell {
  let weight = 0;
  let joined = 0;
  let others = 0;
  for (const row of rows) {
    if (row.joined) {
      weight += row.weight;
      joined += row.weight * row.change;
    } else others += row.weight * row.change;
  }
  const difference = (joined - others) / weight;
  return { treatedFrom, year, eventTime: year - treatedFrom, rows, weight, difference };
}

/** The mean difference over cells, each counting by the schools that joined in it; `null` without cells. */
export function meanDifference(cells: readonly Cell[]): number | null {
  let sum = 0;
  let weight = 0;
  for (const cell of cells) {
    sum += cell.weight * cell.difference;
    weight += cell.weight;
  }
  return weight === 0 ? null : sum / weight;
}
