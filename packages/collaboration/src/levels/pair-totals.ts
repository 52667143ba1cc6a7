import type { AcademicYear } from '@collegial/model';
import type { Tie } from '../ties/tie.ts';
import type { DirectedMeasures, PairMeasures } from './pair-measures.ts';
import {
  changeYear,
  createYearTotals,
  directedAmounts,
  longestStructure,
  mostOccasions,
  type YearTotals,
} from './year-totals.ts';

/** Totals of a pair from which a tie can be taken out again, so that leaving out each in turn costs no more than adding it. */
export interface PairTotals {
  add(tie: Tie): void;
  remove(tie: Tie): void;
  measures(): PairMeasures;
}

/** What {@link createPairTotals} needs to know. */
export interface PairTotalsOptions {
  readonly schools: readonly [string, string];
  readonly academicYear: AcademicYear;
  /** Years to look back over for joint work, this one included; at least and by default 2. */
  readonly years?: number;
}

/**
 * Totals of a pair over an academic year and the one before it, and of joint work over as many years as asked; ties of other
 * years count nowhere. A rate is the larger of this year's and the mean of both: evidence of the year before can raise it and
 * never lowers it.
 *
 * Counts saturate: what happened between two schools on one day is one event, and one occasion of an aim, at most. What
 * is both seen in records and recorded by hand counts once, the larger of the two.
 */
export function createPairTotals({ academicYear, years = 2 }: PairTotalsOptions): PairTotals {
  const byYear = new Map<AcademicYear, YearTotals>();
  const depth = Math.max(2, years);
  const change = (tie: Tie, sign: 1 | -1) => {
    if (tie.academicYear > academicYear || tie.academicYear <= academicYear - depth) return;
    const known = byYear.get(tie.academicYear) ?? createYearTotals();
    byYear.set(tie.academicYear, known);
    changeYear(known, tie, sign);
  };
  return {
    add: (tie) => change(tie, 1),
    remove: (tie) => change(tie, -1),
    measures: () => measuresOf(byYear, academicYear, depth),
  };
}

function measuresOf(
  byYear: ReadonlyMap<AcademicYear, YearTotals>,
  academicYear: AcademicYear,
  depth: number,
): PairMeasures {
  const now = byYear.get(academicYear);
  const before = byYear.get(academicYear - 1);
  const both = (count: (totals: YearTotals) => number) =>
    (now === undefined ? 0 : count(now)) + (before === undefined ? 0 : count(before));
  return {
    links: piecesOf(now, before),
    events: rate(now?.events.count() ?? 0, before?.events.count() ?? 0),
    contributed: [
      both(({ contributed }) => contributed[0]) > 0,
      both(({ contributed }) => contributed[1]) > 0,
    ],
    flows: [flowOf(now, before, 0), flowOf(now, before, 1)],
    years: Array.from({ length: depth }, (_, back) => {
      const totals = byYear.get(academicYear - back);
      return {
        academicYear: academicYear - back,
        occasions: mostOccasions(totals),
        structureDays: longestStructure(totals),
      };
    }),
    sharedResponsibility: both((totals) => totals.sharedResponsibility),
    newThings: both((totals) => totals.newThings),
    agreedValues: both((totals) => totals.agreedValues),
  };
}

/** Pieces of evidence of two years; one that lasts through both counts once. */
function piecesOf(now: YearTotals | undefined, before: YearTotals | undefined): number {
  if (now === undefined || before === undefined) return (now ?? before)?.pieces.size ?? 0;
  let earlier = 0;
  for (const piece of before.pieces.keys()) if (!now.pieces.has(piece)) earlier += 1;
  return now.pieces.size + earlier;
}

function flowOf(
  now: YearTotals | undefined,
  before: YearTotals | undefined,
  direction: 0 | 1,
): DirectedMeasures {
  const current = directedAmounts(now, direction);
  const previous = directedAmounts(before, direction);
  return {
    knowledgeHours: rate(current.knowledgeHours, previous.knowledgeHours),
    staffDays: Math.max(
      rate(current.seenDays, previous.seenDays),
      rate(current.recordedDays, previous.recordedDays),
    ),
    places: rate(current.places, previous.places),
    pooledMoney: rate(current.pooledMoney, previous.pooledMoney),
  };
}

/** The larger of this year's amount and the mean of both years. */
function rate(current: number, previous: number): number {
  return Math.max(current, (current + previous) / 2);
}
