import type { SchoolCounts } from '../school-table.ts';

/** The generator of pysal.py. */
function numbers(seed: number): () => number {
  let state = BigInt(seed);
  return () => {
    state = (state * 1_103_515_245n + 12_345n) % 2n ** 31n;
    return Number(state >> 8n);
  };
}

/** The same counts as in pysal.py. */
export function twoGroups(schools: number, seed: number): SchoolCounts[] {
  const next = numbers(seed);
  return Array.from({ length: schools }, () => {
    const total = 20 + (next() % 900);
    return { group: Math.floor((total * (next() % 600)) / 1000), total };
  });
}

/** The same counts as in pysal.py. */
export function threeGroups(schools: number, seed: number): number[][] {
  const next = numbers(seed);
  return Array.from({ length: schools }, () => [next() % 200, next() % 200, next() % 200]);
}
