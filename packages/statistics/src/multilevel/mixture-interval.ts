import { normalProbability } from '../distributions/normal-probability.ts';
import { studentTProbability } from '../distributions/student-t-probability.ts';
import { studentTQuantile } from '../distributions/student-t-quantile.ts';

/** One t distribution of a mixture: its weight, where it lies and how wide it is. */
export interface MixturePart {
  readonly weight: number;
  readonly mean: number;
  readonly sd: number;
}

/** Mean, standard deviation and interval of a mixture of t distributions with the same degrees of freedom. */
export function mixtureInterval(
  parts: readonly MixturePart[],
  degrees: number,
  probability: number,
): {
  readonly mean: number;
  readonly standardDeviation: number;
  readonly lower: number;
  readonly upper: number;
} {
  const mean = parts.reduce((sum, part) => sum + part.weight * part.mean, 0);
  const stretch = degrees > 2 ? degrees / (degrees - 2) : 1;
  const variance = parts.reduce(
    (sum, part) => sum + part.weight * (stretch * part.sd ** 2 + (part.mean - mean) ** 2),
    0,
  );
  const standardDeviation = Math.sqrt(variance);
  const usual = studentTQuantile(probability, degrees);
  const at = (sign: 1 | -1) =>
    standardDeviation === 0
      ? mean
      : quantile(
          parts,
          degrees,
          sign > 0 ? probability : 1 - probability,
          mean + sign * usual * standardDeviation,
          standardDeviation,
        );
  return { mean, standardDeviation, lower: at(-1), upper: at(1) };
}

/** Newton's method from a good guess, kept within what has been seen to lie below and above. */
function quantile(
  parts: readonly MixturePart[],
  degrees: number,
  probability: number,
  guess: number,
  unit: number,
): number {
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let x = guess;
  for (let step = 0; step < 60; step += 1) {
    let below = 0;
    let density = 0;
    for (const { weight, mean, sd } of parts) {
      const z = sd === 0 ? Math.sign(x - mean) * Number.POSITIVE_INFINITY : (x - mean) / sd;
      below += weight * probabilityOf(z, degrees);
      if (sd > 0) density += (weight * Math.exp((-z * z) / 2)) / (sd * Math.sqrt(2 * Math.PI));
    }
    if (below < probability) low = x;
    else high = x;
    let next = x + (probability - below) / density;
    if (!(Math.abs(next - x) <= unit)) next = x + Math.sign(probability - below) * unit;
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - x) <= 1e-9 * unit) return next;
    x = next;
  }
  return x;
}

/** Normal probabilities at multiples of 1/64 from −9, worked out when first wanted. */
const table: number[] = [];

/** The normal probability by cubic Hermite interpolation, right to 1e-9: a mixture asks for it millions of times. */
function tabled(z: number): number {
  if (table.length === 0) {
    for (let index = 0; index <= 18 * 64; index += 1) table.push(normalProbability(index / 64 - 9));
  }
  const place = (z + 9) * 64;
  if (place <= 0) return 0;
  if (place >= 18 * 64) return 1;
  const index = Math.floor(place);
  const t = place - index;
  const left = index / 64 - 9;
  const right = left + 1 / 64;
  const step = 1 / (64 * Math.sqrt(2 * Math.PI));
  const slopeLeft = step * Math.exp((-left * left) / 2);
  const slopeRight = step * Math.exp((-right * right) / 2);
  const u = 1 - t;
  return (
    (1 + 2 * t) * u * u * table[index]! +
    t * u * u * slopeLeft +
    t * t * (3 - 2 * t) * table[index + 1]! -
    t * t * u * slopeRight
  );
}

/** Student's t; from 50 degrees of freedom by way of the normal, right to 1e-5 (D. L. Wallace, Annals of Mathematical Statistics 30, 1959). */
function probabilityOf(t: number, degrees: number): number {
  if (!Number.isFinite(t)) return t > 0 ? 1 : t < 0 ? 0 : 0.5;
  if (degrees < 50) return studentTProbability(t, degrees);
  const size = Math.sqrt(degrees * Math.log1p((t * t) / degrees)) * ((8 * degrees + 1) / (8 * degrees + 3));
  return tabled(t < 0 ? -size : size);
}
