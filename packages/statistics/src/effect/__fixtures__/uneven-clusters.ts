import { seededRandom } from '../../resampling/seeded-random.ts';

/** Rows of an uneven panel: 9 clusters of 1 to 4 schools over 5 years, some years missing, two clusters treated from year 3. */
export interface UnevenRow {
  readonly school: string;
  readonly cluster: string;
  readonly year: number;
  readonly treated: number;
  readonly x: number;
  readonly weight: number;
  readonly y: number;
}

/** The rows that the stored figures of R and Python were worked out from; rounded to three decimals, so that a file holds them whole. */
export function unevenClusters(): UnevenRow[] {
  const random = seededRandom(20_240_901);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const rows: UnevenRow[] = [];
  for (const [index, size] of [3, 4, 1, 2, 1, 3, 2, 1, 4].entries()) {
    const shared = normal();
    for (let number = 0; number < size; number += 1) {
      const level = 2 * normal() + shared;
      const weight = 1 + ((index + number) % 3) / 2;
      for (let year = 1; year <= 5; year += 1) {
        const x = round(normal());
        const noise = normal();
        if ((index * 7 + number * 3 + year) % 11 === 0) continue;
        const treated = index < 2 && year >= 3 ? 1 : 0;
        const y = round(10 + level + 0.3 * year + 0.8 * treated + 0.5 * x + noise);
        rows.push({ school: `s${index}${number}`, cluster: `c${index}`, year, treated, x, weight, y });
      }
    }
  }
  return rows;
}
