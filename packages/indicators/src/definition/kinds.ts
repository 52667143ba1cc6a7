import type { AreaSchool } from '@collegial/model';

/** What is counted, in the official definition's sense. */
export type Counted = 'enrolment' | 'student' | 'session' | 'event' | 'school';

/** A quotient of two counts. */
export interface RatioKind {
  readonly kind: 'ratio';
  readonly counts: Counted;
  /**
   * `people`: each unit either did or did not (Wilson) · `sessions`: events that repeat within a unit, a part of what was
   * possible (cluster-robust, inside 0–1) · `events`: any number per unit (cluster-robust rate).
   */
  readonly interval: 'people' | 'sessions' | 'events';
}

/** A mean over people. */
export interface MeanKind {
  readonly kind: 'mean';
  readonly counts: Counted;
}

/** The mean of all others minus the mean of one part of the people. */
export interface GapKind {
  readonly kind: 'gap';
  readonly counts: Counted;
}

/** How the values of the schools of an area become one: by name, or by a measure of its own. */
export type AreaStatistic = 'mean' | 'sd' | 'p90-p10' | AreaMeasure;

/** What an {@link AreaMeasure} makes of an area. */
export interface AreaFigure {
  /** `null` when there is nothing to work it out from. */
  readonly value: number | null;
  /** 95 % interval. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  /** What chance alone would give, for indices that chance keeps above 0. */
  readonly chance?: { readonly expected: number; readonly probability: number };
}

/** A figure of an area that is more than a mean or spread of its schools' values, such as an index of segregation. */
export interface AreaMeasure {
  /** Works it out, from schools sorted by id. */
  describe(schools: readonly AreaSchool[]): AreaFigure;
}

/**
 * What the state of an area holds of each school besides value and weight: `squares` of the students' values; the two `parts` of a gap, for which the SQL
 * gives `compared` too; the figure at the `start`, for which SQL with a row for each school gives `error`, `start` and `start_error` too.
 */
export type AreaHolds = 'squares' | 'parts' | 'start';

/** Figures of schools, put together for an area. */
export interface AreaKind {
  readonly kind: 'area';
  readonly counts: Counted;
  /** `schools`: the SQL gives a row for each school · `people`: a row for each person, whose mean is the school's value. */
  readonly rows: 'schools' | 'people';
  /** What its state holds besides; absent: value and weight alone. */
  readonly holds?: AreaHolds;
  /** The statistic, which a parameter may choose. */
  statistic(parameters: never): AreaStatistic;
}

/** What is told of a fitted model. */
export type ModelFigure =
  /** How far a school is from what its intake lets expect; of several, the mean weighted by students. */
  | 'effect'
  /** Share of the pairs of schools whose effects can be told apart. */
  | 'told-apart'
  /** Correlation of the schools' true effects in one year and another. */
  | 'stability';

/** A multilevel model of students in schools. */
export interface ModelKind {
  readonly kind: 'model';
  readonly counts: Counted;
  /** Columns of the SQL that explain the outcome, up to two decimals; those that never vary are left out of a fit. */
  readonly covariates: readonly string[];
  /** Those whose mean over the school is a covariate, too. */
  readonly schoolMeans: readonly string[];
  readonly figure: ModelFigure;
}

/** What sort of figure an indicator is: its partial state, its interval and how it is protected follow from this. */
export type Kind = RatioKind | MeanKind | GapKind | AreaKind | ModelKind;

/** Options of {@link ratio}. */
export interface RatioOptions {
  readonly counts: Counted;
  /** Default: `sessions` where sessions are counted, `events` where events are, else `people`. */
  readonly interval?: RatioKind['interval'];
}

/** A quotient of two counts: SQL columns `numerator` and `denominator`, whole numbers, for each unit. */
export function ratio({ counts, interval }: RatioOptions): RatioKind {
  const usual = counts === 'session' ? 'sessions' : counts === 'event' ? 'events' : 'people';
  return { kind: 'ratio', counts, interval: interval ?? usual };
}

/** A mean: SQL column `value` for each unit, up to four decimals. */
export function mean({ counts }: { readonly counts: Counted }): MeanKind {
  return { kind: 'mean', counts };
}

/**
 * A gap: SQL columns `value` and `compared` for each unit; true for the people whose gap to the others is meant, false for the
 * others, null where it is not known (such a person is not counted). The figure is the others' mean minus theirs.
 */
export function gap({ counts }: { readonly counts: Counted }): GapKind {
  return { kind: 'gap', counts };
}

/** Options of {@link area}. */
export interface AreaOptions<Parameters> {
  readonly counts: Counted;
  readonly rows: AreaKind['rows'];
  readonly holds?: AreaHolds;
  /** A statistic, or how the parameters choose it. */
  readonly statistic: AreaStatistic | ((parameters: Parameters) => AreaStatistic);
}

/**
 * Figures of the schools of an area. With `rows: 'people'` the SQL is that of a {@link mean}; with `rows: 'schools'` it gives
 * `organisation_id, academic_year, value, weight, suppressed`, one row for each school that a figure is due from.
 */
export function area<Parameters>({ counts, rows, holds, statistic }: AreaOptions<Parameters>): AreaKind {
  return {
    kind: 'area',
    counts,
    rows,
    ...(holds === undefined ? {} : { holds }),
    statistic: (parameters: Parameters) =>
      typeof statistic === 'function' ? statistic(parameters) : statistic,
  };
}

/** Options of {@link model}. */
export interface ModelKindOptions {
  readonly counts: Counted;
  readonly covariates: readonly string[];
  /** Default: none. */
  readonly schoolMeans?: readonly string[];
  readonly figure: ModelFigure;
}

/**
 * A multilevel model: SQL column `value`, the outcome, with a column for each covariate and `cohort`, the academic year of the examinations. It is
 * fitted to the schools of the widest sharing agreement for comparison that names all schools of a scope.
 */
export function model({ counts, covariates, schoolMeans = [], figure }: ModelKindOptions): ModelKind {
  return { kind: 'model', counts, covariates, schoolMeans, figure };
}
