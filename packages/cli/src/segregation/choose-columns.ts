import { CollegialError } from '@collegial/model';

/** Which columns of a file of counts hold what, by their headings. */
export interface CountColumns {
  /** `null`: all schools are of one area. */
  readonly area: string | null;
  readonly school: string;
  /** All students of a school; `null`: the groups together are all. */
  readonly total: string | null;
  /** The groups that are counted. */
  readonly groups: readonly string[];
}

/** Columns that were named in the command. */
export interface NamedColumns {
  readonly area?: string | undefined;
  readonly school?: string | undefined;
  readonly total?: string | undefined;
  readonly group?: readonly string[] | undefined;
}

/** Headings that are taken for a column when none is named, the first before the others; case does not count. */
const usual = {
  area: ['area', 'authority', 'local authority', 'la', 'district', 'trust', 'group of schools'],
  school: ['school', 'urn', 'id', 'school id', 'school_id', 'name'],
  total: ['total', 'students', 'pupils', 'roll', 'on roll', 'nor', 'headcount'],
} as const;

/**
 * Chooses columns by their headings: those that are named, else the usual ones. What is left is groups: with a total there must be one, or some
 * named; without a total there must be at least two, and together they are all students.
 *
 * @throws CollegialError `csv.missing-column` or `argument.invalid`, which name the columns there are
 */
export function chooseColumns(
  headings: readonly string[],
  named: NamedColumns,
  file: string,
): { readonly columns: CountColumns; readonly unused: readonly string[] } {
  const normal = (text: string) => text.trim().toLowerCase();
  const find = (name: string) => headings.find((heading) => normal(heading) === normal(name));
  const there = `The columns are: ${headings.map((heading) => `“${heading}”`).join(', ')}.`;
  const required = (option: string, name: string): string => {
    const found = find(name);
    if (found !== undefined) return found;
    throw new CollegialError({
      code: 'csv.missing-column',
      message: `${option} names the column “${name}”, which is not there. ${there}`,
      place: { file, line: 1, field: name },
      fix: 'Write the name of the column as it stands in the first line.',
    });
  };
  const groupsNamed = [...new Set((named.group ?? []).map((name) => required('--group', name)))];
  const choose = (field: keyof typeof usual): string | undefined => {
    const given = named[field];
    if (given !== undefined) return required(`--${field}`, given);
    for (const name of usual[field]) {
      const found = find(name);
      if (found !== undefined && !groupsNamed.includes(found)) return found;
    }
    return undefined;
  };
  const [area, school, total] = [choose('area'), choose('school'), choose('total')];
  if (school === undefined)
    throw new CollegialError({
      code: 'csv.missing-column',
      message: `There is no column of schools: none is called ${usual.school.map((name) => `“${name}”`).join(', ')}. ${there}`,
      place: { file, line: 1, field: 'school' },
      fix: 'Name the column of schools with --school.',
    });
  const taken = [area, school, total];
  const doubled = taken.find(
    (name, index) => name !== undefined && (taken.indexOf(name) !== index || groupsNamed.includes(name)),
  );
  if (doubled !== undefined)
    throw invalid(`The column “${doubled}” is named for two things.`, 'Name each column once.');
  const left = headings.filter((heading) => !taken.includes(heading));
  const groups = groupsNamed.length > 0 ? groupsNamed : left;
  if (total !== undefined && groups.length !== 1 && groupsNamed.length === 0)
    throw invalid(
      `Beside the total “${total}” there ${left.length === 0 ? 'is no column' : `are ${left.length} columns`} that could be the group. ${there}`,
      'Say which column counts the group with --group.',
    );
  if (total === undefined && groups.length < 2)
    throw invalid(
      `There is no column of all students, and ${groups.length === 0 ? 'no group' : `only one group, “${groups[0]}”`}. ${there}`,
      'Name the column of all students with --total, or at least two groups that are all students together with --group.',
    );
  return {
    columns: { area: area ?? null, school, total: total ?? null, groups },
    unused: left.filter((heading) => !groups.includes(heading)),
  };

  function invalid(message: string, fix: string): CollegialError {
    return new CollegialError({ code: 'argument.invalid', message, place: { file, line: 1 }, fix });
  }
}
