import type { Interval, IntervalOptions } from '../intervals/interval.ts';
import { requireThat } from '../require-that.ts';
import { bootstrapInterval } from '../resampling/bootstrap-interval.ts';
import { decileRange } from '../spread/decile-range.ts';
import { standardDeviation } from '../spread/standard-deviation.ts';
import { compensatedSum } from '../sums/compensated-sum.ts';

/** The figure of a school, and its standard error where that is known. */
export interface SchoolValue {
  readonly value: number;
  /** Standard error; absent or `null`: not known. */
  readonly error?: number | null | undefined;
}

/** A figure with an interval; `null` where there are too few schools for one. */
export interface FigureWithInterval {
  readonly value: number;
  readonly interval: Interval | null;
}

/** How far apart the schools of an area are, each counted once. */
export interface Polarisation {
  readonly schools: number;
  /** Of a population: these are all the schools there are. */
  readonly standardDeviation: FigureWithInterval;
  /**
   * The standard deviation without what chance adds to it, √(s² − mean of the squared errors), of a sample; 0 where chance alone would do. `null`
   * unless every school has an error.
   */
  readonly withoutChance: FigureWithInterval | null;
  /** P90 − P10. */
  readonly decileRange: FigureWithInterval;
  /** Mean of the highest fifth of the schools minus that of the lowest; at the edge of a fifth a school counts in part. */
  readonly fifths: FigureWithInterval;
}

/** Options of {@link polarisation}. */
export interface PolarisationOptions extends IntervalOptions {
  /** Resamples of schools for the intervals. Default 1,000. */
  readonly resamples?: number;
  /** Seed: the same values and seed give the same intervals. Default 1. */
  readonly seed?: number;
}

/** Fewest schools for an interval: below, resampling says nothing. */
const fewest = 5;

/**
 * How far apart the schools of an area are, measured in several ways, with bootstrap intervals over schools as if they stood for more like them. No figure depends on the order in which
 * they are given.
 *
 * @returns `null` below two schools
 * @throws RangeError for values or errors that are not finite, or negative errors
 */
export function polarisation(
  schools: readonly SchoolValue[],
  options: PolarisationOptions = {},
): Polarisation | null {
  for (const { value, error } of schools)
    requireThat(
      Number.isFinite(value) && (error ?? 0) >= 0 && Number.isFinite(error ?? 0),
      'Values and their errors must be finite, errors not negative.',
    );
  if (schools.length < 2) return null;
  const sorted = [...schools].sort((a, b) => a.value - b.value || (a.error ?? 0) - (b.error ?? 0));
  const valuesOf = (sample: readonly SchoolValue[]) => sample.map(({ value }) => value);
  const figure = (of: (sample: readonly SchoolValue[]) => number): FigureWithInterval => ({
    value: of(sorted),
    interval: sorted.length < fewest ? null : bootstrapInterval(sorted, of, options),
  });
  const known = sorted.every(({ error }) => error !== undefined && error !== null);
  return {
    schools: sorted.length,
    standardDeviation: figure((sample) => standardDeviation(valuesOf(sample), { of: 'population' })),
    withoutChance: known ? figure(withoutChance) : null,
    decileRange: figure((sample) => decileRange(valuesOf(sample))),
    fifths: figure((sample) => fifths(valuesOf(sample))),
  };
}

function withoutChance(sample: readonly SchoolValue[]): number {
  const seen = standardDeviation(sample.map(({ value }) => value)) ** 2;
  const chance =
    compensatedSum(sample.length, (index) => (sample[index]!.error as number) ** 2) / sample.length;
  return Math.sqrt(Math.max(0, seen - chance));
}

function fifths(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const size = sorted.length / 5;
  const weightOf = (place: number) => Math.min(1, Math.max(0, size - place));
  const sum = (at: (place: number) => number) =>
    compensatedSum(Math.ceil(size), (place) => weightOf(place) * at(place));
  return sum((place) => sorted[sorted.length - 1 - place]! - sorted[place]!) / size;
}
