import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { openCsv, outcomeOf, type Rejected } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import { type CountColumns, chooseColumns, type NamedColumns } from './choose-columns.ts';

/** The students of a school by group. */
export interface CountedSchool {
  /** Empty when the file has no areas. */
  readonly area: string;
  readonly school: string;
  /** All students. */
  readonly total: number;
  /** Students of each group, in the order of the columns. */
  readonly groups: readonly number[];
  readonly line: number;
}

/** What became of a file of counts. */
export interface CountsReport {
  readonly file: string;
  /** Rows, the heading not counted. */
  readonly rows: number;
  /** Rows that were passed over because of `--only`. */
  readonly notMeant: number;
  /** Rows that count: one for each school. */
  readonly schools: number;
  /** Areas, or 0 when the file has none. */
  readonly areas: number;
  readonly columns: CountColumns;
  readonly unusedColumns: readonly string[];
  /** Rows that could not be used. */
  readonly setAside: number;
  /** At most 1,000 of those: where, and why; never their content. */
  readonly faults: readonly {
    readonly line: number;
    readonly field: string | null;
    readonly reason: string;
  }[];
}

/** A condition on rows, `column=value`. */
export interface Only {
  readonly column: string;
  readonly value: string;
}

const mostFaults = 1000;

/**
 * Reads counts of students by school from a CSV file. Rows that cannot be used – no number, a school met before, a group larger than its school, a row that is the
 * sum of all others – are set aside with line and reason.
 *
 * @throws CollegialError `file.*`, `csv.*`, `argument.invalid`; `record.invalid` when no row can be used
 */
export async function readCounts(
  name: string,
  directory: string,
  named: NamedColumns,
  only: readonly Only[],
): Promise<{ readonly schools: readonly CountedSchool[]; readonly report: CountsReport }> {
  const path = resolve(directory, name);
  const file = basename(path);
  if (!existsSync(path))
    throw new CollegialError({
      code: 'file.not-found',
      message: 'The file does not exist.',
      place: { file },
      fix: 'Correct its path in the command.',
    });
  const csv = await openCsv({ path });
  const conditions = only.map(({ column, value }) => ({
    column: headingOf(column, csv.headings, file),
    value,
  }));
  const { columns, unused } = chooseColumns(
    csv.headings.filter(
      (heading) => !conditions.some(({ column }) => column === heading) || isNamed(heading, named),
    ),
    named,
    file,
  );
  const faults: { line: number; field: string | null; reason: string }[] = [];
  let [rows, notMeant, setAside] = [0, 0, 0];
  const fault = (line: number, field: string | null, reason: string) => {
    setAside += 1;
    if (faults.length < mostFaults) faults.push({ line, field, reason });
  };
  const met = new Map<string, number>();
  const found: CountedSchool[] = [];
  for await (const group of csv.groups()) {
    for (const { line, values } of group) {
      rows += 1;
      if (outcomeOf(values) !== undefined) {
        fault(line, null, (values as Rejected).reason);
        continue;
      }
      const row = values as Readonly<Record<string, string | undefined>>;
      if (conditions.some(({ column, value }) => row[column]?.trim() !== value)) {
        notMeant += 1;
        continue;
      }
      const school = schoolOf(row, columns, line);
      const key = 'school' in school ? `${school.area}\u0000${school.school}` : '';
      if (!('school' in school)) fault(line, school.field, school.reason);
      else if (met.has(key)) fault(line, columns.school, `The school is that of line ${met.get(key)} too.`);
      else {
        met.set(key, line);
        found.push(school);
      }
    }
  }
  const sums = sumRows(found);
  for (const { line } of sums) fault(line, columns.school, 'The row is the sum of the others, no school.');
  const schools = found.filter((school) => !sums.has(school));
  if (schools.length === 0)
    throw new CollegialError({
      code: rows === 0 ? 'file.empty' : 'record.invalid',
      message:
        rows === 0
          ? 'The file has headings only.'
          : setAside === 0
            ? `None of the ${rows} rows is what --only asks for.`
            : `None of the ${rows} rows can be used. Line ${faults[0]?.line}: ${faults[0]?.reason}`,
      place: { file },
      fix: 'Give each school in a row of its own, with whole numbers of students.',
    });
  return {
    schools,
    report: {
      file,
      rows,
      notMeant,
      schools: schools.length,
      areas: columns.area === null ? 0 : new Set(schools.map(({ area }) => area)).size,
      columns,
      unusedColumns: unused,
      setAside,
      faults,
    },
  };
}

function isNamed(heading: string, { area, school, total, group = [] }: NamedColumns): boolean {
  return [area, school, total, ...group].some(
    (name) => name?.trim().toLowerCase() === heading.trim().toLowerCase(),
  );
}

function headingOf(column: string, headings: readonly string[], file: string): string {
  const found = headings.find((heading) => heading.trim().toLowerCase() === column.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new CollegialError({
    code: 'csv.missing-column',
    message: `--only names the column “${column}”, which is not there. The columns are: ${headings.map((heading) => `“${heading}”`).join(', ')}.`,
    place: { file, line: 1, field: column },
  });
}

type Fault = { readonly field: string | null; readonly reason: string };

function schoolOf(
  row: Readonly<Record<string, string | undefined>>,
  { area, school, total, groups }: CountColumns,
  line: number,
): CountedSchool | Fault {
  const id = (row[school] ?? '').trim();
  if (id === '') return { field: school, reason: 'The row names no school.' };
  const place = area === null ? '' : (row[area] ?? '').trim();
  if (area !== null && place === '') return { field: area, reason: 'The row names no area.' };
  const counts: number[] = [];
  for (const column of [...groups, ...(total === null ? [] : [total])]) {
    const text = (row[column] ?? '').trim();
    if (!/^\d{1,15}$/.test(text)) return { field: column, reason: 'It is not a whole number of students.' };
    counts.push(Number(text));
  }
  const inGroups = counts.slice(0, groups.length);
  const all = total === null ? inGroups.reduce((sum, count) => sum + count, 0) : (counts.at(-1) as number);
  const large = inGroups.findIndex((count) => count > all);
  if (large >= 0)
    return { field: groups[large]!, reason: `It is more than all students of the school, “${total}”.` };
  return { area: place, school: id, total: all, groups: inGroups, line };
}

/** Rows for a country or an area that hold the sum of the others: left in, they would make every index wrong without a word. */
function sumRows(schools: readonly CountedSchool[]): ReadonlySet<CountedSchool> {
  const byArea = new Map<string, CountedSchool[]>();
  for (const school of schools) {
    const known = byArea.get(school.area);
    if (known === undefined) byArea.set(school.area, [school]);
    else known.push(school);
  }
  return new Set([...byArea.values(), schools].flatMap((some) => sumOfOthers(some) ?? []));
}

/** Fewest rows among which one that is the sum of the others is no coincidence. */
const fewestRows = 6;

function sumOfOthers(schools: readonly CountedSchool[]): CountedSchool | undefined {
  if (schools.length < fewestRows) return undefined;
  const sums = (of: (school: CountedSchool) => number) =>
    schools.reduce((sum, school) => sum + of(school), 0);
  const total = sums((school) => school.total);
  const groups = schools[0]!.groups.map((_, index) => sums((school) => school.groups[index]!));
  return schools.find(
    (school) =>
      school.total > 0 &&
      school.total * 2 === total &&
      school.groups.every((count, index) => count * 2 === groups[index]),
  );
}
