import { ModelError } from '../model-error.ts';
import { boundaryDerivative } from './boundary-derivative.ts';
import type { LevelWork } from './climb.ts';
import type { Criterion } from './criterion.ts';
import { curvature } from './curvature.ts';
import { descendFrom, type Place, polish } from './newton.ts';
import { scoreRoot } from './score-root.ts';

/** Where the criterion is lowest. */
export interface Optimum {
  readonly theta: Float64Array;
  /** Parameters that were set to 0, because the optimum lies at the boundary there. */
  readonly fixedAtZero: readonly number[];
  /** Different local optima met. */
  readonly optima: number;
}

/** Below this, as a share of the residual standard deviation, a diagonal entry of a factor is tried at 0 (lme4 calls 1e-4 singular). */
const nearZero = 0.02;

/**
 * The lowest optimum that can be found: the score's roots for one parameter; for several, descents from two of a grid of starts, from there into any
 * direction in which the boundary is not an optimum, and entries next to 0 set to 0 where that is one.
 */
export function findOptimum(criterion: Criterion): Optimum {
  const { parameters } = criterion;
  if (parameters === 0) return { theta: new Float64Array(0), fixedAtZero: [], optima: 1 };
  refuseExactGroups(criterion);
  if (parameters === 1) {
    const { theta, optima } = scoreRoot(criterion);
    return { theta, fixedAtZero: theta[0] === 0 ? [0] : [], optima };
  }
  const all = Array.from({ length: parameters }, (_, index) => index);
  const found = startsOf(criterion).map((start) =>
    leaveSaddles(criterion, descendFrom(criterion, start, all), all),
  );
  const best = found.reduce((a, b) => (b.value < a.value ? b : a));
  const noise = 1e-9 * Math.abs(best.value) + 1e-6;
  const optima = new Set(found.map(({ value }) => Math.round((value - best.value) / noise))).size;
  return { ...snap(criterion, polish(criterion, best.theta, all), all), optima };
}

/** Where groups explain the outcome exactly, the likelihood has no bound: seen by leaving each group of the innermost level its own effects. */
function refuseExactGroups(criterion: Criterion): void {
  const { parameters, levels, design } = criterion;
  const free = new Float64Array(parameters);
  for (const { parameter, level } of diagonalOf(criterion)) if (level === levels[0]) free[parameter] = 1e4;
  criterion.evaluate(free);
  const all = design.standardised.total.at(-1)!;
  if (!(criterion.residual <= 1e-7 * all)) return;
  const { name } = levels[0]!.design;
  throw new ModelError(
    'no-residual-variation',
    `Within the groups of level ${name} nothing is left of the outcome to estimate the residual variance from: ` +
      'does it repeat one value for each group?',
    { level: name },
  );
}

/** The best of a grid of diagonal factors, and the best of those far from it, so that two descents come from different sides. */
function startsOf(criterion: Criterion): Float64Array[] {
  const diagonal = diagonalOf(criterion);
  const starts = [0.05, 0.2, 0.6, 1.5, 6, 30, 150].flatMap((size) =>
    [1, 4].map((slope) => {
      const theta = new Float64Array(criterion.parameters);
      for (const { parameter, row } of diagonal) theta[parameter] = row === 0 ? size : size / slope;
      const value = criterion.evaluate(theta);
      return { size, theta, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
    }),
  );
  const bestOf = (some: typeof starts) => some.reduce((a, b) => (b.value < a.value ? b : a));
  const best = bestOf(starts);
  const far = starts.filter(({ size }) => Math.abs(Math.log(size / best.size)) > 2);
  return [best.theta, bestOf(far).theta];
}

/** Parameters on the diagonal of their factor. */
function diagonalOf(criterion: Criterion): { parameter: number; row: number; level: LevelWork }[] {
  let parameter = -1;
  return criterion.levels.flatMap((level) =>
    level.design.free.flatMap((cell) => {
      parameter += 1;
      const row = Math.floor(cell / level.design.random);
      return cell % level.design.random === row ? [{ parameter, row, level }] : [];
    }),
  );
}

/**
 * A factor with a row of zeros is stationary whether or not it is best, and so is a saddle: where a one-sided derivative or a curvature is negative,
 * start again from a step that way.
 */
function leaveSaddles(criterion: Criterion, from: Place, all: readonly number[]): Place {
  let point = from;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const starts = [...outward(criterion, point), ...alongSaddle(criterion, point, all)];
    const found = starts.map((start) => descendFrom(criterion, start, all));
    const best = found.reduce((a, b) => (b.value < a.value ? b : a), point);
    if (best === point) return point;
    point = best;
  }
  return point;
}

/** A start with more variance at the levels at whose boundary the point is no optimum. */
function outward(criterion: Criterion, { theta }: Place): Float64Array[] {
  criterion.evaluate(theta, new Float64Array(theta.length));
  const ways = new Map(criterion.levels.map((level) => [level, boundaryDerivative(level)]));
  if ([...ways.values()].every(({ derivative }) => derivative >= 0)) return [];
  const start = theta.slice();
  for (const { parameter, row, level } of diagonalOf(criterion)) {
    const { derivative, direction } = ways.get(level)!;
    if (derivative < 0) start[parameter]! += 0.1 * Math.abs(direction[row]!) + 0.01;
  }
  return [start];
}

/** Starts to both sides of a saddle. */
function alongSaddle(criterion: Criterion, { theta }: Place, all: readonly number[]): Float64Array[] {
  const { values, vectors } = curvature(criterion, theta, all).eigen;
  if (!(values[0]! < -1e-9 * values.at(-1)!)) return [];
  const length = 0.3 * Math.max(0.3, Math.hypot(...theta));
  return [length, -length].map((step) => theta.map((value, index) => value + step * vectors[0]![index]!));
}

/** Sets diagonal entries next to 0 to 0 where the criterion is no worse for it. */
function snap(criterion: Criterion, from: Place, all: readonly number[]): Omit<Optimum, 'optima'> {
  let point = from;
  const zero: number[] = [];
  for (const { parameter } of diagonalOf(criterion)) {
    if (Math.abs(point.theta[parameter]!) > nearZero) continue;
    const start = point.theta.slice();
    start[parameter] = 0;
    const others = all.filter((index) => index !== parameter && !zero.includes(index));
    const tried = polish(criterion, descendFrom(criterion, start, others).theta, others);
    criterion.evaluate(tried.theta, new Float64Array(tried.theta.length));
    const optimal = criterion.levels.every((level) => boundaryDerivative(level).derivative >= 0);
    if (!optimal || tried.value > point.value + 1e-9 * Math.abs(point.value)) continue;
    zero.push(parameter);
    point = tried;
  }
  return { theta: point.theta, fixedAtZero: zero };
}
