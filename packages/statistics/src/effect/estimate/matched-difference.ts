import type { Interval } from '../../intervals/interval.ts';
import { requireThat } from '../../require-that.ts';
import { type Balance, balanceOf } from '../matching/balance.ts';
import type { MatchOn } from '../matching/features.ts';
import type { Match } from '../matching/match-nearest.ts';
import { createPanel, type Panel } from '../panel/panel.ts';
import type { PanelRow } from '../panel/panel-row.ts';
import { contrastTest, type Estimate } from '../regression/contrast-test.ts';
import { type WildBootstrap, wildClusterBootstrap } from '../regression/wild-cluster-bootstrap.ts';
import { clustersOf, fitCells } from './cell-fit.ts';
import { type BaseYears, type Cell, type Comparison, cellsOf, meanDifference } from './cells.ts';
import { type Exchange, type PermutationTest, permutationTest } from './placebo.ts';
import {
  leadsOf,
  notChecked,
  type PreTrendCheck,
  preTrendByClusters,
  preTrendByPermutation,
} from './pre-trend.ts';
import { type PlaceboRun, runPlacebos } from './run-placebos.ts';
import { type SchoolUse, usesOf } from './school-uses.ts';
import { type Setting, settingOf } from './setting.ts';

/** What {@link matchedDifference} takes beside the rows. */
export interface MatchedDifferenceOptions {
  /** The groups asked about. Default: every group of the rows. */
  readonly groups?: readonly string[];
  /** What schools are matched on beside the context. Default `years`. */
  readonly matchOn?: MatchOn;
  /** Years before joining that a change is counted from, and that schools are matched on. Default 3. */
  readonly baseYears?: number;
  /** Most years before joining that the check looks at, the last one aside. Default 5. */
  readonly leads?: number;
  /** See `matchNearest`. */
  readonly neighbours?: number;
  readonly caliper?: number;
  readonly replacement?: boolean;
  /** Names of the context figures. Default: their numbers. */
  readonly contextNames?: readonly string[];
  /**
   * From so many groups on, cluster-robust inference leads; below, permutation. Default 4 where whole clusters can stand in for groups, 3 where only single schools can.
   */
  readonly fewestGroups?: number;
  /** Who could have been in a group instead. Default: `clusters` where the comparison schools come in clusters of at least three on average, else `schools`. */
  readonly exchange?: Exchange;
  /**
   * Share of the swings of its schools that a group is allowed to have in common where schools are exchanged one by one, which breaks up what neighbours share: what chance does is
   * widened by √(1 + (schools of a group − 1) × share). Default 0.2.
   */
  readonly sharedSwings?: number;
  /** Draws of permutation and bootstrap. Default 999. */
  readonly draws?: number;
  /** Default 1. */
  readonly seed?: number;
  /** Default 0.95. */
  readonly confidence?: number;
  /** Also work out the wild cluster bootstrap. Default true. */
  readonly bootstrap?: boolean;
}

/** A difference with its interval, whichever way it was come by. */
export interface Difference {
  readonly value: number;
  /** `null` where so few groups and choices allow none. */
  readonly interval: Interval | null;
  readonly p: number | null;
  readonly by: 'clusters' | 'permutation';
}

/** What {@link matchedDifference} found. */
export interface MatchedDifference {
  /** Groups with at least one school in the estimate, sorted. */
  readonly groups: readonly string[];
  /** Every school of the rows: what it served as, or why it was left out. */
  readonly schools: readonly SchoolUse[];
  readonly matches: readonly Match[];
  readonly balance: readonly Balance[];
  /** Mean over the years since joining, of the schools that joined; `null` when nothing can be estimated. */
  readonly difference: Difference | null;
  /** By CR2 with Satterthwaite degrees of freedom; `null` below two groups, or two clusters to compare with. */
  readonly clustered: Estimate | null;
  readonly bootstrap: WildBootstrap | null;
  /** Only below `fewestGroups`. */
  readonly permutation: PermutationTest | null;
  readonly exchange: Exchange;
  /** By years since joining: the difference, its interval by clusters, and between which two figures 95 % of other choices of schools lie. */
  readonly byEventTime: readonly EventTimeDifference[];
  /** By year of joining and year. */
  readonly groupTimes: readonly {
    readonly treatedFrom: number;
    readonly year: number;
    readonly value: number;
    readonly schools: number;
  }[];
  /** By group and year since joining, for a look at groups one by one: too few schools each to test. */
  readonly byGroup: readonly {
    readonly group: string;
    readonly year: number;
    readonly value: number;
    readonly schools: number;
  }[];
  readonly preTrend: PreTrendCheck;
  /** The same with schools matched on the mean of the years before, not on each of them: far apart, chance swings are at play. */
  readonly matchedOnLevel: number | null;
}

