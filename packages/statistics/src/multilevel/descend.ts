import { solveLower } from '../linear-algebra/cholesky.ts';
import type { LevelWork } from './climb.ts';
import type { ModelDesign } from './model-design.ts';

/** What the whole model came to on the way up. */
export interface Ascent {
  readonly design: ModelDesign;
  readonly restricted: boolean;
  /** Cholesky factor of the normal equations of the fixed effects. */
  readonly fixedFactor: Float64Array;
  /** For each column: minus its fixed effect; for the outcome 1. */
  readonly contrast: Float64Array;
  /** Residual variance. */
  readonly variance: number;
  readonly scratch: { readonly residual: Float64Array; readonly solved: Float64Array };
}

/**
 * On the way down, what the levels further out explain is taken off each group: `reduced` becomes basis × V⁻¹ × all columns and
 * `information` basis × V⁻¹ × basisᵀ, with V the relative covariance of all rows. From them come the derivatives of the criterion by Γ,
 *
 * Σ over groups of information − (REML) Zᵀ V⁻¹ X (Xᵀ V⁻¹ X)⁻¹ Xᵀ V⁻¹ Z − (Zᵀ V⁻¹ e)(Zᵀ V⁻¹ e)ᵀ ÷ residual variance.
 *
 * For the groups within group h, V⁻¹ is that without the levels from h outward, less a term of the rank of their random columns. With S their
 * bases, one upon another, that term is kept as two small matrices for each h: `stackedRows` R, with Sᵀ R the operator by which
 * the products are reduced, and `stackedKernel` H.
 */
export function descend(ascent: Ascent, work: LevelWork, outer: LevelWork | undefined): void {
  const { slope, slopeScale, design } = work;
  slope.fill(0);
  slopeScale.fill(0);
  for (let node = 0; node < design.nodes; node += 1) {
    informationOf(work, node);
    if (outer) correct(work, node, outer, design.parent[node]!);
    addSlope(ascent, work, node);
    if (work.products.length > 0) stack(work, node, outer, design.parent[node]!);
  }
}

function informationOf({ design, size, reduced, information }: LevelWork, node: number): void {
  const { random, basis } = design;
  for (let i = 0; i < random; i += 1) {
    const start = (node * random + i) * size;
    for (let j = 0; j < random; j += 1) {
      let sum = 0;
      for (let k = 0; k < size; k += 1) sum += reduced[start + k]! * basis[j * size + k]!;
      information[(node * random + i) * random + j] = sum;
    }
  }
}

/** reduced −= (reduced Sᵀ) R, information −= (reduced Sᵀ) H (reduced Sᵀ)ᵀ. */
function correct(work: LevelWork, node: number, outer: LevelWork, parent: number): void {
  const { size, reduced, information, scratch } = work;
  const { random } = work.design;
  const { stacked, stackedBasis, stackedRows, stackedKernel } = outer;
  // room for random × stacked: the own stack is wider than the outer one by the own random columns
  const products = scratch.tall;
  for (let i = 0; i < random; i += 1) {
    const start = (node * random + i) * size;
    for (let j = 0; j < stacked; j += 1) {
      let sum = 0;
      for (let k = 0; k < size; k += 1) sum += reduced[start + k]! * stackedBasis[j * size + k]!;
      products[i * stacked + j] = sum;
    }
  }
  const kernel = parent * stacked * stacked;
  for (let i = 0; i < random; i += 1) {
    for (let j = 0; j < random; j += 1) {
      let sum = 0;
      for (let a = 0; a < stacked; a += 1) {
        for (let b = 0; b < stacked; b += 1) {
          sum +=
            products[i * stacked + a]! *
            stackedKernel[kernel + a * stacked + b]! *
            products[j * stacked + b]!;
        }
      }
      information[(node * random + i) * random + j]! -= sum;
    }
    const start = (node * random + i) * size;
    for (let j = 0; j < stacked; j += 1) {
      const share = products[i * stacked + j]!;
      const from = (parent * stacked + j) * size;
      for (let k = 0; k < size; k += 1) reduced[start + k]! -= share * stackedRows[from + k]!;
    }
  }
}

