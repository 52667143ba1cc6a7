import { studentTQuantile } from '../distributions/student-t-quantile.ts';
import type { Criterion } from './criterion.ts';
import { curvature } from './curvature.ts';

/** A place in the space of variance parameters, and how much of the likelihood lies about it. */
export interface Weighted {
  readonly theta: Float64Array;
  /** They sum to 1. */
  readonly weight: number;
}

/** For several parameters: number of places, more where there are few groups, because more hangs on them there. */
const fewest = 64;
const most = 1200;
const work = 60_000;
/** For one parameter: places of a grid, fewer where many groups leave it narrow and even. */
const places = { few: 41, many: 21, from: 300 };
/** The grid ends where the likelihood has fallen to exp(−this) of its height. */
const depth = 14;
/** Degrees of freedom of the t distributions that several parameters are spread by. */
const tail = 5;

/**
 * What the data say about the variance parameters, as weighted places: the restricted likelihood times a weak prior, for one parameter on a grid
 * (trapezoid rule), for several on evenly spread places about the optimum (importance sampling; no chance is involved). The prior is that of a standard
 * deviation: even near 0, where estimates of few schools fall, half-Cauchy with scale 2 residual standard deviations further out.
 *
 * Reference: A. Gelman, “Prior distributions for variance parameters in hierarchical models”, Bayesian Analysis 1 (2006); R. E. Kass and
 * D. Steffey, Journal of the American Statistical Association 84 (1989).
 */
export function posterior(criterion: Criterion, theta: Float64Array): Weighted[] {
  if (theta.length === 0) return [{ theta, weight: 1 }];
  return theta.length === 1 ? onGrid(criterion, theta[0]!) : byImportance(criterion, theta);
}

function normalised(found: readonly { theta: Float64Array; log: number }[]): Weighted[] {
  const most = Math.max(...found.map(({ log }) => log));
  const weights = found.map(({ log }) => Math.exp(log - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return found
    .map(({ theta }, index) => ({ theta, weight: weights[index]! / total }))
    .filter(({ weight }) => weight > 1e-12);
}

function onGrid(criterion: Criterion, optimum: number): Weighted[] {
  const groups = criterion.levels.reduce((sum, { design }) => sum + design.nodes, 0);
  const count = groups < places.from ? places.few : places.many;
  const logAt = (sd: number) => logDensity(criterion, Float64Array.of(sd));
  const top = logAt(optimum);
  const low = logAt(0) > top - depth ? 0 : edge(logAt, optimum, 0, top);
  let beyond = Math.max(2 * optimum, 0.1);
  while (logAt(beyond) > top - depth) beyond *= 2;
  const high = edge(logAt, optimum, beyond, top);
  return normalised(
    Array.from({ length: count }, (_, index) => {
      const sd = low + ((high - low) * index) / (count - 1);
      const half = index === 0 || index === count - 1 ? Math.log(2) : 0;
      return { theta: Float64Array.of(sd), log: logAt(sd) - half };
    }),
  );
}

/** Where, between the top and a place far down, the density has fallen far enough. */
function edge(logAt: (sd: number) => number, inside: number, outside: number, top: number): number {
  let [near, far] = [inside, outside];
  for (let bisection = 0; bisection < 6; bisection += 1) {
    const middle = (near + far) / 2;
    if (logAt(middle) > top - depth) near = middle;
    else far = middle;
  }
  return far;
}

function byImportance(criterion: Criterion, optimum: Float64Array): Weighted[] {
  const count = optimum.length;
  const all = Array.from({ length: count }, (_, index) => index);
  const { eigen } = curvature(criterion, optimum, all);
  // no wider than one residual standard deviation where the likelihood is flat
  const widths = eigen.values.map((value) => Math.sqrt(Math.min(1, 2 / Math.max(value, 1e-12))));
  const groups = criterion.levels.reduce((sum, { design }) => sum + design.nodes, 0);
  const pairs = Math.round(Math.min(Math.max(work / groups, fewest), most) / 2);
  const found = Array.from({ length: pairs }, (_, index) => {
    const z = all.map((direction) => studentTQuantile(halton(index + 1, direction), tail));
    const proposal = z.reduce((sum, value) => sum - ((tail + 1) / 2) * Math.log1p((value * value) / tail), 0);
    return [1, -1].map((sign) => {
      const theta = optimum.slice();
      for (const [direction, value] of z.entries()) {
        const length = sign * value * widths[direction]!;
        for (const [at, part] of eigen.vectors[direction]!.entries()) theta[at]! += part * length;
      }
      return { theta, log: logDensity(criterion, theta) - proposal };
    });
  });
  return normalised(found.flat().filter(({ log }) => !Number.isNaN(log)));
}

/** J. H. Halton, Numerische Mathematik 2 (1960): numbers from 0 to 1 that fill all dimensions evenly. */
function halton(index: number, dimension: number): number {
  const base = primes[dimension % primes.length]!;
  let [rest, share, value] = [index + 20 * Math.floor(dimension / primes.length), 1, 0];
  while (rest > 0) {
    share /= base;
    value += share * (rest % base);
    rest = Math.floor(rest / base);
  }
  return value;
}

const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71];

/** Logarithm of restricted likelihood × prior, up to a constant. */
function logDensity(criterion: Criterion, theta: Float64Array): number {
  let log = -criterion.evaluate(theta) / 2;
  for (const { design, factor } of criterion.levels) {
    const { random, free } = design;
    const full = free.length > random;
    for (let row = 0; row < random; row += 1) {
      let square = 0;
      for (let column = 0; column <= row; column += 1) square += factor[row * random + column]! ** 2;
      log -= Math.log1p(square / 4);
      if (!full || row === 0) continue;
      // from an even density of a row's entries to one of its length and to even correlations
      const share = Math.abs(factor[row * random + row]!) / Math.sqrt(square);
      log -= (row / 2) * Math.log(square + 1e-4);
      log += (random - row) * Math.log(share + 1e-9);
    }
  }
  return log;
}
