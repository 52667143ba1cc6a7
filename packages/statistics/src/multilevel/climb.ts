import { factorise, solveLower } from '../linear-algebra/cholesky.ts';
import type { DesignLevel } from './design-level.ts';
import type { ModelDesign } from './model-design.ts';

/** Room for one level's numbers, allocated once for all iterations. */
export interface LevelWork {
  readonly design: DesignLevel;
  readonly size: number;
  /** Products of each group without its own effects; empty at the innermost level, where `rows` and `inner` never change. */
  readonly products: Float64Array;
  /** For each group: basis × products (random × size), and that × basisᵀ. */
  readonly rows: Float64Array;
  readonly inner: Float64Array;
  /** For each group: basis × products once its effects are integrated out (random × size); after the way down, once all are. */
  readonly reduced: Float64Array;
  /** For each group: K = Λ (I + Λᵀ inner Λ)⁻¹ Λᵀ. */
  readonly kernel: Float64Array;
  /** For each group, after the way down: basis × V⁻¹ × basisᵀ over its rows. */
  readonly information: Float64Array;
  /** Λ and Γ = Λ Λᵀ, relative to the residual variance. */
  readonly factor: Float64Array;
  readonly covariance: Float64Array;
  /** Derivatives of the criterion by Γ, and the sum of their positive part, to judge rounding by. */
  readonly slope: Float64Array;
  readonly slopeScale: Float64Array;
  /** Number of random columns of this and all levels further out. */
  readonly stacked: number;
  /** Bases of these levels, the outermost first (stacked × size). */
  readonly stackedBasis: Float64Array;
  /** For each group, for the way down: see {@link descend}. */
  readonly stackedRows: Float64Array;
  readonly stackedKernel: Float64Array;
  readonly scratch: {
    readonly a: Float64Array;
    readonly b: Float64Array;
    readonly c: Float64Array;
    readonly wide: Float64Array;
    readonly tall: Float64Array;
  };
}

export function levelWork(design: ModelDesign, at: number): LevelWork {
  const { size } = design.standardised;
  const level = design.levels[at]!;
  const { random, nodes } = level;
  const outward = design.levels.slice(at);
  const stacked = outward.reduce((sum, other) => sum + other.random, 0);
  const stackedBasis = new Float64Array(stacked * size);
  let start = 0;
  for (const other of outward.toReversed()) {
    stackedBasis.set(other.basis, start);
    start += other.basis.length;
  }
  const inner = at === 0;
  const below = inner ? 0 : nodes;
  return {
    design: level,
    size,
    products: new Float64Array(below * size * size),
    rows: inner ? design.innermost.rows : new Float64Array(nodes * random * size),
    inner: inner ? design.innermost.inner : new Float64Array(nodes * random * random),
    reduced: new Float64Array(nodes * random * size),
    kernel: new Float64Array(nodes * random * random),
    information: new Float64Array(nodes * random * random),
    factor: new Float64Array(random * random),
    covariance: new Float64Array(random * random),
    slope: new Float64Array(random * random),
    slopeScale: new Float64Array(random),
    stacked,
    stackedBasis,
    stackedRows: new Float64Array(below * stacked * size),
    stackedKernel: new Float64Array(below * stacked * stacked),
    scratch: {
      a: new Float64Array(random * random),
      b: new Float64Array(random * random),
      c: new Float64Array(random * random),
      wide: new Float64Array(random * size),
      tall: new Float64Array(stacked * stacked),
    },
  };
}

/** Sets Γ from Λ. */
export function withFactor({ design: { random }, factor, covariance }: LevelWork): void {
  for (let row = 0; row < random; row += 1) {
    for (let column = 0; column < random; column += 1) {
      let sum = 0;
      for (let k = 0; k < random; k += 1) sum += factor[row * random + k]! * factor[column * random + k]!;
      covariance[row * random + column] = sum;
    }
  }
}

/**
 * Integrates the effects of one level out, group by group, and takes what they explain off the products of the next level out: with C the
 * products of a group and M its basis, C − C Mᵀ K M C. Right also where Λ is singular.
 *
 * @returns the sum of ln |I + Λᵀ M C Mᵀ Λ|
 */
export function climb(work: LevelWork, outer: Float64Array): number {
  const { size, design } = work;
  const { nodes, random } = design;
  if (work.products.length > 0) {
    gather(work);
    pass(work, outer);
  }
  let logDeterminant = 0;
  for (let node = 0; node < nodes; node += 1) {
    logDeterminant += random === 1 ? integrateOne(work, node) : integrateSeveral(work, node);
    subtract(work, node, outer, design.parent[node]! * size * size);
  }
  return logDeterminant;
}

