import type { SchoolRow } from '../table/school-row.ts';
import { randomOf } from '../solve/random.ts';

/** Invented schools of a city of some 12 km, with everything known that can be. */
export function randomSchools(count: number, seed: number): SchoolRow[] {
  const random = randomOf(seed);
  const areas = ['behaviour', 'mathematics', 'music'];
  return Array.from({ length: count }, (_, index) => ({
    id: `s${String(index + 1).padStart(3, '0')}`,
    name: `School ${index + 1}`,
    attainment: Math.round((30 + 30 * random()) * 10) / 10,
    context: { meals: Math.round(60 * random()) },
    areas: Object.fromEntries(areas.map((area) => [area, random.below(3) - 1])),
    place: { easting: 450_000 + random.below(12_000), northing: 300_000 + random.below(12_000) },
    group: random() < 0.5 ? `G${random.below(3)}` : null,
  }));
}
