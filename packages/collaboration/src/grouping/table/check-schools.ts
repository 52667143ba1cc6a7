import { CollegialError } from '@collegial/model';
import type { SchoolRow } from './school-row.ts';

/**
 * Looks over a table of schools before anything is worked out from it.
 *
 * @throws CollegialError `argument.invalid` naming the row (from 1) and the field
 */
export function checkSchools(schools: readonly SchoolRow[]): void {
  const rowOf = new Map<string, number>();
  let system: 'degrees' | 'grid' | undefined;
  schools.forEach((school, index) => {
    const row = index + 1;
    if (school.id === '') throw invalid('A school has no id.', 'Give every school one.', row, 'id');
    const before = rowOf.get(school.id);
    if (before !== undefined)
      throw invalid(`The id is that of row ${before} too.`, 'Give every school one row.', row, 'id');
    rowOf.set(school.id, row);
    for (const [field, value] of numbersOf(school)) {
      if (value != null && !Number.isFinite(value))
        throw invalid(
          'A value is not a number.',
          'Give a number, or null where it is not known.',
          row,
          field,
        );
    }
    const { place } = school;
    if (!place) return;
    const own = 'easting' in place ? 'grid' : 'degrees';
    system ??= own;
    if (own !== system)
      throw invalid(
        'Places are in degrees for some schools and on a grid for others.',
        'Give all of them latitude and longitude, or all of them easting and northing.',
        row,
        'place',
      );
    if ('latitude' in place && (Math.abs(place.latitude) > 90 || Math.abs(place.longitude) > 180))
      throw invalid(
        'The place is not on Earth.',
        'Check that latitude and longitude are not exchanged.',
        row,
        'place',
      );
  });
}

function numbersOf(school: SchoolRow): [field: string, value: number | null | undefined][] {
  return [
    ['attainment', school.attainment],
    ['stage', school.stage],
    ...Object.entries(school.context ?? {}),
    ...Object.entries(school.areas ?? {}),
    ...Object.entries(school.place ?? {}),
  ];
}

function invalid(message: string, fix: string, row: number, field: string): CollegialError {
  return new CollegialError({ code: 'argument.invalid', message, fix, place: { row, field } });
}
