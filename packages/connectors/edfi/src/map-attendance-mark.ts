import { type MapContext, type Mapped, reject, remove, skip } from '@collegial/connector-kit';
import type * as z from 'zod';
import { descriptorValue, readDescriptor } from './descriptors/read-descriptor.ts';
import type { EdfiConfig } from './edfi-config.ts';
import { personalId } from './edfi-ids.ts';
import type { WireSchoolEvent } from './edfi-schemas.ts';
import type { Removal, Row } from './read/resolved.ts';

const sessions = ['AM', 'PM'] as const;
type Session = (typeof sessions)[number];
type Event = Row<z.output<typeof WireSchoolEvent>>;

/**
 * Absences of a day as marks of its two sessions, with `basis: 'exception'`: days without an event say nothing here, and are presence only by the
 * calendar. Events that are no absence – late, left early, in attendance – say what silence says, and are counted and passed over.
 */
export function mapAttendanceMark(
  row: Event | Removal,
  context: MapContext<EdfiConfig>,
): Mapped<'AttendanceMark'>[] {
  if ('removal' in row) return removalOf(row, context);
  const { enrolment, otherEnrolments = [], organisationId } = row.collegial;
  const gone = otherEnrolments.flatMap((guid) =>
    sessions.map((session) => markKey(context, guid, row.eventDate, session)),
  );
  const meaning = readDescriptor('AttendanceEventCategory', row.attendanceEventCategoryDescriptor, context);
  if (meaning === 'present') return [...gone, skip('event that is no absence')];
  const missed = meaning === undefined ? sessions : missedSessions(row);
  if (enrolment === undefined || organisationId === undefined)
    return [
      ...gone,
      reject('No enrolment of the student at the school covers the day.', { field: 'eventDate' }),
    ];
  return [
    ...gone,
    ...missed.map((session) => ({
      enrolmentId: personalId(context, 'enrolment', enrolment),
      organisationId,
      date: row.eventDate,
      session,
      code: descriptorValue(row.attendanceEventCategoryDescriptor).slice(0, 20) || '?',
      // A category that is not known is kept without a meaning: the store counts it as unknown.
      statistical: meaning ?? null,
      basis: 'exception' as const,
    })),
  ];
}

/**
 * Sessions of the day that an event covers. `eventDuration` is a share of the day: up to a half it is one session, the morning unless the student left
 * in the afternoon, or arrived in the morning only to leave; without a duration it is the whole day.
 */
export function missedSessions({
  eventDuration,
  arrivalTime,
  departureTime,
}: Pick<Event, 'eventDuration' | 'arrivalTime' | 'departureTime'>): readonly Session[] {
  if (eventDuration === undefined || eventDuration > 0.5) return sessions;
  if (eventDuration <= 0) return [];
  return arrivalTime === undefined && departureTime !== undefined ? ['PM'] : ['AM'];
}

function removalOf(
  { removal: { key, enrolments = [] } }: Removal,
  context: MapContext<EdfiConfig>,
): Mapped<'AttendanceMark'>[] {
  const date = typeof key.eventDate === 'string' ? key.eventDate.slice(0, 10) : undefined;
  if (date === undefined)
    return [
      reject('A deletion names no natural key: the API is older than version 6.1.', { field: 'keyValues' }),
    ];
  return enrolments.flatMap((guid) => sessions.map((session) => markKey(context, guid, date, session)));
}

function markKey(context: MapContext<EdfiConfig>, enrolment: string, date: string, session: Session) {
  return remove(personalId(context, 'enrolment', enrolment), date, session);
}