/** Sums the products of the groups, from which those within them have been taken off already, to what they lie in. */
function pass({ design: { nodes, parent }, size, products }: LevelWork, outer: Float64Array): void {
  const area = size * size;
  outer.fill(0);
  for (let node = 0; node < nodes; node += 1) {
    const out = parent[node]! * area;
    for (let cell = 0; cell < area; cell += 1) outer[out + cell]! += products[node * area + cell]!;
  }
}

/** basis × products and basis × products × basisᵀ of each group of a level that is not the innermost. */
function gather({ design: { nodes, random, basis }, size, products, rows, inner }: LevelWork): void {
  for (let node = 0; node < nodes; node += 1) {
    const start = node * size * size;
    for (let i = 0; i < random; i += 1) {
      const out = (node * random + i) * size;
      rows.fill(0, out, out + size);
      for (let k = 0; k < size; k += 1) {
        const weight = basis[i * size + k]!;
        if (weight === 0) continue;
        // only the upper triangle of the products is kept up
        for (let c = 0; c < size; c += 1) {
          rows[out + c]! += weight * products[start + (k < c ? k * size + c : c * size + k)]!;
        }
      }
      for (let j = 0; j < random; j += 1) {
        let sum = 0;
        for (let k = 0; k < size; k += 1) sum += rows[out + k]! * basis[j * size + k]!;
        inner[(node * random + i) * random + j] = sum;
      }
    }
  }
}

function integrateOne({ size, rows, inner, covariance, kernel, reduced }: LevelWork, node: number): number {
  const divisor = 1 + covariance[0]! * inner[node]!;
  kernel[node] = covariance[0]! / divisor;
  for (let k = node * size; k < (node + 1) * size; k += 1) reduced[k] = rows[k]! / divisor;
  return Math.log(divisor);
}

function integrateSeveral(work: LevelWork, node: number): number {
  const { size, rows, inner, factor, kernel, reduced, scratch } = work;
  const { random } = work.design;
  const { a, b, c } = scratch;
  const cells = node * random * random;
  // b = inner Λ, a = I + Λᵀ b
  for (let i = 0; i < random; i += 1) {
    for (let j = 0; j < random; j += 1) {
      let sum = 0;
      for (let k = j; k < random; k += 1) sum += inner[cells + i * random + k]! * factor[k * random + j]!;
      b[i * random + j] = sum;
    }
  }
  for (let i = 0; i < random; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = i === j ? 1 : 0;
      for (let k = i; k < random; k += 1) sum += factor[k * random + i]! * b[k * random + j]!;
      a[i * random + j] = sum;
    }
  }
  if (!factorise(a, random)) return Number.NaN;
  let logDeterminant = 0;
  for (let i = 0; i < random; i += 1) logDeterminant += 2 * Math.log(a[i * random + i]!);
  // c, row by row: (L⁻¹ Λᵀ)ᵀ; the kernel is c cᵀ
  for (let i = 0; i < random; i += 1) {
    for (let j = 0; j < random; j += 1) c[i * random + j] = factor[i * random + j]!;
    solveLower(a, random, c, i * random);
  }
  for (let i = 0; i < random; i += 1) {
    for (let j = 0; j < random; j += 1) {
      let sum = 0;
      for (let k = 0; k < random; k += 1) sum += c[i * random + k]! * c[j * random + k]!;
      kernel[cells + i * random + j] = sum;
    }
  }
  // reduced = (I − inner K) rows
  for (let i = 0; i < random; i += 1) {
    for (let j = 0; j < random; j += 1) {
      let sum = i === j ? 1 : 0;
      for (let k = 0; k < random; k += 1)
        sum -= inner[cells + i * random + k]! * kernel[cells + k * random + j]!;
      b[i * random + j] = sum;
    }
  }
  const start = node * random * size;
  for (let i = 0; i < random; i += 1) {
    for (let k = 0; k < size; k += 1) {
      let sum = 0;
      for (let j = 0; j < random; j += 1) sum += b[i * random + j]! * rows[start + j * size + k]!;
      reduced[start + i * size + k] = sum;
    }
  }
  return logDeterminant;
}

/** Takes rowsᵀ K rows off the upper triangle of what the group lies in. */
function subtract(work: LevelWork, node: number, outer: Float64Array, offset: number): void {
  const { size, rows, kernel, scratch } = work;
  const { random } = work.design;
  const { wide } = scratch;
  const start = node * random * size;
  const cells = node * random * random;
  for (let i = 0; i < random; i += 1) {
    for (let k = 0; k < size; k += 1) {
      let sum = 0;
      for (let j = 0; j < random; j += 1) {
        sum += kernel[cells + i * random + j]! * rows[start + j * size + k]!;
      }
      wide[i * size + k] = sum;
    }
  }
  for (let i = 0; i < random; i += 1) {
    for (let row = 0; row < size; row += 1) {
      const left = rows[start + i * size + row]!;
      const out = offset + row * size;
      for (let column = row; column < size; column += 1) {
        outer[out + column]! -= left * wide[i * size + column]!;
      }
    }
  }
}
