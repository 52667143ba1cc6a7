import { createHash } from 'node:crypto';
import { type MapContext, type Mapped, reject, remove } from '@collegial/connector-kit';
import type * as z from 'zod';
import { descriptorValue, readDescriptor } from './descriptors/read-descriptor.ts';
import type { EdfiConfig } from './edfi-config.ts';
import { personalId, plainId } from './edfi-ids.ts';
import type { WireSectionEvent } from './edfi-schemas.ts';
import type { Removal, Row } from './read/resolved.ts';

/** What happened in a lesson: absences and lateness as they are written. The period is the section, which the day's key names. */
export function mapLessonMark(
  row: Row<z.output<typeof WireSectionEvent>> | Removal,
  context: MapContext<EdfiConfig>,
): Mapped<'LessonMark'>[] {
  const key = (enrolment: string, date: string, section: string) =>
    [personalId(context, 'enrolment', enrolment), date, periodOf(section)] as const;
  if ('removal' in row) {
    const { key: values, enrolments = [] } = row.removal;
    const { eventDate, sectionIdentifier } = values;
    if (typeof eventDate !== 'string' || typeof sectionIdentifier !== 'string')
      return [
        reject('A deletion names no natural key: the API is older than version 6.1.', { field: 'keyValues' }),
      ];
    return enrolments.map((guid) => remove(...key(guid, eventDate.slice(0, 10), sectionIdentifier)));
  }
  const { enrolment, otherEnrolments = [], organisationId, section } = row.collegial;
  const { sectionIdentifier } = row.sectionReference;
  const gone = otherEnrolments.map((guid) => remove(...key(guid, row.eventDate, sectionIdentifier)));
  if (enrolment === undefined || organisationId === undefined)
    return [
      ...gone,
      reject('No enrolment of the student at the school covers the day.', { field: 'eventDate' }),
    ];
  // The model keeps the code; that it is not known is shown all the same.
  readDescriptor('AttendanceEventCategory', row.attendanceEventCategoryDescriptor, context);
  const [enrolmentId, date, period] = key(enrolment, row.eventDate, sectionIdentifier);
  return [
    ...gone,
    {
      enrolmentId,
      organisationId,
      date,
      period,
      classId: section === undefined ? null : plainId(context, section),
      code: descriptorValue(row.attendanceEventCategoryDescriptor).slice(0, 20) || '?',
    },
  ];
}

/** Forty characters hold a period; longer identifiers keep their beginning and a hash of the whole. */
function periodOf(section: string): string {
  if (section.length <= 40) return section;
  return `${section.slice(0, 29)}~${createHash('sha256').update(section).digest('base64url').slice(0, 10)}`;
}
