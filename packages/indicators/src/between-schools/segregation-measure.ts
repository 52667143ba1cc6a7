import type { AreaSchool } from '@collegial/model';
import {
  type SchoolCounts,
  type SegregationIndex,
  schoolTable,
  segregation,
  segregationByChance,
  segregationIntervals,
  topShare,
} from '@collegial/statistics';
import * as z from 'zod';
import type { AreaMeasure } from '../definition/kinds.ts';

/** Names of the indices of segregation, as parameters take them. */
export const segregationIndexNames = [
  'dissimilarity',
  'gorard',
  'isolation',
  'etaSquared',
  'theil',
  'mutualInformation',
  'hutchens',
  'gini',
  'atkinson',
] as const satisfies readonly SegregationIndex[];

/** Parameters of every indicator that is an index of segregation. */
export const segregationParameters = z.strictObject({
  /**
   * `dissimilarity` (D) and `gorard` (GS): share that would have to change school · `isolation`: share at the school of one of them · `etaSquared`, `theil` (H),
   * `mutualInformation` (M), `hutchens`, `gini`, `atkinson`. Default `dissimilarity`.
   */
  index: z.enum(segregationIndexNames).default('dissimilarity'),
  /** `removed`: without what chance adds at schools of these sizes, with an interval · `kept`: as counted, which is exact and has none. Default `removed`. */
  chance: z.enum(['removed', 'kept']).default('removed'),
});

/** Draws for baseline and interval: enough for two digits, and quick for every area of a country. */
const draws = 500;

/** An index of segregation of an area: schools' values are shares of a group, their weights students. At least two schools are needed. */
export function segregationMeasure({ index, chance }: z.output<typeof segregationParameters>): AreaMeasure {
  return {
    describe: (schools) => {
      const table = schoolTable(countsOf(schools));
      const baseline = schools.length < 2 ? null : segregationByChance(table, { draws });
      const interval = segregationIntervals(table, { draws })?.[index];
      if (baseline === null || interval === undefined) return { value: null, interval: null };
      const { expected, probability } = baseline[index];
      return {
        ...(chance === 'removed'
          ? { value: interval.corrected, interval: { lower: interval.lower, upper: interval.upper } }
          : { value: segregation(table)[index], interval: null }),
        chance: { expected, probability },
      };
    },
  };
}

/** The part of a group that is at the schools where it is most common, up to a fifth of all students. At least two schools are needed. */
export const topFifthMeasure: AreaMeasure = {
  describe: (schools) => ({
    value: schools.length < 2 ? null : topShare(countsOf(schools)),
    interval: null,
  }),
};

/** Shares times students are whole numbers of students again. */
function countsOf(schools: readonly AreaSchool[]): SchoolCounts[] {
  return schools.map(({ value, weight }) => ({ group: Math.round(value * weight), total: weight }));
}
