import { CollegialError, formatScope, type IndicatorResult, parseAcademicYear } from '@collegial/model';
import {
  type Adjustment,
  adjustProbabilities,
  changePoints,
  type MannKendall,
  mannKendall,
  runChart,
  theilSen,
} from '@collegial/statistics';
import type { IndicatorDefinition } from '../definition/indicator-definition.ts';
import { resolveIndicators } from '../evaluate/resolve-indicators.ts';
import { comparable, figureError } from './figure-error.ts';
import type { IndicatorTrend, TrendFinding } from './indicator-trend.ts';
import { trendWords } from './trend-words.ts';

/** Options of {@link trendsOf}. */
export interface TrendOptions {
  /** Definitions of indicators that are not of the catalogue. */
  readonly definitions?: readonly IndicatorDefinition[];
  /** How the number of series is allowed for. Default `benjamini-hochberg`. */
  readonly adjustment?: Adjustment;
}

/**
 * Trends of results over years: for each indicator, scope and subgroup whether the figures rise, fall or changed their level – and an honest “too short to tell”, which
 * three or four years mostly are. Where many series are looked at, what is claimed allows for that. A pure function of results; it reads nothing.
 *
 * Years with few people, without data or under another definition are left out and named; gaps between years are allowed.
 *
 * A change of level is judged by the standard errors of the years, that is, by chance in who the students are; a school's years differ for other
 * reasons too, so that it says “these years differ”, not why.
 *
 * @throws CollegialError `indicator.unknown`; `argument.invalid` when a year is there twice
 *
 * @example
 * ```ts no-run
 * import { evaluate, trendsOf } from '@collegial/indicators';
 *
 * const results = await evaluate(store, { indicators: 'presence.absence-rate', scope: 'school:*' });
 * trendsOf(results).map(({ scope, words }) => `${scope}: ${words}`);
 * ```
 */
export function trendsOf(results: readonly IndicatorResult[], options: TrendOptions = {}): IndicatorTrend[] {
  const series = new Map<string, IndicatorResult[]>();
  for (const result of results) {
    const key = JSON.stringify([result.indicator, formatScope(result.scope), result.subgroup]);
    series.set(key, [...(series.get(key) ?? []), result]);
  }
  const definitionOf = (id: string) => {
    const own = options.definitions?.find((definition) => definition.id === id);
    return resolveIndicators([own ?? id])[0] as IndicatorDefinition;
  };
  const found = [...series.values()].map(seriesOf);
  const adjusted = adjustProbabilities(
    found.map(({ probability }) => probability),
    options.adjustment,
  );
  return found.map((trend, index) => {
    const adjustedProbability = adjusted[index] ?? null;
    const complete = { ...trend, adjustedProbability, finding: findingOf(trend, adjustedProbability) };
    return { ...complete, words: trendWords(complete, definitionOf(trend.indicator), found.length) };
  });
}

/** {@link trendsOf} for one series. @throws CollegialError `argument.invalid` unless the results are of one indicator, scope and subgroup */
export function trendOf(results: readonly IndicatorResult[], options: TrendOptions = {}): IndicatorTrend {
  const [trend, another] = trendsOf(results, options);
  if (trend === undefined || another !== undefined)
    throw new CollegialError({
      code: 'argument.invalid',
      message: trend === undefined ? 'There are no results.' : 'The results are of several series.',
      fix: 'Give the results of one indicator, scope and subgroup, or use `trendsOf`.',
    });
  return trend;
}

type Series = Omit<IndicatorTrend, 'finding' | 'adjustedProbability' | 'words'>;

function seriesOf(given: readonly IndicatorResult[]): Series {
  const results = [...given].sort((a, b) => parseAcademicYear(a.period) - parseAcademicYear(b.period));
  const twice = results.find(({ period }, index) => period === results[index + 1]?.period);
  if (twice !== undefined)
    throw new CollegialError({
      code: 'argument.invalid',
      message: `The year ${twice.period} of “${twice.indicator}” is there twice for ${formatScope(twice.scope)}.`,
      fix: 'Give one result for each year.',
    });
  const version = Math.max(...results.map((result) => result.version));
  const usable = (result: IndicatorResult) => comparable(result) && result.version === version;
  const used = results.filter(usable);
  const years = used.map((result) => ({
    period: result.period,
    value: result.value as number,
    standardError: figureError(result),
  }));
  const values = years.map(({ value }) => value);
  const errors = years.map(({ standardError }) => standardError);
  const known = errors.every((error) => error !== null && error > 0);
  const enough = years.length >= 3;
  const monotone = enough ? mannKendall(values) : null;
  const change = years.length >= 4 ? changePoints(values, known ? { errors: errors as number[] } : {}) : null;
  const least = 0.05;
  const probabilities = [
    monotone !== null && monotone.leastProbability <= least ? monotone.probability : null,
    change?.probability ?? null,
  ].filter((probability) => probability !== null);
  const first = results[0] as IndicatorResult;
  return {
    indicator: first.indicator,
    scope: formatScope(first.scope),
    subgroup: first.subgroup,
    years,
    leftOut: results
      .filter((result) => !usable(result))
      .map(({ period, flags, version: own }) => ({
        period,
        why: own === version ? flags : [...flags, 'other-version' as const],
      })),
    monotone,
    slope: enough
      ? theilSen(
          used.map(({ period }) => parseAcademicYear(period)),
          values,
        )
      : null,
    change,
    runs: years.length >= 10 ? runChart(values) : null,
    probability:
      probabilities.length === 0 ? null : Math.min(1, probabilities.length * Math.min(...probabilities)),
  };
}

function findingOf(
  { monotone, change, slope, years, probability }: Series,
  adjusted: number | null,
): TrendFinding {
  if (probability === null || adjusted === null) return 'too-short';
  if (adjusted > 0.05) return 'nothing-told';
  if (change?.finding !== 'change') return risingOrFalling(monotone as MannKendall);
  if (monotone === null || slope === null || monotone.leastProbability > 0.05) return 'level-changed';
  // Which describes the years better: one line, or levels, each further level at the price of a change?
  const weights = years.map(({ standardError }) => (standardError === null ? 1 : standardError ** -2));
  const squares = (expected: (index: number) => number) =>
    years.reduce((sum, { value }, index) => sum + weights[index]! * (value - expected(index)) ** 2, 0);
  const line = squares((index) => slope.intercept + slope.slope * parseAcademicYear(years[index]!.period));
  const levels = squares(
    (index) => change.segments.find(({ from, to }) => from <= index && index <= to)!.level,
  );
  const further = (change.segments.length - 2) * (change.penalty as number);
  if (monotone.probability <= 0.05 && line <= levels + further) return risingOrFalling(monotone);
  return 'level-changed';
}

function risingOrFalling({ score }: MannKendall): TrendFinding {
  return score > 0 ? 'rising' : 'falling';
}
