import type { SchoolColumn, SchoolLayout } from './school-columns.ts';
import type { SchoolPlace, SchoolRow } from './school-row.ts';

/** Why a row of a table is set aside. */
export interface SetAside {
  readonly field: string;
  /** As a sentence, without the value. */
  readonly reason: string;
}

/** What stands for a figure that is not known: empty, a dash, and the symbols of official tables. */
const unknown = /^(?:|-|\u2013|n\/?a|na|np|ne|nd|x|z|c|\.\.|supp|lowcov|null)$/i;

/**
 * A school from a row of texts by heading, or why the row is set aside. Percent signs are dropped; what is not known –
 * empty, or a symbol such as `SUPP` – stays unknown.
 *
 * @example
 * ```ts
 * import { layoutOfHeadings, schoolOfRow } from '@collegial/collaboration';
 *
 * const row = { id: 's1', name: 'Hill', attainment: '45.2', 'context: meals': '31 %', strengths: 'music; art', needs: '' };
 * const school = schoolOfRow(row, layoutOfHeadings(Object.keys(row)));
 * 'id' in school && school.context?.meals; // 31
 * 'id' in school && school.areas; // { music: 1, art: 1 }
 * ```
 */
export function schoolOfRow(
  row: Readonly<Record<string, string | undefined>>,
  layout: SchoolLayout,
): SchoolRow | SetAside {
  const faults: SetAside[] = [];
  const text = (column: SchoolColumn) => row[layout.columns.get(column) ?? '']?.trim() ?? '';
  const number = (value: string | undefined, field: string): number | null => {
    const plain = (value ?? '').trim();
    if (unknown.test(plain)) return null;
    const found = /^[+\u2212-]?(?:\d+\.?\d*|\.\d+)(?=\s*%?$)/.exec(plain)?.[0];
    if (found === undefined) faults.push({ field, reason: notANumber(plain) });
    return found === undefined ? null : Number(found.replace('\u2212', '-'));
  };
  const column = (name: SchoolColumn) => number(text(name), layout.columns.get(name) ?? name);
  const id = text('id');
  if (id === '') return { field: layout.columns.get('id') ?? 'id', reason: 'The school has no id.' };
  const school: SchoolRow = {
    id,
    name: text('name') || id,
    attainment: column('attainment'),
    stage: column('stage'),
    context: numbersOf(layout.context, row, number),
    areas: areasOf(row, layout, number, text, faults),
    place: placeOf(column, faults),
    group: text('group') || null,
  };
  return faults[0] ?? school;
}

function notANumber(text: string): string {
  return /^[+\u2212-]?\d+,\d+\s*%?$/.test(text)
    ? 'This is not a number: write it with a point in place of the comma.'
    : 'This is not a number.';
}

type ReadNumber = (value: string | undefined, field: string) => number | null;

function numbersOf(
  headings: ReadonlyMap<string, string>,
  row: Readonly<Record<string, string | undefined>>,
  number: ReadNumber,
): Record<string, number> {
  return Object.fromEntries(
    [...headings].flatMap(([name, heading]) => {
      const value = number(row[heading], heading);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** Strengths and needs as lists, and columns of numbers; a list counts where both name an area. */
function areasOf(
  row: Readonly<Record<string, string | undefined>>,
  layout: SchoolLayout,
  number: ReadNumber,
  text: (column: SchoolColumn) => string,
  faults: SetAside[],
): Record<string, number> {
  const list = (column: SchoolColumn) =>
    text(column)
      .split(/[;|]/)
      .map((area) => area.trim().toLowerCase())
      .filter((area) => area !== '');
  const areas = numbersOf(layout.areas, row, number);
  const strengths = list('strengths');
  for (const area of strengths) areas[area] = 1;
  for (const area of list('needs')) {
    if (strengths.includes(area))
      faults.push({
        field: layout.columns.get('needs') ?? 'needs',
        reason: 'An area is both a strength and a need.',
      });
    areas[area] = -1;
  }
  return areas;
}

function placeOf(column: (name: SchoolColumn) => number | null, faults: SetAside[]): SchoolPlace | null {
  const [latitude, longitude] = [column('latitude'), column('longitude')];
  const [easting, northing] = [column('easting'), column('northing')];
  if (latitude !== null && longitude !== null) {
    if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude };
    faults.push({ field: 'latitude', reason: 'The place is not on Earth.' });
    return null;
  }
  return easting !== null && northing !== null ? { easting, northing } : null;
}
