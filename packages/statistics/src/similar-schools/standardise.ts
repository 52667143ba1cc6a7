import { requireThat } from '../require-that.ts';
import type { ContextTable } from './context-table.ts';

/** How values of different units are made comparable. */
export type Standardisation =
  /** (value − median) ÷ (1.4826 × median absolute deviation): extreme schools do not shrink the differences of all others. */
  | 'robust'
  /** (value − mean) ÷ standard deviation. */
  | 'standard'
  /** (value − lowest) ÷ range. */
  | 'range';

/** How a column was made comparable. */
export interface ColumnScale {
  readonly name: string;
  /** Share of all weights, 0–1. */
  readonly weight: number;
  readonly centre: number;
  /** 0 when all schools have the same value: the column then counts for nothing. */
  readonly scale: number;
  /** What the scale is: with `robust`, the next where the one before is 0. */
  readonly scaleOf: 'median-deviation' | 'quartile-range' | 'standard-deviation' | 'range' | 'constant';
  /** Schools without a value. */
  readonly missing: number;
}

/** A table made comparable: `scores[school × columns + column]`, `NaN` where not known. */
export interface StandardisedTable {
  /** In the order in which they come back: by id. */
  readonly ids: readonly string[];
  readonly columns: readonly ColumnScale[];
  readonly scores: Float64Array;
}

/**
 * Puts schools and columns in order – by id and by name, so that the order in which they came changes no digit – and makes the values comparable.
 * Columns of weight 0 are left out.
 *
 * @throws RangeError when ids or names repeat, a column has another length, a weight is negative or no weight is above 0
 */
export function standardise({ ids, columns }: ContextTable, by: Standardisation): StandardisedTable {
  requireThat(new Set(ids).size === ids.length, 'Every school must be there once.');
  requireThat(
    new Set(columns.map(({ name }) => name)).size === columns.length,
    'Every column must have its own name.',
  );
  for (const { values, weight = 1 } of columns) {
    requireThat(values.length === ids.length, 'Every column must have a value for each school.');
    requireThat(weight >= 0 && Number.isFinite(weight), 'A weight must not be negative.');
  }
  const order = ids.map((_, index) => index).sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
  const used = columns.filter(({ weight = 1 }) => weight > 0).sort((a, b) => (a.name < b.name ? -1 : 1));
  requireThat(used.length > 0, 'At least one column must have a weight above 0.');
  const scores = new Float64Array(ids.length * used.length);
  const scales = used.map(({ name, values, weight = 1 }, place): ColumnScale => {
    const ordered = order.map((index) => {
      const value = values[index];
      return typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN;
    });
    const known = ordered.filter((value) => !Number.isNaN(value));
    const { centre, scale, scaleOf } = scaleFor(known, by);
    ordered.forEach((value, school) => {
      scores[school * used.length + place] = scale === 0 ? value * 0 : (value - centre) / scale;
    });
    return { name, weight, centre, scale, scaleOf, missing: ordered.length - known.length };
  });
  return { ids: order.map((index) => ids[index]!), columns: shared(scales), scores };
}

/** Weights as shares of those of the columns in which schools differ at all. */
function shared(columns: readonly ColumnScale[]): ColumnScale[] {
  const counts = columns.some(({ scale }) => scale > 0) ? ({ scale }: ColumnScale) => scale > 0 : () => true;
  const total = columns.reduce((sum, column) => sum + (counts(column) ? column.weight : 0), 0);
  return columns.map((column) => ({ ...column, weight: counts(column) ? column.weight / total : 0 }));
}

function scaleFor(
  values: readonly number[],
  by: Standardisation,
): Pick<ColumnScale, 'centre' | 'scale' | 'scaleOf'> {
  if (values.length === 0) return { centre: 0, scale: 0, scaleOf: 'constant' };
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => quantileOfSorted(sorted, share);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const deviation = Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length);
  const lowest = sorted[0]!;
  const range = sorted.at(-1)! - lowest;
  if (range === 0) return { centre: lowest, scale: 0, scaleOf: 'constant' };
  if (by === 'range') return { centre: lowest, scale: range, scaleOf: 'range' };
  if (by === 'standard') return { centre: mean, scale: deviation, scaleOf: 'standard-deviation' };
  const centre = at(0.5);
  const away = sorted.map((value) => Math.abs(value - centre)).sort();
  const medianDeviation = 1.4826 * quantileOfSorted(away, 0.5);
  if (medianDeviation > 0) return { centre, scale: medianDeviation, scaleOf: 'median-deviation' };
  const quartiles = (at(0.75) - at(0.25)) / 1.349;
  if (quartiles > 0) return { centre, scale: quartiles, scaleOf: 'quartile-range' };
  return { centre, scale: deviation, scaleOf: 'standard-deviation' };
}

/** Type 7, as `quantile`, of values that are in order already. */
export function quantileOfSorted(sorted: Float64Array, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below]!;
  return low + (position - below) * (sorted[Math.min(below + 1, sorted.length - 1)]! - low);
}
