/**
 * The school year that a grade level stands for, in the numbering of the source's jurisdiction: `01` to `13` and `KG` (0) of the grade levels of CEDS,
 * which OneRoster recommends. `undefined` for others, such as `PK`, `UG` and `Other`: they are no year of school, or not a known one.
 */
export function yearGroupOf(grade: string): number | undefined {
  if (/^kg?$/i.test(grade)) return 0;
  const number = /^0?(\d{1,2})$/.exec(grade)?.[1];
  const year = number === undefined ? undefined : Number(number);
  return year !== undefined && year >= 1 && year <= 13 ? year : undefined;
}

/** The one year group that a list of grades names; none when it names several or one that is not known, which is counted. */
export function oneYearGroup(
  grades: readonly string[] | undefined,
  unmapped: (field: string, code: string) => void,
): number | null {
  const years = new Set<number>();
  for (const grade of grades ?? []) {
    const year = yearGroupOf(grade);
    if (year === undefined) unmapped('grades', grade);
    else years.add(year);
  }
  const [only] = years;
  return years.size === 1 && only !== undefined ? only : null;
}
