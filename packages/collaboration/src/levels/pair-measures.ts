import type { AcademicYear } from '@collegial/model';
import { fromParts } from '../ties/split-amount.ts';
import type { FlowUnit, Tie } from '../ties/tie.ts';

/** What flowed in one direction, a year. */
export interface DirectedMeasures {
  /** K: staff-hours of knowledge-bearing activity. */
  readonly knowledgeHours: number;
  /** R: staff-days. */
  readonly staffDays: number;
  /** R: student places. */
  readonly places: number;
  /** R: money put into a fund that both share. */
  readonly pooledMoney: number;
}

/** The measures of a pair of schools, a year. */
export interface PairMeasures {
  /** Pieces of evidence of any kind, in both years together. */
  readonly links: number;
  /** E: joint events. */
  readonly events: number;
  /** Whether each of the two, in their order, brought something to one of the events. */
  readonly contributed: readonly [boolean, boolean];
  /** From the first school to the second, and back. */
  readonly flows: readonly [DirectedMeasures, DirectedMeasures];
}

/**
 * Measures the ties of one pair over an academic year and the one before it. A rate is the larger of this year's and
 * the mean of both: evidence of the year before can raise it and never lowers it.
 *
 * A shared post may be seen in staff records and recorded by hand: of the two, the larger counts.
 */
export function pairMeasures(
  ties: readonly Tie[],
  schools: readonly [string, string],
  academicYear: AcademicYear,
): PairMeasures {
  const recent = ties.filter(
    (tie) => tie.academicYear === academicYear || tie.academicYear === academicYear - 1,
  );
  const rate = (measure: (tie: Tie) => number) => {
    const sum = (year: AcademicYear) =>
      recent
        .filter((tie) => tie.academicYear === year)
        .map(measure)
        .sort((a, b) => a - b)
        .reduce((total, value) => total + value, 0);
    const current = sum(academicYear);
    return Math.max(current, (current + sum(academicYear - 1)) / 2);
  };
  const direction = (provider: string): DirectedMeasures => {
    const amount = (unit: FlowUnit, counts: (tie: Tie) => boolean) =>
      fromParts(
        rate((tie) =>
          counts(tie)
            ? tie.flows
                .filter((flow) => flow.unit === unit && flow.provider === provider)
                .reduce((total, flow) => total + flow.parts, 0)
            : 0,
        ),
      );
    return {
      knowledgeHours: amount('staff-hours', (tie) => tie.flow === 'knowledge'),
      staffDays: Math.max(
        amount('staff-days', (tie) => tie.basis === 'derived'),
        amount('staff-days', (tie) => tie.basis !== 'derived'),
      ),
      places: amount('places', () => true),
      pooledMoney: amount('pounds', (tie) => tie.kind === 'pooled-fund'),
    };
  };
  const events = recent.filter((tie) => tie.eventWeight > 0);
  return {
    links: recent.length,
    events: rate((tie) => tie.eventWeight),
    contributed: [events.some((tie) => tie.contributed[0]), events.some((tie) => tie.contributed[1])],
    flows: [direction(schools[0]), direction(schools[1])],
  };
}
