import type { LevelWork } from './climb.ts';
import type { Criterion } from './criterion.ts';
import type { GroupEffect, LevelEffects } from './multilevel-fit.ts';

/**
 * Best linear unbiased predictions Γ Zᵀ V⁻¹ e of every group of the levels named, and the covariance matrix Γ − Γ Zᵀ V⁻¹ Z Γ of the
 * true effects about them, outermost level first. The last evaluation must have had a gradient.
 */
export function groupEffects(criterion: Criterion, levels: readonly string[]): LevelEffects[] {
  return criterion.levels
    .filter(({ design }) => levels.includes(design.name))
    .map((work) => ({
      level: work.design.name,
      columns: work.design.columns,
      groups: Array.from({ length: work.design.nodes }, (_, node) => effectOf(criterion, work, node)),
    }))
    .reverse();
}

function effectOf(criterion: Criterion, work: LevelWork, node: number): GroupEffect {
  const { random, toData, paths, rows } = work.design;
  const { standardised } = criterion.design;
  const scale = standardised.transform[standardised.size - 1]!.scale;
  const { estimate, explained } = standardEffect(criterion, work, node);
  const variance = criterion.variance * scale * scale;
  const turned = (matrix: Float64Array) => turn(toData, matrix, random);
  const comparative = turned(work.covariance.map((value, cell) => value - explained[cell]!));
  const diagnostic = turned(explained);
  const rootOf = (matrix: Float64Array, i: number) =>
    Math.sqrt(Math.max(variance * matrix[i * random + i]!, 0));
  const every = Array.from({ length: random }, (_, i) => i);
  return {
    path: paths[node]!,
    rows: rows[node]!,
    estimates: every.map((i) => {
      let sum = 0;
      for (let j = 0; j < random; j += 1) sum += toData[i * random + j]! * estimate[j]!;
      return scale * sum;
    }),
    comparativeSds: every.map((i) => rootOf(comparative, i)),
    diagnosticSds: every.map((i) => rootOf(diagnostic, i)),
    comparativeCovariance: every.map((i) => every.map((j) => variance * comparative[i * random + j]!)),
  };
}

/** On standardised columns and relative to the residual variance: the prediction, and Γ Zᵀ V⁻¹ Z Γ. */
export function standardEffect(
  { contrast }: Criterion,
  { design: { random }, size, reduced, information, covariance }: LevelWork,
  node: number,
): { readonly estimate: Float64Array; readonly explained: Float64Array } {
  const products = new Float64Array(random);
  for (let i = 0; i < random; i += 1) {
    const start = (node * random + i) * size;
    for (let k = 0; k < size; k += 1) products[i]! += reduced[start + k]! * contrast[k]!;
  }
  const estimate = new Float64Array(random);
  for (let i = 0; i < random; i += 1) {
    for (let j = 0; j < random; j += 1) estimate[i]! += covariance[i * random + j]! * products[j]!;
  }
  const start = node * random * random;
  return {
    estimate,
    explained: turn(covariance, information.subarray(start, start + random * random), random),
  };
}

/** A M Aᵀ. */
function turn(a: Float64Array, m: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      for (let k = 0; k < size; k += 1) {
        for (let l = 0; l < size; l += 1) {
          result[i * size + j]! += a[i * size + k]! * m[k * size + l]! * a[j * size + l]!;
        }
      }
    }
  }
  return result;
}
