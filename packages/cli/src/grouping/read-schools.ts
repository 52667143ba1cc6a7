import { resolve } from 'node:path';
import {
  layoutOfHeadings,
  type SchoolColumn,
  type SchoolLayout,
  type SchoolRow,
  schoolColumns,
  schoolOfRow,
} from '@collegial/collaboration';
import { openCsv, outcomeOf } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';

/** What became of a CSV file of schools. */
export interface SchoolsReport {
  readonly file: string;
  readonly rows: number;
  readonly schools: number;
  /** Rows that could not be used. */
  readonly setAside: readonly {
    readonly line: number;
    readonly field: string | null;
    readonly reason: string;
  }[];
  /** Columns that mean nothing here. */
  readonly unusedColumns: readonly string[];
}

/**
 * Reads a table of schools from a CSV file; rows that cannot be used are set aside with their line and reason.
 *
 * @throws CollegialError `file.*`, `csv.missing-column`, `csv.malformed`
 */
export async function readSchools(
  file: string,
  directory: string,
): Promise<{ readonly schools: SchoolRow[]; readonly report: SchoolsReport }> {
  const csv = await openCsv({ path: resolve(directory, file) });
  const layout = layoutOfHeadings(csv.headings);
  if (!layout.columns.has('id'))
    throw new CollegialError({
      code: 'csv.missing-column',
      message: `The column “id” is missing; it may also be called ${schoolColumns.id
        .slice(1)
        .map((name) => `“${name}”`)
        .join(', ')}. ${columnsFound(layout)}`,
      place: { file: csv.name, line: 1, field: 'id' },
    });
  const schools: SchoolRow[] = [];
  const setAside: { line: number; field: string | null; reason: string }[] = [];
  const lineOf = new Map<string, number>();
  let rows = 0;
  for await (const group of csv.groups()) {
    for (const { line, values } of group) {
      rows += 1;
      if (outcomeOf(values) !== undefined) {
        setAside.push({ line, field: null, reason: (values as { reason: string }).reason });
        continue;
      }
      const school = schoolOfRow(values as Record<string, string | undefined>, layout);
      const before = 'id' in school ? lineOf.get(school.id) : undefined;
      if (!('id' in school)) setAside.push({ line, ...school });
      else if (before !== undefined)
        setAside.push({ line, field: 'id', reason: `The id is that of line ${before} too.` });
      else {
        lineOf.set(school.id, line);
        schools.push(school);
      }
    }
  }
  if (schools.length === 0)
    throw new CollegialError({
      code: 'file.empty',
      message:
        rows === 0
          ? 'The file has headings only.'
          : `None of its ${rows} rows is a school; line ${setAside[0]?.line}${of(setAside[0]?.field)}: ${setAside[0]?.reason} ${columnsFound(layout)}`,
      place: { file: csv.name },
    });
  if (!saysSomething(layout))
    throw new CollegialError({
      code: 'csv.missing-column',
      message: `The file names schools, but says nothing by which they could be compared. ${columnsFound(layout)}`,
      place: { file: csv.name, line: 1 },
      fix: `Name a column ${comparable.map((column) => `“${schoolColumns[column][0]}”`).join(', ')}, “area: …” or “context: …”.`,
    });
  return {
    schools,
    report: { file: csv.name, rows, schools: schools.length, setAside, unusedColumns: layout.unused },
  };
}

const comparable: readonly SchoolColumn[] = [
  'attainment',
  'stage',
  'strengths',
  'needs',
  'latitude',
  'longitude',
  'easting',
  'northing',
  'group',
];

function saysSomething({ columns, areas, context }: SchoolLayout): boolean {
  return areas.size > 0 || context.size > 0 || comparable.some((column) => columns.has(column));
}

/** The columns of a file and what each was taken for, so that a reader sees at once where it was misunderstood. */
function columnsFound({ columns, context, areas, unused }: SchoolLayout): string {
  const taken = [...columns].map(([column, heading]) => `“${heading}” (${column})`);
  const named = [...context.values(), ...areas.values()].map((heading) => `“${heading}”`);
  const others = unused.map((heading) => `“${heading}” (not used)`);
  return `Columns found: ${[...taken, ...named, ...others].join(', ')}.`;
}

function of(field: string | null | undefined): string {
  return field === null || field === undefined ? '' : `, ${field}`;
}
