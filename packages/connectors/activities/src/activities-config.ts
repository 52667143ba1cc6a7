import * as z from 'zod';
import { CalendarMapping } from './calendar/calendar-mapping.ts';

const Calendar = z.strictObject({
  /** iCalendar file (`.ics`). */
  path: z.string().min(1),
  /** What its events stand for: a JSON file, or the same as an object. See the README. */
  mapping: z.union([z.string().min(1), CalendarMapping]),
  /** School whose calendar it is; default: nobody's, for example that of a coordinator. */
  school: z.string().min(1).optional(),
  /** Time zone in which times in UTC are read. Default `Europe/London`. */
  timeZone: z
    .string()
    .refine((zone) => isTimeZone(zone), 'not a time zone such as Europe/London')
    .default('Europe/London'),
  /** First and last day that are read; default: all until today. What lies ahead has not happened. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

/** Settings of the connector: at least one of `activities`, `calendars` and `inbox`. */
export const ActivitiesConfig = z
  .strictObject({
    /** CSV file with a row for each activity and school; see the README for its columns. */
    activities: z.string().min(1).optional(),
    /** CSV file with what partner schools say of the activities; default: none. */
    confirmations: z.string().min(1).optional(),
    /** Calendars, each with the mapping that says what its events stand for; default: none. */
    calendars: z.array(Calendar).default([]),
    /** Inbox of `@collegial/connector-activities/inbox` in which schools record and confirm; default: none. */
    inbox: z.strictObject({ directory: z.string().min(1), tenant: z.string().min(1) }).optional(),
    /** Ids of the schools that may appear, for example `urn:100001`; default: any. What others did is set aside. */
    schools: z.array(z.string().min(1)).default([]),
    /** Kinds of activity of your own, beside the ones that Collegial knows: what `defineActivityKinds` gives, or id and title. */
    kinds: z.array(z.object({ id: z.string().min(1), title: z.string().min(1) })).default([]),
  })
  .refine(
    ({ activities, calendars, inbox }) =>
      activities !== undefined || calendars.length > 0 || inbox !== undefined,
    { error: 'name a file of activities, a calendar or an inbox', path: ['activities'] },
  );
export type ActivitiesConfig = z.output<typeof ActivitiesConfig>;

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