function addSlope(ascent: Ascent, work: LevelWork, node: number): void {
  const { size, reduced, information, slope, slopeScale } = work;
  const { random } = work.design;
  const { fixedFactor, contrast, variance, restricted, design } = ascent;
  const { fixed } = design;
  const count = fixed.length;
  const residual = ascent.scratch.residual;
  const solved = ascent.scratch.solved;
  for (let i = 0; i < random; i += 1) {
    const start = (node * random + i) * size;
    let sum = 0;
    for (let k = 0; k < size; k += 1) sum += reduced[start + k]! * contrast[k]!;
    residual[i] = sum;
    if (!restricted) continue;
    for (let k = 0; k < count; k += 1) solved[i * count + k] = reduced[start + fixed[k]!]!;
    solveLower(fixedFactor, count, solved, i * count);
  }
  for (let i = 0; i < random; i += 1) {
    for (let j = 0; j < random; j += 1) {
      const own = information[(node * random + i) * random + j]!;
      let sum = own - (residual[i]! * residual[j]!) / variance;
      if (restricted) {
        for (let k = 0; k < count; k += 1) sum -= solved[i * count + k]! * solved[j * count + k]!;
      }
      slope[i * random + j]! += sum;
      if (i === j) slopeScale[i]! += own;
    }
  }
}

/**
 * R and H of one group from those of the group it lies in (R′, H′, S′): with T = K rows and J = T S′ᵀ,
 * R = [R′; T − J R′] and H = [H′, −H′ Jᵀ; −J H′, K + J H′ Jᵀ].
 */
function stack(work: LevelWork, node: number, outer: LevelWork | undefined, parent: number): void {
  const { size, rows, kernel, stacked, stackedRows, stackedKernel, scratch } = work;
  const { random } = work.design;
  const before = outer?.stacked ?? 0;
  const out = node * stacked * size;
  const cells = node * stacked * stacked;
  const { wide } = scratch;
  const joined = scratch.tall;
  for (let i = 0; i < random; i += 1) {
    for (let k = 0; k < size; k += 1) {
      let sum = 0;
      for (let j = 0; j < random; j += 1) {
        sum += kernel[(node * random + i) * random + j]! * rows[(node * random + j) * size + k]!;
      }
      wide[i * size + k] = sum;
    }
    for (let j = 0; j < before; j += 1) {
      let sum = 0;
      for (let k = 0; k < size; k += 1) sum += wide[i * size + k]! * outer!.stackedBasis[j * size + k]!;
      joined[i * before + j] = sum;
    }
  }
  const from = parent * before * size;
  for (let k = 0; k < before * size; k += 1) stackedRows[out + k] = outer!.stackedRows[from + k]!;
  for (let i = 0; i < random; i += 1) {
    for (let k = 0; k < size; k += 1) {
      let sum = wide[i * size + k]!;
      for (let j = 0; j < before; j += 1) {
        sum -= joined[i * before + j]! * outer!.stackedRows[from + j * size + k]!;
      }
      stackedRows[out + (before + i) * size + k] = sum;
    }
  }
  for (let a = 0; a < before; a += 1) {
    const row = (parent * before + a) * before;
    for (let b = 0; b < before; b += 1)
      stackedKernel[cells + a * stacked + b] = outer!.stackedKernel[row + b]!;
    for (let i = 0; i < random; i += 1) {
      let sum = 0;
      for (let b = 0; b < before; b += 1) sum -= joined[i * before + b]! * outer!.stackedKernel[row + b]!;
      stackedKernel[cells + (before + i) * stacked + a] = sum;
      stackedKernel[cells + a * stacked + before + i] = sum;
    }
  }
  for (let i = 0; i < random; i += 1) {
    for (let j = 0; j < random; j += 1) {
      let sum = kernel[(node * random + i) * random + j]!;
      for (let b = 0; b < before; b += 1) {
        sum -= stackedKernel[cells + (before + i) * stacked + b]! * joined[j * before + b]!;
      }
      stackedKernel[cells + (before + i) * stacked + before + j] = sum;
    }
  }
}
