import type { DesignColumn, Range } from './design.ts';

/**
 * How a column becomes whole numbers: value = centre + scale × whole ÷ 2^bits, rounded to the nearest. Sums and products of whole numbers
 * do not depend on the order in which rows come, nor on the number of threads.
 */
export interface FixedPoint {
  readonly centre: number;
  /** A power of two, at least the largest distance from the centre. */
  readonly scale: number;
  readonly bits: number;
}

/** Bits that DECIMAL of 9 digits holds: products have 18, which is 64 bits, and their sum 38. An error of at most 2⁻³⁰ of the scale. */
export const narrowBits = 29;

/** A binary column is 0 or 1 as it stands. */
export const binaryPoint: FixedPoint = { centre: 0, scale: 1, bits: 0 };

/**
 * Bits whose products HUGEINT (or DECIMAL of 38 digits) sums over so many rows without overflow: never above 52, of which a double has no
 * more.
 */
export function wideBits(rows: number): number {
  return Math.min(52, Math.floor((124 - Math.ceil(Math.log2(rows + 1))) / 2));
}

/** Whole numbers for a column, about the middle of its range or about a centre that was found to be better. */
export function fixedPoint({ low, high }: Range, bits: number, about?: number): FixedPoint {
  const centre = about ?? low + (high - low) / 2;
  const reach = Math.max(high - centre, centre - low);
  return { centre, scale: reach === 0 ? 1 : powerOfTwoAbove(reach), bits };
}

/** The least power of two that is not below a number. */
export function powerOfTwoAbove(value: number): number {
  let power = 2 ** Math.ceil(Math.log2(value));
  // Rounding of the logarithm may be off by one on either side.
  while (power < value) power *= 2;
  while (power / 2 >= value) power /= 2;
  return power;
}

/** A column with the whole numbers that it becomes. */
export interface PlannedColumn {
  readonly column: DesignColumn;
  readonly point: FixedPoint;
}

/** Spread of a column in the whole numbers that it became. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

/** So many standard deviations off its centre, a column's sums lose ten of 53 binary digits to each other. */
const offCentre = 2 ** 5;
/** Below this ratio of standard deviation to scale, so few of the 29 bits tell values apart that more are needed. */
const tooCoarse = 2 ** -9;
/** Steps to a standard deviation without which figures would not be good to seven digits; about the mean the scale may be twice as wide. */
const fewestSteps = 2 ** 18;

/** What is to be done about a column after its first sums. */
export function judge(
  { column, point }: PlannedColumn,
  { mean, deviation }: Spread,
): 'good' | 'recentre' | 'widen' {
  if (column.binary || column.range.low === column.range.high) return 'good';
  if (deviation < tooCoarse * 2 ** point.bits) return 'widen';
  return Math.abs(mean) > offCentre * deviation ? 'recentre' : 'good';
}

/** True when a column's values are told apart well enough; one that never varies is, and is found to be of no use later. */
export function isFine({ column }: PlannedColumn, { deviation }: Spread): boolean {
  return column.binary || deviation < 1 || deviation >= fewestSteps;
}
