import type { EntityInput } from '@collegial/model';
import type ICAL from 'ical.js';
import type { ActivitiesConfig } from '../activities-config.ts';
import type { Fault } from '../read-values.ts';
import type { CalendarMapping } from './calendar-mapping.ts';
import { eventFacts } from './event-facts.ts';
import { daysTakenOut, type ExpandOptions, expandSeries, type Occasion } from './expand-series.ts';
import { type Placed, placeEvent } from './place-event.ts';

/** What an event became. */
export interface CalendarEvent {
  readonly activities: readonly EntityInput<'Activity'>[];
  readonly participations: readonly EntityInput<'Participation'>[];
  /** Ids of what was called off. */
  readonly gone: { readonly activities: readonly string[]; readonly participations: readonly string[] };
  readonly faults: readonly Fault[];
  /** Why it gives nothing, when that is no fault. */
  readonly skip?: string;
}

interface EventOptions {
  readonly main: ICAL.Component;
  readonly changes: readonly ICAL.Component[];
  /** Id of the event; an occasion of a series adds its day. */
  readonly id: string;
  readonly mapping: CalendarMapping;
  readonly config: ActivitiesConfig;
  readonly school: string | undefined;
  /** The whole calendar says that its events are off. */
  readonly cancelled: boolean;
  readonly window: ExpandOptions;
}

/** Makes activities of the occasions of an event, each with the part of every school that is recognised in it. */
export function eventRecords(options: EventOptions): CalendarEvent {
  const activities: EntityInput<'Activity'>[] = [];
  const participations: EntityInput<'Participation'>[] = [];
  const gone = { activities: [] as string[], participations: [] as string[] };
  const result = { activities, participations, gone, faults: [] as Fault[] };
  const occasions = expanded(options);
  if (!Array.isArray(occasions)) return { ...result, faults: [occasions as Fault] };
  let skip = occasions.length === 0 ? 'it has not happened yet, or lies outside the window' : undefined;
  for (const occasion of occasions as Occasion[]) {
    const placement = placeEvent(eventFacts(occasion.component), options);
    if ('skip' in placement) skip = placement.skip;
    else if ('fault' in placement) {
      if (!result.faults.some(({ reason }) => reason === placement.fault.reason))
        result.faults.push(placement.fault);
    } else {
      const { activity, parts } = records(occasion, placement.placed, options);
      if (occasion.cancelled || options.cancelled) {
        gone.activities.push(activity.id);
        gone.participations.push(...parts.map(({ id }) => id));
      } else {
        activities.push(activity);
        participations.push(...parts);
      }
    }
  }
  takeOut(options, gone, new Set(activities.map(({ id }) => id)));
  const empty = activities.length + gone.activities.length + result.faults.length === 0;
  return { ...result, ...(empty ? { skip: skip ?? 'all its occasions were taken out' } : {}) };
}

/** Days that were taken out of a series are gone for certain, whatever else was met or not. */
function takeOut(
  options: EventOptions,
  gone: { activities: string[]; participations: string[] },
  kept: ReadonlySet<string>,
) {
  const placement = placeEvent(eventFacts(options.main), options);
  if (!('placed' in placement)) return;
  for (const day of daysTakenOut(options.main, options.window)) {
    const id = `${options.id}|${day}`;
    if (kept.has(id) || gone.activities.includes(id)) continue;
    gone.activities.push(id);
    gone.participations.push(...placement.placed.parts.map(({ school, role }) => `${id}|${school}|${role}`));
  }
}

function expanded({ main, changes, window }: EventOptions): readonly Occasion[] | Fault {
  try {
    const occasions = expandSeries(main, changes, window);
    if (occasions !== 'tooMany') return occasions;
    return {
      field: 'RRULE',
      reason:
        'it recurs more often than daily or more than 10,000 times; set from and to of the calendar, or name it under ignore',
    };
  } catch {
    return {
      field: 'RRULE',
      reason: 'its days cannot be read; correct the event and export the calendar again',
    };
  }
}

function records(
  occasion: Occasion,
  { kind, rule, title, parts }: Placed,
  { id: base, school }: EventOptions,
) {
  const id = occasion.day === undefined ? base : `${base}|${occasion.day}`;
  const each = rule.hoursPerPerson ?? occasion.hours;
  const activity: EntityInput<'Activity'> = {
    id,
    kind,
    title,
    startsOn: occasion.startsOn,
    endsOn: occasion.endsOn === occasion.startsOn ? null : occasion.endsOn,
    aim: rule.aim ?? null,
    product: rule.product ?? null,
    groupId: rule.group ?? null,
    recordedById: school ?? null,
  };
  return {
    activity,
    parts: parts.map(
      ({ school: organisationId, role, people }): EntityInput<'Participation'> => ({
        id: `${id}|${organisationId}|${role}`,
        activityId: id,
        organisationId,
        role,
        hours: people === 0 || each === undefined ? null : Math.round(people * each * 10_000) / 10_000,
        ...(people > 0 && rule.people !== undefined ? { [rule.people]: people } : {}),
      }),
    ),
  };
}
