import type { ErrorCode, InboxEntry } from '@collegial/model';
import * as z from 'zod';
import type { CalendarEvent } from './calendar/event-records.ts';

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
  /** Whole id of the activity that a word is about. */
  activity: z.string().optional(),
});
export type SheetRow = z.output<typeof SheetRow>;

/** A place where a row could not be read, or a file at all. */
export const Unreadable = z.object({
  unreadable: z.string(),
  code: z.custom<ErrorCode>((value) => typeof value === 'string'),
  field: z.string().optional(),
});
export type Unreadable = z.output<typeof Unreadable>;

/** An event of a calendar, and what it became. */
export const EventRow = z.object({ event: z.custom<CalendarEvent>(isObject) });
export type EventRow = z.output<typeof EventRow>;

/** An activity that a school recorded in the inbox. */
export const RecordedRow = z.object({
  recorded: z.custom<Extract<InboxEntry, { type: 'activity' }>>(isObject),
  /** False: it was corrected later, or is another school's description of the same id. */
  standing: z.boolean(),
  /** Ids of parts that the correction does not have. */
  gone: z.array(z.string()).default([]),
});
export type RecordedRow = z.output<typeof RecordedRow>;

/** What a school said in the inbox of an activity. */
export const SaidRow = z.object({
  said: z.custom<Extract<InboxEntry, { type: 'confirmation' }>>(isObject),
  /** False: the school has said something else since, or the activity was corrected. */
  standing: z.boolean(),
  /** The activity was corrected, and the school has said nothing of it since. */
  gone: z.boolean().default(false),
  /** False: no activity has this id. */
  activityKnown: z.boolean().optional(),
});
export type SaidRow = z.output<typeof SaidRow>;

/** What a page of a stream holds. */
export const AnyRow = z.union([Unreadable, SheetRow, EventRow, RecordedRow, SaidRow]);
export type AnyRow = z.output<typeof AnyRow>;

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
