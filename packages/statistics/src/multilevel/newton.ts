import type { Criterion } from './criterion.ts';
import { curvature, distanceOf, newtonStep } from './curvature.ts';

/** A place in the space of parameters. */
export interface Place {
  readonly theta: Float64Array;
  readonly value: number;
}

/**
 * Goes down from `start` along the chosen parameters to within a thousandth of a standard error of a stationary point: Newton's method within a trust
 * radius, with steps away from saddles and maxima.
 *
 * Reference: J. Nocedal and S. J. Wright, *Numerical Optimization*, 2nd edition (2006), chapters 3 and 4; Y. Dauphin et al. (2014) for
 * saddles.
 */
export function descendFrom(criterion: Criterion, start: Float64Array, chosen: readonly number[]): Place {
  if (chosen.length === 0) return { theta: start, value: criterion.evaluate(start) };
  let theta = start;
  let radius = Math.max(1, Math.hypot(...start) / 2);
  const widest = 10 * radius;
  let here = curvature(criterion, theta, chosen, { central: false });
  for (let iteration = 0; iteration < 200; iteration += 1) {
    if (distanceOf(here) < 1e-3) break;
    const step = newtonStep(here, radius);
    const moved = shifted(theta, chosen, step);
    const value = criterion.evaluate(moved);
    if (value < here.value) {
      if (Math.hypot(...step) > 0.9 * radius) radius = Math.min(2 * radius, widest);
      theta = moved;
      here = curvature(criterion, theta, chosen, { central: false });
    } else {
      radius = Math.min(radius, Math.hypot(...step)) / 4;
      if (radius < 1e-10 * Math.hypot(...theta)) break;
    }
  }
  return { theta, value: here.value };
}

/** From there to the stationary point by steps that are judged by the gradient alone, because the criterion is too flat there. */
export function polish(criterion: Criterion, start: Float64Array, chosen: readonly number[]): Place {
  if (chosen.length === 0) return { theta: start, value: criterion.evaluate(start) };
  let theta = start;
  let here = curvature(criterion, theta, chosen);
  let distance = distanceOf(here);
  for (let iteration = 0; iteration < 12 && distance > 1e-14; iteration += 1) {
    const moved = shifted(theta, chosen, newtonStep(here, 0.1));
    const next = curvature(criterion, moved, chosen);
    const nextDistance = distanceOf(next);
    if (!(nextDistance < distance)) break;
    const settled = nextDistance > 0.5 * distance;
    [theta, here, distance] = [moved, next, nextDistance];
    if (settled) break;
  }
  return { theta, value: here.value };
}

function shifted(theta: Float64Array, chosen: readonly number[], step: Float64Array): Float64Array {
  const moved = theta.slice();
  for (const [at, parameter] of chosen.entries()) moved[parameter]! += step[at]!;
  return moved;
}
