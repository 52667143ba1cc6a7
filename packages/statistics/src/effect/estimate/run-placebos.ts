import type { Interval } from '../../intervals/interval.ts';
import { quantile } from '../../spread/quantile.ts';
import type { Panel } from '../panel/panel.ts';
import { type BaseYears, cellsOf, meanDifference } from './cells.ts';
import { type PlaceboFigure, placeboAssignments } from './placebo.ts';
import { leadMeans, leadsOf, slopeOf } from './pre-trend.ts';
import type { Setting } from './setting.ts';

/** What all choices of schools give, the true groups' first. */
export interface PlaceboRun {
  readonly figures: readonly PlaceboFigure[];
  readonly slopes: readonly number[];
  /** Sums of squared leads. */
  readonly squares: readonly number[];
  /** By years since joining: between which two figures 95 % of the choices lie. */
  readonly bands: ReadonlyMap<number, Interval>;
  readonly exact: boolean;
}

/** What {@link runPlacebos} takes. */
export interface RunPlacebosOptions {
  readonly panel: Panel;
  readonly setting: Setting;
  readonly base: BaseYears;
  readonly leads: number;
  /** Allowed for where schools are exchanged one by one. */
  readonly sharedSwings: number;
  readonly draws: number;
  readonly seed: number;
  /** Schools of the groups that found a match, with their years. */
  readonly matched: ReadonlyMap<number, number>;
}

/** Puts other schools in the groups' places and works everything out again, matching included. */
export function runPlacebos(options: RunPlacebosOptions): PlaceboRun {
  const { panel, setting, base, draws, seed, matched } = options;
  const { exchange, focal, main, level } = setting;
  const groups = [...new Set([...matched.keys()].map((school) => panel.group[school]!))]
    .sort()
    .map((group) => new Map([...matched].filter(([school]) => panel.group[school] === group)));
  const { assignments, exact } = placeboAssignments({
    exchange,
    groups,
    others: standIns(options),
    draws,
    seed,
  });
  const exposed = exposureOf(panel, matched);
  const wider = exchange === 'schools' ? widening(groups, options.sharedSwings) : 1;
  const figures: PlaceboFigure[] = [];
  const slopes: number[] = [];
  const squares: number[] = [];
  const byTime = new Map<number, number[]>();
  for (const [choice, joined] of assignments.entries()) {
    const by = choice === 0 ? 1 : wider;
    const compared = main.comparer.compare(joined, focal);
    const cells = cellsOf(panel, compared, base);
    const value = meanDifference(cells.filter(({ eventTime }) => after(eventTime)));
    if (value === null) continue;
    const shifted = cellsOf(panel, compared, base, { values: exposed, wanted: after });
    figures.push({ value: by * value, share: by * (meanDifference(shifted) ?? 0) });
    for (const eventTime of new Set(cells.map((cell) => cell.eventTime))) {
      const found = byTime.get(eventTime) ?? [];
      byTime.set(eventTime, found);
      found.push(by * meanDifference(cells.filter((cell) => cell.eventTime === eventTime))!);
    }
    const leads = leadsOf(
      cellsOf(panel, level.comparer.compare(joined, focal), [1], { wanted: before }),
      options.leads,
    );
    slopes.push(by * (slopeOf(leads) ?? 0));
    squares.push(leadMeans(leads).reduce((sum, lead) => sum + (by * lead.value) ** 2, 0));
  }
  const bands = new Map(
    [...byTime].map(([time, values]) => [
      time,
      { lower: quantile(values, 0.025), upper: quantile(values, 0.975) },
    ]),
  );
  return { figures, slopes, squares, bands, exact };
}

const after = (eventTime: number) => eventTime >= 0;
const before = (eventTime: number) => eventTime < -1;

/** By how much more the mean of schools that share some of their swings varies than that of schools which share none. */
function widening(groups: readonly ReadonlyMap<number, number>[], share: number): number {
  const schools = groups.reduce((sum, { size }) => sum + size, 0);
  const size = groups.reduce((sum, group) => sum + group.size ** 2, 0) / schools;
  return Math.sqrt(1 + (size - 1) * share);
}

/** Clusters of schools that joined nothing and have the figures that every cohort is matched on. */
function standIns({ panel, setting, matched }: RunPlacebosOptions): number[][] {
  const cohorts = [...new Set(matched.values())].map((year) => setting.main.comparer.features(year).of);
  const clusters = new Map<string, number[]>();
  for (const [place, treatedFrom] of panel.treatedFrom.entries()) {
    if (treatedFrom !== null || !cohorts.every((of) => of.has(place))) continue;
    const name = panel.cluster[place]!;
    clusters.set(name, [...(clusters.get(name) ?? []), place]);
  }
  return [...clusters.keys()].sort().map((name) => clusters.get(name)!);
}

/** 1 where a school had truly joined, 0 elsewhere: how much of a change of the groups a figure holds. */
function exposureOf(panel: Panel, matched: ReadonlyMap<number, number>): Float64Array {
  return panel.values.map((value, at) => {
    const from = matched.get(Math.floor(at / panel.years.length));
    return Number.isNaN(value)
      ? value
      : from !== undefined && panel.years[at % panel.years.length]! >= from
        ? 1
        : 0;
  });
}