/** The difference so many years after joining; negative: before, counted from the base years. */
export interface EventTimeDifference {
  readonly eventTime: number;
  readonly value: number;
  readonly interval: Interval | null;
  readonly placebo: Interval | null;
  readonly schools: number;
}

/**
 * What changed for schools that joined a group, beside schools like them that did not: matched difference-in-differences with group-time cells,
 * so that groups may begin in different years, and a check of the years before. Each school that joined counts by its weight.
 *
 * Uncertainty is that of whole groups, not of schools: by CR2 with Satterthwaite degrees of freedom from `fewestGroups` on; below, by permutation,
 * in which other schools stand in for the groups and are matched anew. The pre-trend check matches on the mean level alone, since schools
 * matched on each year could not show one.
 *
 * Reference: B. Callaway and P. H. C. Sant'Anna, Journal of Econometrics 225 (2021); J. Roth, AER: Insights 4 (2022); J. R. Daw and L. A. Hatfield, Health Services
 * Research 53 (2018).
 *
 * @throws RangeError when the rows contradict each other or an option makes no sense
 */
export function matchedDifference(
  rows: readonly PanelRow[],
  options: MatchedDifferenceOptions = {},
): MatchedDifference {
  const { baseYears = 3, seed = 1, draws = 999 } = options;
  requireThat(Number.isInteger(baseYears) && baseYears > 0, 'The base years are a whole number above 0.');
  const panel = createPanel(rows);
  const setting = settingOf(panel, options);
  const fewestGroups = options.fewestGroups ?? (setting.exchange === 'clusters' ? 4 : 3);
  const base = Array.from({ length: baseYears }, (_, index) => index + 1);
  const { compared, joined } = setting.main;
  const matched = new Map([...joined].filter(([school]) => (compared.partners.get(school) ?? []).length > 0));
  const groups = [...new Set([...matched.keys()].map((school) => panel.group[school]!))].sort();
  const cells = cellsOf(panel, compared, base);
  const after = cells.filter(({ eventTime }) => eventTime >= 0);
  const value = meanDifference(after);
  const described = {
    groups,
    schools: usesOf({ panel, setting, cells: after }),
    matches: compared.matches,
    balance: balances(panel, setting, options),
    exchange: setting.exchange,
    byGroup: groups.flatMap((group) => groupYears(panel, compared, base, group)),
    groupTimes: after.map(({ treatedFrom, year, difference, rows: own }) => ({
      treatedFrom,
      year,
      value: difference,
      schools: own.filter((row) => row.joined).length,
    })),
  };
  if (value === null)
    return {
      ...described,
      difference: null,
      clustered: null,
      bootstrap: null,
      permutation: null,
      byEventTime: [],
      preTrend: notChecked,
      matchedOnLevel: null,
    };
  const leads = leadsOf(cellsOf(panel, setting.level.compared, [1]), options.leads ?? 5);
  const exposure = exposureOf(after, base);
  const confidence = options.confidence ?? 0.95;
  const clusters = inferByClusters(panel, after, {
    confidence,
    draws,
    seed,
    bootstrap: options.bootstrap ?? true,
  });
  const placebo =
    groups.length >= fewestGroups
      ? null
      : runPlacebos({
          panel,
          setting,
          sharedSwings: options.sharedSwings ?? 0.2,
          base,
          leads: options.leads ?? 5,
          draws,
          seed,
          matched,
        });
  const permutation = placebo && permutationTest(placebo.figures, { exact: placebo.exact, confidence });
  const preTrend =
    placebo === null
      ? preTrendByClusters(panel, leads, exposure)
      : preTrendByPermutation(leads, exposure, placebo.slopes, placebo.squares);
  return {
    ...described,
    difference: headline(value, clusters?.estimate ?? null, permutation),
    clustered: clusters?.estimate ?? null,
    bootstrap: clusters?.bootstrap ?? null,
    permutation,
    byEventTime: eventTimes(panel, cells, confidence, placebo),
    preTrend,
    matchedOnLevel: meanDifference(
      cellsOf(panel, setting.level.compared, base).filter(({ eventTime }) => eventTime >= 0),
    ),
  };
}

