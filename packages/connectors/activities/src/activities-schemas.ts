import type { ErrorCode } from '@collegial/model';
import * as z from 'zod';

/** A row as written: text by heading in lower case with underscores. */
export type Cells = Readonly<Record<string, string>>;

/** The text in a column; empty when the sheet does not have it. */
export const textIn = (cells: Cells, column: string): string => cells[column] ?? '';

/** Columns of the activities file without which no row can be placed. */
export const activityColumns = ['activity_id', 'kind', 'title', 'starts_on', 'school'] as const;

/** Columns of the confirmations file without which no row can be placed. */
export const confirmationColumns = ['activity_id', 'school', 'verdict', 'decided_on'] as const;

/** A row, with what is known from the rows around it. */
export const SheetRow = z.object({
  cells: z.record(z.string(), z.string()),
  /** First row of the same activity, when this is not it. */
  first: z.record(z.string(), z.string()).optional(),
  firstRow: z.number().optional(),
  /** Row in which the same thing was said before. */
  repeats: z.number().optional(),
  /** False: no activity has this id. */
  activityKnown: z.boolean().optional(),
});
export type SheetRow = z.output<typeof SheetRow>;

/** A place where a row could not be read, or a file at all. */
export const Unreadable = z.object({
  unreadable: z.string(),
  code: z.custom<ErrorCode>((value) => typeof value === 'string'),
  field: z.string().optional(),
});
export type Unreadable = z.output<typeof Unreadable>;

/** What a page of a stream holds. */
export const AnyRow = z.union([Unreadable, SheetRow]);
