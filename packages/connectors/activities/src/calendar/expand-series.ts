import ICAL from 'ical.js';
import { dayOf } from './day-of.ts';

/** One occasion of an event. */
export interface Occasion {
  /** Day on which the series has it, also where it was moved; `undefined` when the event is no series. */
  readonly day: string | undefined;
  readonly startsOn: string;
  /** Last day. */
  readonly endsOn: string;
  /** How long it takes; `undefined` for whole days. */
  readonly hours: number | undefined;
  /** The event, or the one that changes this occasion. */
  readonly component: ICAL.Component;
  readonly cancelled: boolean;
}

/** What expanding needs. */
export interface ExpandOptions {
  readonly timeZone: string;
  /** First day wanted; default: all. */
  readonly from?: string | undefined;
  /** Last day wanted. */
  readonly to: string;
}

/** More occasions than this in one window are no school's calendar. */
const most = 10_000;

/**
 * The occasions of an event within a window: RRULE, RDATE, EXDATE, and events that change one occasion or all that follow.
 *
 * @param changes events with the same UID and a RECURRENCE-ID
 * @returns `tooMany` when it recurs more often than daily or has more than 10,000 occasions
 */
export function expandSeries(
  main: ICAL.Component,
  changes: readonly ICAL.Component[],
  options: ExpandOptions,
): readonly Occasion[] | 'tooMany' {
  const { timeZone, from = '0000-01-01', to } = options;
  const event = new ICAL.Event(main, { strictExceptions: false, exceptions: [] });
  const within = (occasion: Occasion) => occasion.startsOn <= to && occasion.endsOn >= from;
  if (!event.isRecurring()) {
    const day =
      changes.length > 0 || event.isRecurrenceException()
        ? dayOf(event.recurrenceId ?? event.startDate, timeZone)
        : undefined;
    return [occasionOf(event.startDate, event.endDate, main, day, timeZone)].filter(within);
  }
  const rules = main.getAllProperties('rrule').map((property) => property.getFirstValue() as ICAL.Recur);
  if (rules.some(({ freq }) => ['SECONDLY', 'MINUTELY', 'HOURLY'].includes(freq))) return 'tooMany';
  for (const change of changes) event.relateException(change);
  const without = new Set(excludedDays(main));
  const occasions: Occasion[] = [];
  const iterator = event.iterator();
  for (let count = 0; ; count++) {
    if (count >= most) return 'tooMany';
    const next = iterator.next() as ICAL.Time | undefined;
    if (next === undefined) return occasions;
    const day = dayOf(next, timeZone);
    // A change may move an occasion by some days, hardly by a year: what lies beyond cannot come back into the window.
    if (Number(day.slice(0, 4)) > Number(to.slice(0, 4)) + 1) return occasions;
    if (without.has(day)) continue;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    const occasion = occasionOf(startDate, endDate, item.component, day, timeZone);
    if (within(occasion)) occasions.push(occasion);
  }
}

/** Days of EXDATEs that name a whole day, though the event has a time: common programs write them. */
function excludedDays(main: ICAL.Component): string[] {
  return excluded(main)
    .filter((time) => time.isDate)
    .map((time) => dayOf(time, 'UTC'));
}

/** Days of a series that were taken out of it (EXDATE), until the last day wanted. */
export function daysTakenOut(main: ICAL.Component, { timeZone, to }: ExpandOptions): string[] {
  return excluded(main)
    .map((time) => dayOf(time, timeZone))
    .filter((day) => day <= to);
}

const excluded = (main: ICAL.Component) =>
  main.getAllProperties('exdate').flatMap((property) => property.getValues() as ICAL.Time[]);

function occasionOf(
  start: ICAL.Time,
  end: ICAL.Time,
  component: ICAL.Component,
  day: string | undefined,
  timeZone: string,
): Occasion {
  const seconds = end.subtractDateTz(start).toSeconds();
  const last = end.clone();
  // The end is the first moment that is no longer in it.
  if (seconds > 0) last.adjust(start.isDate ? -1 : 0, 0, 0, start.isDate ? 0 : -1);
  const startsOn = dayOf(start, timeZone);
  const lastDay = dayOf(last, timeZone);
  return {
    day,
    startsOn,
    endsOn: seconds > 0 ? lastDay : startsOn,
    hours: start.isDate ? undefined : Math.max(0, Math.round((seconds / 3600) * 10_000) / 10_000),
    component,
    cancelled: String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED',
  };
}
