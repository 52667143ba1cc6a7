import { requireThat } from '../require-that.ts';
import { standardDeviation } from '../spread/standard-deviation.ts';
import { compensatedSum } from '../sums/compensated-sum.ts';

/** A cluster of schools or students: which part of all it is, and where it stands. */
export interface Cluster {
  /** Size, in any unit: shares are made of it. */
  readonly weight: number;
  readonly value: number;
}

/**
 * Esteban and Ray's polarisation of clusters: Σ Σ πᵢ^(1+α) πⱼ |yᵢ − yⱼ|. It is high when there are few large clusters, each alike within, far from
 * each other; spread alone does not make it so. With α = 0 it is the mean difference. In units of the values; compare the same clusters and α only.
 *
 * Reference: J. Esteban and D. Ray, “On the measurement of polarization”, Econometrica 62 (1994).
 *
 * @param alpha how much being alike counts, above 0 up to 1.6; default 1
 * @throws RangeError for an alpha outside 0–1.6, or weights that are negative or all 0
 *
 * @example
 * ```ts
 * import { estebanRay } from '@collegial/statistics';
 *
 * estebanRay([{ weight: 5, value: 30 }, { weight: 5, value: 50 }]); // 5 = 2 × ½² × ½ × 20
 * ```
 */
export function estebanRay(clusters: readonly Cluster[], alpha = 1): number {
  requireThat(alpha >= 0 && alpha <= 1.6, 'The alpha of Esteban and Ray lies between 0 and 1.6.');
  requireThat(
    clusters.every(({ weight }) => weight >= 0),
    'Weights must not be negative.',
  );
  const sorted = [...clusters].sort((a, b) => a.value - b.value || a.weight - b.weight);
  const total = compensatedSum(sorted.length, (index) => sorted[index]!.weight);
  requireThat(total > 0, 'At least one weight must be above 0.');
  return compensatedSum(sorted.length, (index) => {
    const own = sorted[index]!;
    const apart = compensatedSum(sorted.length, (other) => {
      const { weight, value } = sorted[other]!;
      return (weight / total) * Math.abs(own.value - value);
    });
    return (own.weight / total) ** (1 + alpha) * apart;
  });
}

/**
 * Polarisation of values without clusters named beforehand (Duclos, Esteban and Ray): the mean over schools of f(y)^α × their mean distance from
 * all, f being the density of schools near y, estimated with a normal kernel of the authors' width. In units of the values to the power of
 * 1 − α: compare the same measure and α over years, not measures with each other. The width is made for large numbers: below some 200 schools
 * it is so wide that two camps look much like one crowd. Of the schools of an area, name the clusters and use {@link estebanRay}.
 *
 * Reference: J.-Y. Duclos, J. Esteban and D. Ray, “Polarization: concepts, measurement, estimation”, Econometrica 72 (2004).
 *
 * @param alpha how much being alike counts, 0.25 to 1; default ½
 * @returns `null` below two values, 0 where they are all the same
 * @throws RangeError for an alpha outside 0.25–1
 */
export function duclosEstebanRay(values: readonly number[], alpha = 0.5): number | null {
  requireThat(alpha >= 0.25 && alpha <= 1, 'The alpha of Duclos, Esteban and Ray lies between 0.25 and 1.');
  const count = values.length;
  if (count < 2) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const deviation = standardDeviation(sorted);
  if (deviation === 0) return 0;
  const width = (4.7 * deviation * alpha ** 0.1) / Math.sqrt(count);
  const scale = 1 / (count * width * Math.sqrt(2 * Math.PI));
  return (
    compensatedSum(count, (index) => {
      let [density, apart] = [0, 0];
      for (const other of sorted) {
        const distance = Math.abs(sorted[index]! - other);
        apart += distance;
        density += Math.exp(-((distance / width) ** 2) / 2);
      }
      return (density * scale) ** alpha * (apart / count);
    }) / count
  );
}