function groupYears(panel: Panel, compared: Comparison, base: BaseYears, group: string) {
  const joined = new Map([...compared.joined].filter(([school]) => panel.group[school] === group));
  const cells = cellsOf(panel, { ...compared, joined }, base).filter(({ eventTime }) => eventTime >= 0);
  return [...new Set(cells.map(({ year }) => year))]
    .sort((a, b) => a - b)
    .map((year) => {
      const own = cells.filter((cell) => cell.year === year);
      return { group, year, value: meanDifference(own)!, schools: joinedIn(own) };
    });
}

function joinedIn(cells: readonly Cell[]): number {
  return cells.reduce((sum, { rows }) => sum + rows.filter(({ joined }) => joined).length, 0);
}

/** Tests the mean difference of some cells; `null` where one side is a single cluster, whose swings nothing can tell. */
function inferByClusters(
  panel: Panel,
  cells: readonly Cell[],
  options: {
    readonly confidence: number;
    readonly draws: number;
    readonly seed: number;
    readonly bootstrap: boolean;
  },
): { estimate: Estimate; bootstrap: WildBootstrap | null } | null {
  const { joined, others } = clustersOf(panel, cells);
  if (joined < 2 || others < 2) return null;
  const { fit, contrast } = fitCells(panel, cells, () => 0);
  const whole = contrast(() => 1);
  return {
    estimate: contrastTest(fit, whole, options),
    bootstrap: options.bootstrap
      ? wildClusterBootstrap(fit, whole, { draws: options.draws, seed: options.seed })
      : null,
  };
}

function headline(
  value: number,
  clustered: Estimate | null,
  permutation: PermutationTest | null,
): Difference {
  if (permutation !== null)
    return { value, interval: permutation.interval, p: permutation.p, by: 'permutation' };
  return { value, interval: clustered?.interval ?? null, p: clustered?.p ?? null, by: 'clusters' };
}

function exposureOf(after: readonly Cell[], base: BaseYears): number {
  const total = after.reduce((sum, { weight }) => sum + weight, 0);
  const later = after.reduce((sum, { weight, eventTime }) => sum + weight * eventTime, 0) / total;
  return later + base.reduce((sum, back) => sum + back, 0) / base.length;
}

function eventTimes(
  panel: Panel,
  cells: readonly Cell[],
  confidence: number,
  placebo: PlaceboRun | null,
): EventTimeDifference[] {
  return [...new Set(cells.map(({ eventTime }) => eventTime))]
    .sort((a, b) => a - b)
    .map((eventTime) => {
      const own = cells.filter((cell) => cell.eventTime === eventTime);
      const tested = inferByClusters(panel, own, { confidence, draws: 0, seed: 1, bootstrap: false });
      return {
        eventTime,
        value: meanDifference(own)!,
        interval: tested?.estimate.interval ?? null,
        placebo: placebo?.bands.get(eventTime) ?? null,
        schools: joinedIn(own),
      };
    });
}

function balances(panel: Panel, { main, focal }: Setting, options: MatchedDifferenceOptions): Balance[] {
  const cohorts = [...new Set(main.joined.values())].sort((a, b) => a - b);
  const years = cohorts.map((treatedFrom) => {
    const { of, names } = main.comparer.features(treatedFrom);
    const schools = [...of]
      .filter(([place]) => main.joined.get(place) === treatedFrom)
      .map(([, school]) => school);
    const candidates = [...of]
      .filter(
        ([place]) =>
          !focal.has(place) && (panel.treatedFrom[place] ?? Number.POSITIVE_INFINITY) > treatedFrom,
      )
      .map(([, school]) => school);
    const ids = new Set(schools.map(({ school }) => school));
    const matches = main.compared.matches.filter(({ school }) => ids.has(school));
    if (candidates.length === 0) return [];
    const table = balanceOf({ names, schools, candidates, matches });
    return cohorts.length === 1
      ? table
      : table.map((row) => ({ ...row, feature: `${row.feature}, joined ${treatedFrom}` }));
  });
  return options.matchOn === 'context' && panel.contexts === 0 ? [] : years.flat();
}
