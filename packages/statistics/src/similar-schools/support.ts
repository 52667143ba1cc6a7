import { quantileOfSorted } from './standardise.ts';

/** How far away the last neighbour usually is. */
export interface Support {
  /** Schools it was found from. */
  readonly schools: number;
  readonly median: number;
  /** Farther than this is unusual: upper quartile + 1.5 × quartile range (Tukey). `Infinity` below four schools. */
  readonly far: number;
  /** Share of the schools whose last neighbour is nearer. */
  shareBelow(radius: number): number;
}

/**
 * Finds the last neighbour's distance for up to so many schools, evenly spaced over all; `radiusOf` gives `null` for a school without enough
 * neighbours, which then does not count.
 */
export function supportOf(size: number, most: number, radiusOf: (school: number) => number | null): Support {
  const wanted = Math.min(size, most);
  const radii = Array.from({ length: wanted }, (_, index) => radiusOf(Math.floor((index * size) / wanted)));
  const sorted = Float64Array.from(radii.filter((radius) => radius !== null)).sort();
  const at = (share: number) =>
    sorted.length === 0 ? Number.POSITIVE_INFINITY : quantileOfSorted(sorted, share);
  return {
    schools: sorted.length,
    median: at(0.5),
    far: sorted.length < 4 ? Number.POSITIVE_INFINITY : at(0.75) + 1.5 * (at(0.75) - at(0.25)),
    shareBelow: (radius) => {
      let below = 0;
      while (below < sorted.length && sorted[below]! < radius) below += 1;
      return sorted.length === 0 ? 0 : below / sorted.length;
    },
  };
}
