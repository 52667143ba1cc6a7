import {
  expectedByChance,
  type SchoolCounts,
  schoolTable,
  seededRandom,
  segregation,
  segregationByChance,
  segregationIntervals,
} from '@collegial/statistics';

/** Seconds of processor time for the segregation of all areas of a country; twice the schools should take twice as long. */
export interface SegregationTime {
  readonly schools: number;
  readonly areas: number;
  /** All nine indices of each area. */
  readonly indices: number;
  /** Exact expectations under chance. */
  readonly expected: number;
  /** 1,000 random placings of each area, all indices of each. */
  readonly placings: number;
  /** Intervals of each area from 1,000 draws. */
  readonly intervals: number;
  /** 1,000 random placings of the country as one area. */
  readonly country: number;
}

/** Times segregation in countries of 12,000, 24,000 and 48,000 schools in 150 areas. */
export function* segregationGrowth(): Generator<SegregationTime> {
  for (const schools of [12_000, 24_000, 48_000]) yield segregationTime(schools, 150);
}

function segregationTime(schools: number, areas: number): SegregationTime {
  const all = country(schools, areas);
  const tables = all.map((counts) => schoolTable(counts));
  return {
    schools,
    areas,
    indices: seconds(() => all.map((counts) => segregation(counts))),
    expected: seconds(() => tables.map(expectedByChance)),
    placings: seconds(() => tables.map((table) => segregationByChance(table))),
    intervals: seconds(() => tables.map((table) => segregationIntervals(table))),
    country: seconds(() => segregationByChance(all.flat())),
  };
}

/** Schools of 60 to 1,500 students, in areas that differ, with one student in seven or so in the group. */
function country(schools: number, areas: number): SchoolCounts[][] {
  const random = seededRandom(5);
  return Array.from({ length: areas }, () => {
    const level = 0.05 + 0.2 * random();
    return Array.from({ length: schools / areas }, () => {
      const total = Math.round(60 * 25 ** random());
      return { total, group: Math.round(total * Math.min(1, level * (0.3 + 1.4 * random()))) };
    });
  });
}

function seconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
