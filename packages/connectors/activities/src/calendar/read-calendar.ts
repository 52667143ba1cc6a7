import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readTextFile } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import ICAL from 'ical.js';
import type { ActivitiesConfig } from '../activities-config.ts';
import { type CalendarMapping, checkMapping } from './calendar-mapping.ts';
import { type CalendarEvent, eventRecords } from './event-records.ts';
import { type Block, splitCalendar } from './split-calendar.ts';

/** A row of a calendar: one event of the file, and what it became. */
export interface CalendarRow {
  /** 1 for the first event of the file. */
  readonly row: number;
  readonly line: number;
  readonly event: CalendarEvent;
}

/** What reading a calendar needs. */
export interface ReadCalendarOptions {
  readonly calendar: ActivitiesConfig['calendars'][number];
  readonly config: ActivitiesConfig;
  readonly source: string;
  /** The present day: what lies after it has not happened. */
  readonly today: string;
  /** UIDs that earlier calendars held. */
  readonly seen: Set<string>;
}

interface Parsed {
  readonly row: number;
  readonly component: ICAL.Component | undefined;
  readonly uid: string;
}

/**
 * Reads the events of an iCalendar file by its mapping. Events of one series make one row's records; the rows that change an occasion say so.
 *
 * @throws CollegialError `calendar.malformed`, `config.invalid`, `file.*`
 */
export async function readCalendar(options: ReadCalendarOptions): Promise<CalendarRow[]> {
  const { calendar, config, source, today, seen } = options;
  const file = calendar.path.split(/[\\/]/).at(-1) ?? calendar.path;
  const mapping = await mappingOf(calendar.mapping);
  const { text } = await readTextFile({ path: calendar.path });
  const { events, timeZones, cancelled } = splitCalendar(text, file);
  const zones = timeZones.map(parse).filter((zone) => zone !== undefined);
  const parsed = events.map((block, index) => parsedOf(block, index + 1, zones));
  const byUid = new Map<string, Parsed[]>();
  for (const one of parsed) byUid.set(one.uid, [...(byUid.get(one.uid) ?? []), one]);
  const rows = parsed.map((one): CalendarRow => {
    const line = events[one.row - 1]?.line ?? 1;
    const tell = (event: Partial<CalendarEvent>) => ({ row: one.row, line, event: { ...nothing, ...event } });
    if (one.component === undefined)
      return tell({
        faults: [{ field: 'VEVENT', reason: 'the event cannot be read; export the calendar again' }],
      });
    if (one.uid === '')
      return tell({
        faults: [{ field: 'UID', reason: 'the event has no UID, by which it is known at the next sync' }],
      });
    if (seen.has(one.uid)) return tell({ skip: 'it stands in a calendar that was read before' });
    const series = byUid.get(one.uid) ?? [];
    const main = mainOf(series);
    if (one !== main && isChange(one) && main !== undefined && !isChange(main))
      return tell({ skip: 'it changes an occasion of a series that stands in the same calendar' });
    if (one !== main && !isChange(one))
      return tell({ skip: 'a later version of it stands in the same calendar' });
    const changes =
      one === main && !isChange(one) ? series.filter(isChange).map(({ component }) => component) : [];
    const event = eventRecords({
      main: one.component,
      changes: changes.filter((change) => change !== undefined),
      id: `${source}:${createHash('sha256').update(one.uid).digest('hex').slice(0, 20)}`,
      mapping,
      config,
      school: calendar.school,
      cancelled,
      window: { timeZone: calendar.timeZone, from: calendar.from, to: smaller(calendar.to, today) },
    });
    return { row: one.row, line, event };
  });
  for (const uid of byUid.keys()) seen.add(uid);
  return rows;
}

const nothing: CalendarEvent = {
  activities: [],
  participations: [],
  gone: { activities: [], participations: [] },
  faults: [],
};

const smaller = (day: string | undefined, today: string) => (day !== undefined && day < today ? day : today);

const isChange = ({ component }: Parsed) => component?.getFirstProperty('recurrence-id') != null;

/** The event that describes a series: of several versions the last one. Changes whose series is elsewhere stand for themselves. */
function mainOf(series: readonly Parsed[]): Parsed | undefined {
  const version = ({ component }: Parsed) => Number(component?.getFirstPropertyValue('sequence') ?? 0);
  const mains = series.filter((one) => one.component !== undefined && !isChange(one));
  return mains.reduce<Parsed | undefined>(
    (best, one) => (best === undefined || version(one) >= version(best) ? one : best),
    undefined,
  );
}

function parsedOf({ text }: Block, row: number, zones: readonly ICAL.Component[]): Parsed {
  const component = parse(text);
  if (component === undefined) return { row, component, uid: '' };
  const calendar = new ICAL.Component('vcalendar');
  for (const zone of zones) calendar.addSubcomponent(new ICAL.Component(zone.toJSON()));
  calendar.addSubcomponent(component);
  const readable = component.getFirstProperty('dtstart') !== null && allReadable(component);
  return {
    row,
    component: readable ? component : undefined,
    uid: readable ? String(component.getFirstPropertyValue('uid') ?? '') : '',
  };
}

/** Values are read when they are asked for, times with the zones of their calendar: here, so that one that cannot be read is met here. */
function allReadable(component: ICAL.Component): boolean {
  try {
    for (const property of component.getAllProperties()) property.getValues();
    return true;
  } catch {
    return false;
  }
}

function parse(text: string): ICAL.Component | undefined {
  try {
    return new ICAL.Component(ICAL.parse(text));
  } catch {
    // What the parser says may repeat what stands there: the place is told instead.
    return undefined;
  }
}

async function mappingOf(
  mapping: ActivitiesConfig['calendars'][number]['mapping'],
): Promise<CalendarMapping> {
  if (typeof mapping !== 'string') return checkMapping(mapping, 'collegial.config.ts');
  const file = mapping.split(/[\\/]/).at(-1) ?? mapping;
  const failure = (code: 'file.not-found' | 'config.invalid', message: string, cause: unknown) =>
    new CollegialError({ code, message, place: { file }, cause });
  const text = await readFile(mapping, 'utf8').catch((error: unknown) => {
    throw failure('file.not-found', 'The mapping of the calendar cannot be opened.', error);
  });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw failure('config.invalid', 'The mapping of the calendar is not JSON.', error);
  }
  return checkMapping(content, file);
}
