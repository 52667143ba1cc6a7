/** Random effects of one level: which columns have their own coefficient in each group. */
export interface RandomPart {
  /** `['intercept']`: groups differ in height. `['intercept', 'prior']`: in height and in slope on `prior`. Empty: the level is passed over. */
  readonly columns: readonly string[];
  /**
   * `full` (default): all variances and covariances are estimated. `independent`: covariances are 0 on the scale of the data, as
   * lme4's `||`; the fit then depends on where a column has its zero.
   */
  readonly covariance?: 'full' | 'independent';
}

/** Options of {@link fitMultilevel}. */
export interface MultilevelOptions {
  /**
   * `REML` (default): variances free of the bias that estimating fixed effects brings. `ML`: needed to compare models with
   * different fixed effects.
   */
  readonly method?: 'REML' | 'ML';
  /** Columns with a fixed effect; `intercept` must be among them. Default: all. */
  readonly fixed?: readonly string[];
  /** Random part of each level by its name. Levels not named are passed over. Default: an intercept at every level. */
  readonly random?: Readonly<Record<string, RandomPart>>;
  /** Levels for which effects of the groups are worked out. Default: all with a random part. Leave out a level of many students. */
  readonly effects?: readonly string[];
}
