import { type MapContext, type Mapped, reject } from '@collegial/connector-kit';
import type { EntityInput } from '@collegial/model';
import { readDescriptor } from './descriptors/read-descriptor.ts';
import type { EdfiConfig } from './edfi-config.ts';
import type { WireSchoolYear } from './edfi-schemas.ts';

type Calendar = EntityInput<'Calendar'>;
type Day = WireSchoolYear['calendars'][number]['days'][number];

const millisecondsOfDay = 86_400_000;

/**
 * The school year of a school. Terms are its sessions, where they hold every school day; closures are the weekdays in them that no calendar date calls a
 * school day: what is not said is no school day, so that silence never becomes presence. Where calendars differ and the settings prefer none, the
 * school year is set aside: attendance by exception then has no rate, rather than a wrong one.
 */
export function mapCalendar(row: WireSchoolYear, context: MapContext<EdfiConfig>): Mapped<'Calendar'> {
  if (row.organisationId === undefined)
    return reject('The school is not among those that can be read.', { field: 'schoolReference' });
  const forStudents = row.calendars.filter(
    ({ type }) => type === undefined || readDescriptor('CalendarType', type, context) !== 'none',
  );
  const preferred = context.config.calendarCodes.flatMap((code) =>
    forStudents.filter((calendar) => calendar.code === code),
  );
  const candidates = (preferred.length > 0 ? preferred.slice(0, 1) : forStudents)
    .map(({ days }) => openDays(days, context))
    .filter((days) => days.length > 0);
  const [open] = candidates;
  if (open === undefined)
    return reject('The school year has no calendar with school days.', { field: 'calendarDates' });
  if (candidates.some((days) => days.join() !== open.join()))
    return reject(
      'The school year has several calendars that differ; name one in the setting calendarCodes.',
      { field: 'calendarCode' },
    );
  const terms = termsOf(row, open);
  return {
    id: `${row.organisationId}:${row.schoolYear}`,
    organisationId: row.organisationId,
    academicYear: row.schoolYear - 1,
    terms,
    closures: closuresOf(terms, new Set(open)),
    sessions: ['AM', 'PM'],
  };
}

/** Days that are school days, in order. A day with a closing event is none, whatever else it has. */
function openDays(days: readonly Day[], context: MapContext<EdfiConfig>): string[] {
  const open = days.flatMap(([date, events]) => {
    const meanings = events.map((event) => readDescriptor('CalendarEvent', event, context));
    return meanings.includes('open') && !meanings.includes('closed') ? [date] : [];
  });
  return [...new Set(open)].sort();
}

function termsOf({ sessions }: WireSchoolYear, open: readonly string[]): Calendar['terms'] {
  const inTerm = (date: string) => sessions.some(({ from, to }) => from <= date && date <= to);
  if (sessions.length > 0 && open.every(inTerm))
    return [...sessions].sort((one, other) => (one.from + one.name < other.from + other.name ? -1 : 1));
  return [{ name: 'School year', from: open[0] as string, to: open.at(-1) as string }];
}

/** Weekdays in the terms that are not open, as spans; a weekend between two closed days does not part them. */
function closuresOf(terms: Calendar['terms'], open: ReadonlySet<string>): NonNullable<Calendar['closures']> {
  const closures: { from: string; to: string }[] = [];
  const within = (date: string) => terms.some(({ from, to }) => from <= date && date <= to);
  const [first = ''] = terms.map(({ from }) => from).sort();
  const last =
    terms
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? '';
  let joined = false;
  for (
    let time = Date.parse(`${first}T00:00:00Z`);
    time <= Date.parse(`${last}T00:00:00Z`);
    time += millisecondsOfDay
  ) {
    const date = new Date(time).toISOString().slice(0, 10);
    const weekday = new Date(time).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    if (!within(date) || open.has(date)) {
      joined = false;
      continue;
    }
    const latest = closures.at(-1);
    if (joined && latest !== undefined) latest.to = date;
    else closures.push({ from: date, to: date });
    joined = true;
  }
  return closures;
}
