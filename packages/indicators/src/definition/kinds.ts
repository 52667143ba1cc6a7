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

/** How the values of the schools of an area become one. */
export type AreaStatistic = 'mean' | 'sd' | 'p90-p10';

/** Figures of schools, put together for an area. */
export interface AreaKind {
  readonly kind: 'area';
  readonly counts: Counted;
  /** `schools`: the SQL gives a row for each school · `people`: a row for each person, whose mean is the school's value. */
  readonly rows: 'schools' | 'people';
  /** The statistic, which a parameter may choose. */
  statistic(parameters: never): AreaStatistic;
}

/** What sort of figure an indicator is: its partial state, its interval and how it is protected follow from this. */
export type Kind = RatioKind | MeanKind | GapKind | AreaKind;

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
  /** A statistic, or how the parameters choose it. */
  readonly statistic: AreaStatistic | ((parameters: Parameters) => AreaStatistic);
}

/**
 * Figures of the schools of an area. With `rows: 'people'` the SQL is that of a {@link mean}; with `rows: 'schools'` it gives
 * `organisation_id, academic_year, value, weight, suppressed`, one row for each school that a figure is due from.
 */
export function area<Parameters>({ counts, rows, statistic }: AreaOptions<Parameters>): AreaKind {
  return {
    kind: 'area',
    counts,
    rows,
    statistic: (parameters: Parameters) =>
      typeof statistic === 'function' ? statistic(parameters) : statistic,
  };
}
