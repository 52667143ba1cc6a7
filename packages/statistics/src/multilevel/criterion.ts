import { factorise, solveLower, solveUpper } from '../linear-algebra/cholesky.ts';
import { climb, type LevelWork, levelWork, withFactor } from './climb.ts';
import { descend } from './descend.ts';
import type { ModelDesign } from './model-design.ts';

/**
 * The profiled criterion −2 log-likelihood of a model, on standardised columns: fixed effects and residual variance are at their best for the
 * relative Cholesky factors given.
 *
 * Reference: D. Bates, M. Mächler, B. Bolker and S. Walker, “Fitting linear mixed-effects models using lme4”, Journal of
 * Statistical Software 67 (2015), section 3; here worked out from cross products per group by the Woodbury identity, level by level.
 */
export class Criterion {
  readonly design: ModelDesign;
  readonly restricted: boolean;
  /** Names of the columns. */
  readonly names: readonly string[];
  /** Number of parameters: free entries of the factors, innermost level first, row by row. */
  readonly parameters: number;
  readonly levels: readonly LevelWork[];
  evaluations = 0;

  /** Products of all columns with the inverse of the relative covariance between them. */
  readonly root: Float64Array;
  /** Cholesky factor of the part of `root` that belongs to the fixed columns. */
  readonly fixedFactor: Float64Array;
  /** Fixed effects. */
  readonly beta: Float64Array;
  /** For each column: minus its fixed effect; for the outcome 1. Products with it are products with the residuals. */
  readonly contrast: Float64Array;
  /** Weighted sum of squared residuals, penalised. */
  residual = Number.NaN;
  /** Rows, or with REML rows less fixed effects. */
  readonly degrees: number;
  /** Room for {@link descend}. */
  readonly scratch: { readonly residual: Float64Array; readonly solved: Float64Array };

  constructor(design: ModelDesign, restricted: boolean, names: readonly string[] = []) {
    const { size, rows } = design.standardised;
    const count = design.fixed.length;
    this.design = design;
    this.restricted = restricted;
    this.names = names;
    this.levels = design.levels.map((_, at) => levelWork(design, at));
    this.parameters = design.levels.reduce((sum, { free }) => sum + free.length, 0);
    this.root = new Float64Array(size * size);
    this.fixedFactor = new Float64Array(count * count);
    this.beta = new Float64Array(count);
    this.contrast = new Float64Array(size);
    this.degrees = restricted ? rows - count : rows;
    const widest = Math.max(0, ...design.levels.map(({ random }) => random));
    this.scratch = { residual: new Float64Array(widest), solved: new Float64Array(widest * count) };
  }

  /** The residual variance that belongs to the last evaluation. */
  get variance(): number {
    return this.residual / this.degrees;
  }

  /** The criterion at `theta`; with `gradient`, its derivatives by the free entries are written there, and every level's `slope` is set. */
  evaluate(theta: ArrayLike<number>, gradient?: Float64Array): number {
    this.evaluations += 1;
    this.#setFactors(theta);
    const { standardised, nextProducts } = this.design;
    this.root.set(standardised.total);
    this.levels[1]?.products.set(nextProducts);
    let logDeterminant = 0;
    this.levels.forEach((level, at) => {
      logDeterminant += climb(level, this.levels[at + 1]?.products ?? this.root);
    });
    const fixedDeterminant = this.#solveFixed();
    if (!(this.residual > 0)) return Number.NaN;
    const { logWeights } = this.design.standardised;
    const value =
      logDeterminant +
      (this.restricted ? fixedDeterminant : 0) +
      this.degrees * (1 + Math.log((2 * Math.PI * this.residual) / this.degrees)) -
      logWeights;
    if (gradient) {
      for (let at = this.levels.length - 1; at >= 0; at -= 1) {
        descend(this, this.levels[at]!, this.levels[at + 1]);
      }
      this.#chain(gradient);
    }
    return value;
  }

  #setFactors(theta: ArrayLike<number>): void {
    let next = 0;
    for (const level of this.levels) {
      for (const cell of level.design.free) {
        level.factor[cell] = theta[next]!;
        next += 1;
      }
      withFactor(level);
    }
  }

  /** Solves for the fixed effects; gives the logarithm of the determinant of their normal equations. */
  #solveFixed(): number {
    const { fixed, standardised } = this.design;
    const { size } = standardised;
    const count = fixed.length;
    const { root, fixedFactor, beta, contrast } = this;
    for (let row = 0; row < count; row += 1) {
      for (let column = 0; column <= row; column += 1) {
        fixedFactor[row * count + column] = root[fixed[column]! * size + fixed[row]!]!;
      }
      beta[row] = root[fixed[row]! * size + size - 1]!;
    }
    this.residual = Number.NaN;
    if (!factorise(fixedFactor, count)) return Number.NaN;
    solveLower(fixedFactor, count, beta);
    let explained = 0;
    let logDeterminant = 0;
    for (let row = 0; row < count; row += 1) {
      explained += beta[row]! ** 2;
      logDeterminant += 2 * Math.log(fixedFactor[row * count + row]!);
    }
    this.residual = root[size * size - 1]! - explained;
    solveUpper(fixedFactor, count, beta);
    contrast.fill(0);
    for (let row = 0; row < count; row += 1) contrast[fixed[row]!] = -beta[row]!;
    contrast[size - 1] = 1;
    return logDeterminant;
  }

  /** From derivatives by the relative covariance matrices to derivatives by the free entries of their factors: 2 × slope × factor. */
  #chain(gradient: Float64Array): void {
    let next = 0;
    for (const { design, slope, factor } of this.levels) {
      const { random } = design;
      for (const cell of design.free) {
        const row = Math.floor(cell / random);
        const column = cell % random;
        let sum = 0;
        for (let k = 0; k < random; k += 1) sum += slope[row * random + k]! * factor[k * random + column]!;
        gradient[next] = 2 * sum;
        next += 1;
      }
    }
  }
}
