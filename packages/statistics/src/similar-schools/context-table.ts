/** A measure of context, one value for each school. */
export interface ContextColumn {
  readonly name: string;
  /** In the order of the schools; `NaN` or `null` where it is not known. */
  readonly values: ArrayLike<number | null>;
  /** How much it counts. Default 1; 0 leaves it out. */
  readonly weight?: number;
}

/** Schools and what is known of their circumstances. */
export interface ContextTable {
  /** Each once. */
  readonly ids: readonly string[];
  readonly columns: readonly ContextColumn[];
}
