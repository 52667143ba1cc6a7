/** A characteristic that people can be broken down by. */
export type Breakdown =
  | 'sex'
  | 'disadvantaged'
  | 'free-school-meals'
  | 'looked-after'
  | 'sen'
  | 'first-language-other'
  | 'ethnicity'
  | 'year-group';

/** Every breakdown, with the column that holds it: `s.` is the view `student_year`, `u.` the indicator's own rows. */
export const breakdownColumns: Readonly<Record<Breakdown, string>> = {
  sex: 's.sex',
  disadvantaged: 's.disadvantaged',
  'free-school-meals': 's.free_school_meals',
  'looked-after': 's.looked_after',
  sen: 's.sen',
  'first-language-other': 's.first_language_other',
  ethnicity: 's.ethnicity',
  'year-group': 'u.year_group',
};

/** The names of all breakdowns. */
export const breakdowns = Object.keys(breakdownColumns) as Breakdown[];

/** Value of a subgroup whose characteristic the store does not know: shown, so that subgroups add up to all. */
export const notKnown = 'not-known';
