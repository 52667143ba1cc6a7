import type { AcademicYear } from '@collegial/model';

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

/** Joint work of a pair in one academic year. */
export interface JointWork {
  readonly academicYear: AcademicYear;
  /** Occasions with the aim that had the most of them. */
  readonly occasions: number;
  /** Days within the year for which the longest arrangement seen in records lasted. */
  readonly structureDays: number;
}

/** The measures of a pair of schools. */
export interface PairMeasures {
  /** Ties of any kind, in this year and the one before: any at all is a link. */
  readonly links: number;
  /** E: joint events a year. */
  readonly events: number;
  /** Whether each of the two, in their order, brought something to one of the events. */
  readonly contributed: readonly [boolean, boolean];
  /** A year, from the first school to the second, and back. */
  readonly flows: readonly [DirectedMeasures, DirectedMeasures];
  /** J by year, the latest first; at least two years. */
  readonly years: readonly JointWork[];
  /** S: pieces of evidence of shared responsibility, in this year and the one before. */
  readonly sharedResponsibility: number;
  /** C: new things made together. */
  readonly newThings: number;
  /** V: agreements on values. */
  readonly agreedValues: number;
}
