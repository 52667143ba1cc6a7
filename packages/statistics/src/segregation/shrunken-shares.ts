import { type SchoolTable, sumSchools } from './school-table.ts';

/** Shares of the group that may lie behind those that are seen, at different distances from each other. */
export interface SharesBehind {
  /** Standard deviations of the shares worth trying: 0, the estimate, and what may lie around it; rising. */
  readonly deviations: readonly number[];
  /** The share at each school when the shares have such a standard deviation. Kept between 0 and 1. */
  at(deviation: number): Float64Array;
}

/**
 * The group's share at each school, drawn towards that of the area until the shares differ by as much as those behind them are thought to: seen shares
 * differ by chance as well, the more so the smaller the schools. The variance between schools is that of the one-way analysis of variance; a
 * school keeps the root of the part of its distance that is not chance, so that shares are neither too far apart nor too close.
 *
 * Reference: T. A. Louis, “Estimating a population of parameter values using Bayes and empirical Bayes methods”, Journal of the American
 * Statistical Association 79 (1984).
 */
export function sharesBehind(table: SchoolTable): SharesBehind {
  const { group, total, groupSum, totalSum } = table;
  const schools = total.length;
  const share = groupSum / totalSum;
  const between = sumSchools(table, (_group, size, surplus) => (surplus / totalSum) ** 2 / size);
  const within = sumSchools(table, (inGroup, size) => (inGroup * (size - inGroup)) / size);
  const squares = sumSchools(table, (_group, size) => size * size);
  const chance = totalSum > schools ? within / (totalSum - schools) : share * (1 - share);
  const size = schools > 1 ? (totalSum - squares / totalSum) / (schools - 1) : 1;
  const estimate = schools > 1 ? (between / (schools - 1) - chance) / size : 0;
  const variance = Math.max(0, estimate);
  const error = schools > 1 ? Math.sqrt(2 / (schools - 1)) * (variance + chance / size) : 0;
  // the shape of the shares that are tried; where schools differ no more than by chance, that of what chance could hide
  const spread = variance > 0 ? variance : error;
  const distances = total.map((students, school) => {
    const kept = spread > 0 ? spread / (spread + chance / students) : 1;
    return Math.sqrt(kept) * (group[school]! / students - share);
  });
  const scale = spread > 0 ? 1 / Math.sqrt(spread) : 0;
  const [middle, highest] = [Math.sqrt(variance), Math.sqrt(variance + 4 * error)];
  const lower = Math.sqrt(Math.max(0, variance - 3 * error)) || middle / 2 || highest / 4;
  return {
    deviations: [0, lower, middle || highest / 2, (middle + highest) / 2, highest]
      .sort((a, b) => a - b)
      .filter((one, index, all) => one !== all[index - 1]),
    at: (deviation) => distances.map((own) => Math.min(1, Math.max(0, share + deviation * scale * own))),
  };
}
