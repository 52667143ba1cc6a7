import type { ErrorCode } from '@collegial/model';
import * as z from 'zod';
import { type DfeTable, normalHeading } from './tables.ts';

/** A published file, known by its header. */
export interface DfeFile {
  readonly path: string;
  /** Path below the folder of the configuration, or the file name alone: what places show. */
  readonly name: string;
  readonly table: DfeTable;
  /** Headings as written, by {@link normalHeading}. */
  readonly headings: ReadonlyMap<string, string>;
  /** Academic year of its figures, named by the calendar year it starts in. */
  readonly academicYear?: number;
  /** Edition of its figures, for example `ks4-final`. */
  readonly publication: string;
  readonly publishedOn?: string;
  /** Day at which an extract of the register was taken. */
  readonly asOf?: string;
}

/** A row of a published file: text as written, by heading. Nothing else is asked of it. */
export const TableRow = z.object({
  file: z.custom<DfeFile>((value) => typeof value === 'object' && value !== null),
  cells: z.record(z.string(), z.string()),
});
export type TableRow = z.output<typeof TableRow>;

/** Something that is not a record: what to report in place of one. */
export const Aside = z.object({
  aside: z.enum(['rejected', 'skipped']),
  reason: z.string(),
  code: z.custom<ErrorCode>((value) => typeof value === 'string').optional(),
  field: z.string().optional(),
});
export type Aside = z.output<typeof Aside>;

/** The text in the first of these columns that the file has; empty when it has none of them. */
export function cell({ file, cells }: TableRow, ...headings: readonly string[]): string {
  for (const heading of headings) {
    const written = file.headings.get(normalHeading(heading));
    if (written !== undefined) return (cells[written] ?? '').trim();
  }
  return '';
}

/**
 * A code or number that identifies something. Copies made with statistical software write whole numbers as `7705552.0`.
 */
export function codeIn(row: TableRow, ...headings: readonly string[]): string {
  return cell(row, ...headings).replace(/^(\d+)\.0$/, '$1');
}

const nothing = new Set(['', 'NA', 'Not recorded', 'Not applicable', 'Not Available']);

/** Like {@link cell}, with `null` for the words by which the files say that there is nothing. */
export function textIn(row: TableRow, ...headings: readonly string[]): string | null {
  const text = cell(row, ...headings);
  return nothing.has(text) ? null : text.slice(0, 500);
}

/** A number in a cell, or `null`. */
export function numberIn(row: TableRow, ...headings: readonly string[]): number | null {
  const text = cell(row, ...headings);
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}
