/** The coefficient of one column, the same in all groups. */
export interface FixedEffect {
  readonly column: string;
  /** On the scale of the data. */
  readonly estimate: number;
  /** As lme4 gives it: the variances are taken as known. */
  readonly standardError: number;
  /** Satterthwaite's degrees of freedom, which carry the uncertainty of the variances; Infinity where they do not matter. */
  readonly degrees: number;
}

/** Variances and covariances of the random effects of one level, on the scale of the data. */
export interface RandomLevel {
  readonly level: string;
  /** Number of groups. */
  readonly groups: number;
  readonly columns: readonly string[];
  /** True when the effects were held independent. */
  readonly independent: boolean;
  /** Covariance matrix of the random effects, in the order of the columns. */
  readonly covariance: readonly (readonly number[])[];
  readonly standardDeviations: readonly number[];
  /** Null beside a variance of 0. */
  readonly correlations: readonly (readonly (number | null)[])[];
  /** True when the matrix has not full rank: a variance of 0, or a correlation of ±1. */
  readonly singular: boolean;
  /** Share of the variance that lies at this level, for a row where all covariates are 0, and where they are at their mean. Equal without random slopes. */
  readonly intraclass: { readonly atZero: number; readonly atMean: number };
  /** Relative Cholesky factor in standardised columns, row by row of the lower triangle: where {@link effectIntervals} starts from. */
  readonly factor: readonly number[];
}

/** How far one group differs from what the fixed effects (and the groups that it lies in) say: shrunken towards 0. */
export interface GroupEffect {
  /** Names of the groups it lies in, outermost first, itself last. */
  readonly path: readonly string[];
  readonly rows: number;
  /** Best linear unbiased predictions, in the order of the level's columns, on the scale of the data. */
  readonly estimates: readonly number[];
  /** Standard deviations of the true effects about the estimates, fixed effects and variances taken as known: lme4's `condVar`. */
  readonly comparativeSds: readonly number[];
  /** Standard deviations of the estimates over repeated samples, taken likewise: comparative² + diagnostic² = variance of the effect. */
  readonly diagnosticSds: readonly number[];
  /** Covariance matrix that `comparativeSds` come from. */
  readonly comparativeCovariance: readonly (readonly number[])[];
}

/** Effects of all groups of one level, in the order of their paths. */
export interface LevelEffects {
  readonly level: string;
  readonly columns: readonly string[];
  readonly groups: readonly GroupEffect[];
}

/** How the optimum was checked. */
export interface Optimality {
  /** Distance to the stationary point in standard errors of the variance parameters (root of the Newton decrement). */
  readonly distance: number;
  /** Smallest eigenvalue of the criterion's second derivatives along the free directions; positive at a minimum. Null without free directions. */
  readonly smallestCurvature: number | null;
  /**
   * Levels at the boundary, with the smallest one-sided derivative of the criterion in a direction that leaves it (per unit of relative
   * variance of standardised columns): not negative when the boundary is an optimum.
   */
  readonly boundary: readonly { readonly level: string; readonly derivative: number }[];
  /** Times the criterion was worked out. */
  readonly evaluations: number;
  /** Different local optima that were met; the best is reported. */
  readonly optima: number;
}

/** A fitted multilevel model. Everything is on the scale of the data, as if columns and outcome had never been centred or scaled. */
export interface MultilevelFit {
  readonly method: 'REML' | 'ML';
  /**
   * `converged`: an optimum inside the parameter space. `singular`: an optimum at its boundary – a variance of 0 or a correlation of ±1 –
   * and no direction leads to a better one. `not-converged`: neither was reached; do not use the figures.
   */
  readonly status: 'converged' | 'singular' | 'not-converged';
  readonly outcome: string;
  readonly rows: number;
  readonly fixed: readonly FixedEffect[];
  /** Covariance matrix of the fixed effects. */
  readonly fixedCovariance: readonly (readonly number[])[];
  /** Levels with a random part, outermost first. */
  readonly random: readonly RandomLevel[];
  /** Variance of a row of weight 1 about its group. */
  readonly residualVariance: number;
  /** Of the data as they are (REML: of the part free of fixed effects, as lme4's `logLik`). */
  readonly logLikelihood: number;
  /** −2 × log-likelihood: the deviance (ML) or the REML criterion. */
  readonly criterion: number;
  /** Number of estimated parameters: fixed effects, variances and covariances, residual variance. */
  readonly parameters: number;
  readonly aic: number;
  readonly bic: number;
  readonly optimality: Optimality;
  /** Outermost level first. */
  readonly effects: readonly LevelEffects[];
}
