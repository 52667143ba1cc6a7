const marker = Symbol.for('@collegial/statistics/model-error');

/** What is wrong with the data of a model, or with what is asked of it. */
export type ModelErrorCode =
  /** The statistics contradict themselves: wrong lengths, no intercept, numbers that are not finite. */
  | 'malformed-statistics'
  /** A column, level or option that the statistics do not have. */
  | 'unknown-name'
  /** A column is constant, or a linear combination of others: `columns` names it first, then those. */
  | 'collinear-columns'
  /** The outcome does not vary. */
  | 'constant-outcome'
  /** The columns explain the outcome without remainder, or groups do: no residual variance is left to estimate. */
  | 'no-residual-variation'
  /** Not more rows than fixed effects. */
  | 'too-few-rows'
  /** Fewer than two groups at a level with random effects. */
  | 'too-few-groups'
  /** As many random effects at a level as rows: they cannot be told from the residuals. */
  | 'not-identified'
  /** Two fits that a likelihood-ratio test must not compare. */
  | 'not-comparable';

/** Where the fault of a {@link ModelError} lies. */
export interface ModelErrorPlace {
  readonly columns?: readonly string[];
  readonly level?: string;
}

/**
 * A model that cannot be fitted, with a code for programs, the columns or the level concerned, and a sentence for people that says what
 * to do. It is a RangeError, as other refusals of this package are.
 *
 * @example
 * ```ts
 * import { ModelError } from '@collegial/statistics';
 *
 * const error = new ModelError('collinear-columns', 'Leave one out.', { columns: ['boys', 'girls'] });
 * ModelError.isInstance(error) && error.columns[0]; // 'boys'
 * ```
 */
export class ModelError extends RangeError {
  readonly [marker] = true;
  readonly code: ModelErrorCode;
  /** Empty when no column is to blame. */
  readonly columns: readonly string[];
  readonly level: string | undefined;

  constructor(code: ModelErrorCode, message: string, { columns = [], level }: ModelErrorPlace = {}) {
    super(message);
    this.name = 'ModelError';
    this.code = code;
    this.columns = columns;
    this.level = level;
  }

  /** Also true for an error of another copy of this package. */
  static isInstance(value: unknown): value is ModelError {
    return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[marker] === true;
  }
}
