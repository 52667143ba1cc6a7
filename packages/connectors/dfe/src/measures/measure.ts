/** Kinds of published table that hold figures about schools. */
export type MeasureTable = 'ks4' | 'ks2' | 'absence' | 'census';

/** Where a measure stands in one kind of table: headings in order of preference, because they drift over the years. */
export interface MeasureColumns {
  readonly table: MeasureTable;
  /** Students the figure is about: `all`, or one of {@link subgroups}. */
  readonly subgroup: string;
  /** The figure itself. */
  readonly value: readonly string[];
  /** Number of students behind it, where the table gives it. */
  readonly denominator?: readonly string[];
  /** Lower and upper limit of the published 95 % interval. */
  readonly lower?: readonly string[];
  readonly upper?: readonly string[];
  /** A published count that, divided by the denominator, gives the share in tables that print no percentage. */
  readonly count?: readonly string[];
}

/** Unit of a value as stored. Percentages are stored as proportions: 43 % is 0.43. */
export type MeasureUnit = 'points' | 'score' | 'proportion' | 'pupils';

/** One published measure: what it means and where it is found. */
export interface DfeMeasure {
  /** `measure` of the `SchoolMeasure` records, for example `attainment-8`. */
  readonly id: string;
  readonly title: string;
  readonly unit: MeasureUnit;
  /** The official definition in short. */
  readonly definition: string;
  /** Official document that defines it. */
  readonly source: string;
  readonly columns: readonly MeasureColumns[];
}

/** Students that a figure may be about, with the words of the official field lists. */
export const subgroups: Readonly<Record<string, string>> = {
  all: 'All pupils',
  boys: 'Boys',
  girls: 'Girls',
  disadvantaged:
    'Pupils eligible for free school meals in the last six years, looked after, or adopted from care',
  'not-disadvantaged': 'All pupils who are not disadvantaged',
  'prior-low': 'Low prior attainment at the key stage before',
  'prior-middle': 'Middle prior attainment at the key stage before',
  'prior-high': 'High prior attainment at the key stage before',
  'english-additional-language': 'English as an additional language',
  'non-mobile': 'At the school for the final years of the key stage',
};
