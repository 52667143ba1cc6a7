import { type Panel, valueAt } from '../panel/panel.ts';
import { featureScale, type Matchable } from './match-nearest.ts';

/**
 * Which figures from before the joining schools are matched on: those of each year, their mean, or none. By `years` schools that happened to be low
 * in the last year are compared with others that happened to be, so that both come back alike; by `level` what happened from year to year
 * stays free to be looked at.
 */
export type MatchOn = 'years' | 'level' | 'context';

/** What schools are matched on, for a year of joining. */
export interface Features {
  readonly names: readonly string[];
  /** Figures of before count together as much as all of the context. */
  readonly importance: readonly number[];
  readonly scale: readonly number[];
  /** By place in the panel; absent without all the figures. */
  readonly of: ReadonlyMap<number, Matchable>;
}

/** What {@link featuresFor} takes. */
export interface FeatureOptions {
  readonly treatedFrom: number;
  readonly matchOn: MatchOn;
  /** Years before joining that count. */
  readonly baseYears: number;
  readonly contextNames: readonly string[];
}

/** The features of every school that has figures in each of the years before a year of joining. */
export function featuresFor(panel: Panel, options: FeatureOptions): Features {
  const { treatedFrom, matchOn, baseYears, contextNames } = options;
  const years = Array.from({ length: baseYears }, (_, index) => treatedFrom - baseYears + index);
  const outcomes = matchOn === 'years' ? years.map((year) => figureName(treatedFrom - year)) : [];
  const names = [...(matchOn === 'level' ? ['mean figure before'] : outcomes), ...contextNames];
  const before = names.length - contextNames.length;
  const importance = names.map((_, index) => (index < before ? 1 / before : 1 / contextNames.length));
  const of = new Map<number, Matchable>();
  for (const [place, school] of panel.schools.entries()) {
    const values = years.map((year) => valueAt(panel, panel.values, place, year));
    const context = contextNames.map((_, index) => meanContext(panel, place, years, index));
    const level = [values.reduce((sum, value) => sum + value, 0) / values.length];
    const own = matchOn === 'years' ? values : matchOn === 'level' ? level : [];
    if ([...values, ...context].every(Number.isFinite))
      of.set(place, { school, features: [...own, ...context] });
  }
  return { names, importance, scale: featureScale([...of.values()]), of };
}

function meanContext(panel: Panel, school: number, years: readonly number[], index: number): number {
  let sum = 0;
  let count = 0;
  for (const year of years) {
    const at = school * panel.years.length + year - panel.years[0]!;
    const value =
      year < panel.years[0]! ? Number.NaN : (panel.context[at * panel.contexts + index] ?? Number.NaN);
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return sum / count;
}

function figureName(back: number): string {
  return back === 1 ? 'figure of the year before' : `figure of ${back} years before`;
}
