import type { AcademicYear } from '@collegial/model';
import type { Tie } from '../ties/tie.ts';
import type { DirectedMeasures, PairMeasures } from './pair-measures.ts';
import { changeYear, directedAmounts, longestStructure, mostOccasions, YearTotals } from './year-totals.ts';

/** Totals of a pair from which a tie can be taken out again, so that leaving out each in turn costs no more than adding it. */
export interface PairTotals {
  add(tie: Tie): void;
  remove(tie: Tie): void;
  measures(): PairMeasures;
}

/** What {@link createPairTotals} needs to know. */
export interface PairTotalsOptions {
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
  const depth = Math.max(2, years);
  /** The year itself first, then those before it. */
  const byYear: (YearTotals | undefined)[] = new Array(depth).fill(undefined);
  const change = (tie: Tie, sign: 1 | -1) => {
    const back = academicYear - tie.academicYear;
    if (back < 0 || back >= depth) return;
    byYear[back] ??= new YearTotals();
    changeYear(byYear[back], tie, sign);
  };
  return {
    add: (tie) => change(tie, 1),
    remove: (tie) => change(tie, -1),
    measures: () => measuresOf(byYear, academicYear),
  };
}

function measuresOf(byYear: readonly (YearTotals | undefined)[], academicYear: AcademicYear): PairMeasures {
  const [now, before] = byYear;
  return {
    links: (now?.ties ?? 0) + (before?.ties ?? 0),
    events: rate(now?.events.count() ?? 0, before?.events.count() ?? 0),
    contributed: [
      (now?.contributed[0] ?? 0) + (before?.contributed[0] ?? 0) > 0,
      (now?.contributed[1] ?? 0) + (before?.contributed[1] ?? 0) > 0,
    ],
    flows: [flowOf(now, before, 0), flowOf(now, before, 1)],
    years: byYear.map((totals, back) => ({
      academicYear: academicYear - back,
      occasions: mostOccasions(totals),
      structureDays: longestStructure(totals),
    })),
    sharedResponsibility: (now?.sharedResponsibility ?? 0) + (before?.sharedResponsibility ?? 0),
    newThings: (now?.newThings ?? 0) + (before?.newThings ?? 0),
    agreedValues: (now?.agreedValues ?? 0) + (before?.agreedValues ?? 0),
  };
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
