import type { SchoolRow } from './school-row.ts';

/**
 * The schools in an order that depends on what is known of them, not on the order or the names in which they came, so that
 * neither changes what is suggested. Schools of which the same is known are ordered by id.
 */
export function canonicalOrder(schools: readonly SchoolRow[]): SchoolRow[] {
  return schools
    .map((school) => ({ school, key: keyOf(school) }))
    .sort((one, other) => compare(one.key, other.key) || compare(one.school.id, other.school.id))
    .map(({ school }) => school);
}

function keyOf({ attainment, stage, place, context, areas }: SchoolRow): string {
  return JSON.stringify([attainment ?? null, stage ?? null, sorted(place), sorted(context), sorted(areas)]);
}

function sorted(values: object | null | undefined): [string, unknown][] {
  return Object.entries(values ?? {})
    .filter(([, value]) => value != null)
    .sort(([one], [other]) => compare(one, other));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
