/**
 * What one lowest group (a school, or a department of it) says about a linear model: cross products of its rows. They are all that
 * a multilevel model needs, so the rows themselves never leave the engine that holds them.
 */
export interface GroupProducts {
  /** Names of the groups it lies in, outermost first, itself last: `['authority:E06', 'school:urn:100001']`. */
  readonly path: readonly string[];
  /** Number of rows. */
  readonly rows: number;
  /** Sum of the natural logarithms of the rows' precision weights; 0 without weights. */
  readonly logWeights: number;
  /**
   * Upper triangle, row by row, of Vᵀ W V, where V holds the columns and then the outcome, each centred and scaled as
   * {@link ModelStatistics.transform} says, and W the precision weights (1 without weights). For k columns: (k + 1)(k + 2) ÷ 2 numbers.
   */
  readonly products: Float64Array;
}

/** How a column was changed before it was multiplied: (value − centre) ÷ scale. */
export interface ColumnTransform {
  readonly centre: number;
  /** Never 0. */
  readonly scale: number;
}

/** The sufficient statistics of a linear model with nested groups (Bates et al. 2015, Lindstrom and Bates 1988). */
export interface ModelStatistics {
  /** Columns of the model, `intercept` (a column of ones, not transformed) first. Random slopes are among them. */
  readonly columns: readonly string[];
  /** Name of the outcome. */
  readonly outcome: string;
  /** Names of the nested levels, outermost first: `['authority', 'school']`. */
  readonly levels: readonly string[];
  /** One for each column, then one for the outcome. Estimates are given back on the original scale. */
  readonly transform: readonly ColumnTransform[];
  /** One for each lowest group, in the order of their paths. */
  readonly groups: readonly GroupProducts[];
}
