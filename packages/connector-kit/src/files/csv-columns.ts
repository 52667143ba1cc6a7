import { CollegialError } from '@collegial/model';

/**
 * A column that is wanted: its heading, or every heading it is known under, and whether the file is of no use
 * without it.
 */
export type CsvColumn =
  | string
  | readonly string[]
  | { readonly names: string | readonly string[]; readonly required?: boolean };

/** Where each field of a row is in the file. */
export interface CsvLayout {
  /** Field and position, in the order of the file. */
  readonly fields: readonly { readonly field: string; readonly index: number }[];
  /** Headings as the file has them. */
  readonly headings: readonly string[];
  /** Headings that no wanted column is known under; none when no columns were named. */
  readonly unknown: readonly string[];
  /** Wanted columns, not required, that the file does not have. */
  readonly absent: readonly string[];
}

/**
 * Finds the wanted columns among the headings; case and space around a heading do not matter. Without wanted
 * columns, every heading is a field, the first of its name.
 *
 * @throws CollegialError `csv.missing-column`, naming the column and the headings that are there
 */
export function layoutOf(
  headings: readonly string[],
  columns: Readonly<Record<string, CsvColumn>> | undefined,
  file: string,
): CsvLayout {
  const trimmed = headings.map((heading) => heading.trim());
  const positions = new Map<string, number>();
  for (const [index, heading] of trimmed.entries())
    if (heading !== '' && !positions.has(normal(heading))) positions.set(normal(heading), index);
  if (columns === undefined) {
    const fields = [...positions.values()].map((index) => ({ field: trimmed[index] as string, index }));
    return { fields, headings: trimmed, unknown: [], absent: [] };
  }
  const fields: { field: string; index: number }[] = [];
  const absent: string[] = [];
  for (const [field, column] of Object.entries(columns)) {
    const { names, required } = normalised(column);
    const index = names.map((name) => positions.get(normal(name))).find((found) => found !== undefined);
    if (index !== undefined) fields.push({ field, index });
    else if (required) throw missing(names, trimmed, file);
    else absent.push(field);
  }
  const taken = new Set(fields.map(({ index }) => index));
  const unknown = trimmed.filter((heading, index) => heading !== '' && !taken.has(index));
  return { fields: fields.sort((a, b) => a.index - b.index), headings: trimmed, unknown, absent };
}

function normalised(column: CsvColumn): { names: readonly string[]; required: boolean } {
  if (typeof column === 'string') return { names: [column], required: true };
  if (!('names' in column)) return { names: column, required: true };
  const { names, required = true } = column;
  return { names: typeof names === 'string' ? [names] : names, required };
}

function normal(heading: string): string {
  return heading.trim().toLowerCase();
}

function missing(names: readonly string[], headings: readonly string[], file: string): CollegialError {
  const found = headings.slice(0, 20).map((heading) => `“${heading.slice(0, 40)}”`);
  const rest = headings.length > found.length ? ` and ${headings.length - found.length} more` : '';
  const known =
    names.length > 1
      ? ` (also known as ${names
          .slice(1)
          .map((name) => `“${name}”`)
          .join(', ')})`
      : '';
  return new CollegialError({
    code: 'csv.missing-column',
    message: `The column “${names[0]}”${known} is missing; the file has ${found.join(', ')}${rest}.`,
    place: { file, line: 1, field: names[0] ?? '' },
  });
}
