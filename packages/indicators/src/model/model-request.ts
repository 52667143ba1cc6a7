import type { QueryOptions, Sql } from '@collegial/query';
import type { ModelStatistics } from '@collegial/statistics';

/** A covariate of a model, by its column. */
export interface Covariate {
  readonly column: string;
  /**
   * `number`, or `category`, which becomes a 0/1 column for each value but the reference. Default: as the column's type says: numbers are
   * numbers, text, booleans and enumerations are categories.
   */
  readonly kind?: 'number' | 'category';
  /** Of a category: the value that the others are compared with. Default: the first in the order of code points. */
  readonly reference?: string;
}

/** A fixed effect: a covariate, a product of covariates, a power of one, or its mean in each group. */
export type FixedTerm =
  | string
  | Covariate
  | { readonly interaction: readonly (string | Covariate)[] }
  | { readonly power: string; readonly exponent: number }
  /** Mean over the used rows of each lowest group, or of each group of `level`: a contextual effect. */
  | { readonly groupMean: string | Covariate; readonly level?: string };

/** What {@link readModelStatistics} takes. */
export interface ModelRequest extends QueryOptions {
  /** The rows: a select statement. It is read two to five times. */
  readonly from: Sql;
  /** Column of the outcome, a number. */
  readonly outcome: string;
  /** Fixed effects besides the intercept, which is always there. */
  readonly fixed: readonly FixedTerm[];
  /** Columns of the nested groups, outermost first, as `['authority', 'school']`. */
  readonly groups: readonly string[];
  /** Column of precision weights above 0, as lme4 defines them: the residual variance of a row is σ² ÷ weight. */
  readonly weights?: string;
}

/** How a category became columns. */
export interface CategoryColumns {
  readonly column: string;
  /** The value that has no column. */
  readonly reference: string;
  /** Every value, in the order of code points. */
  readonly values: readonly string[];
}

/** What was read for a model. */
export interface ModelReading {
  readonly statistics: ModelStatistics;
  /** Columns of the model for each term of `fixed`, in its order. */
  readonly terms: readonly { readonly term: string; readonly columns: readonly string[] }[];
  readonly categories: readonly CategoryColumns[];
  readonly rows: {
    /** Rows that the relation has. */
    readonly read: number;
    /** Rows that the model rests on. */
    readonly used: number;
    /** Rows without a value somewhere, left out as a whole. */
    readonly leftOut: number;
    /** Rows without a value (null or NaN) by column; a row without two of them counts in both. Only columns that lack some. */
    readonly withoutValue: Readonly<Record<string, number>>;
  };
}
