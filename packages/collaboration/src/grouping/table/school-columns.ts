/** Headings by what they hold; letters' case, blanks, `_` and `-` do not matter. */
export const schoolColumns = {
  id: ['id', 'urn', 'school', 'school id'],
  name: ['name', 'school name', 'schname', 'establishmentname'],
  attainment: ['attainment', 'attainment 8', 'att8scr'],
  stage: ['stage', 'stage of development'],
  group: ['group', 'existing group'],
  strengths: ['strengths', 'strong in'],
  needs: ['needs', 'weak in'],
  latitude: ['latitude', 'lat'],
  longitude: ['longitude', 'lon', 'lng'],
  easting: ['easting', 'eastings'],
  northing: ['northing', 'northings'],
} as const;

/** What a column holds. */
export type SchoolColumn = keyof typeof schoolColumns;

/** Where each column of a table is, by its heading. */
export interface SchoolLayout {
  readonly columns: ReadonlyMap<SchoolColumn, string>;
  /** Headings such as `context: free school meals`, by the name after the colon. */
  readonly context: ReadonlyMap<string, string>;
  /** Headings such as `area: mathematics`. */
  readonly areas: ReadonlyMap<string, string>;
  /** Headings that mean nothing here. */
  readonly unused: readonly string[];
}

/** Reads the headings of a table of schools. */
export function layoutOfHeadings(headings: readonly string[]): SchoolLayout {
  const columns = new Map<SchoolColumn, string>();
  const context = new Map<string, string>();
  const areas = new Map<string, string>();
  const unused: string[] = [];
  for (const heading of headings) {
    const [, kind, name] = /^\s*(context|area)\s*:\s*(.*\S)\s*$/i.exec(heading) ?? [];
    const plain = heading
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' ');
    const column = (Object.keys(schoolColumns) as SchoolColumn[]).find(
      (candidate) =>
        (schoolColumns[candidate] as readonly string[]).includes(plain) && !columns.has(candidate),
    );
    if (kind !== undefined && name !== undefined)
      (kind.toLowerCase() === 'context' ? context : areas).set(name.toLowerCase(), heading);
    else if (column !== undefined) columns.set(column, heading);
    else unused.push(heading);
  }
  return { columns, context, areas, unused };
}
