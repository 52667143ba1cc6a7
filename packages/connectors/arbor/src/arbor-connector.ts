import {
  type Connector,
  type Deletes,
  defineConnector,
  type MapContext,
  type Mapped,
  stream,
} from '@collegial/connector-kit';
import type { EntityName } from '@collegial/model';
import type * as z from 'zod';
import { ArborConfig } from './arbor-config.ts';
import { ArborCursor } from './arbor-cursor.ts';
import * as wire from './arbor-schemas.ts';
import { mapAppointment } from './map-appointment.ts';
import { mapAttendanceMark } from './map-attendance-mark.ts';
import { mapCalendar } from './map-calendar.ts';
import { mapClass, mapClassEnrolment, mapSubject, mapTeaching } from './map-class.ts';
import { mapEnrolment } from './map-enrolment.ts';
import { mapPermanentExclusion, mapSuspension } from './map-exclusion.ts';
import { mapOrganisation } from './map-organisation.ts';
import { mapStaff } from './map-staff.ts';
import { mapStudent } from './map-student.ts';
import {
  mapEthnicity,
  mapFreeSchoolMeals,
  mapInCare,
  mapPupilPremium,
  mapSen,
} from './map-student-characteristic.ts';
import { failureIn } from './reading/arbor-client.ts';
import { readStream } from './reading/read-stream.ts';
import type { StreamPlan } from './reading/stream-plan.ts';
import { streamPlans as plans } from './stream-plans.ts';

const define = stream<ArborConfig>();
const cursor = { schema: ArborCursor, version: 1 };

/** A stream that follows the log of changes. */
function follow<Entity extends EntityName, Row>(
  entity: Entity,
  title: string,
  plan: StreamPlan,
  shape: z.ZodType<Row>,
  map: (row: Row, context: MapContext<ArborConfig>) => Mapped<Entity> | Mapped<Entity>[],
  deletes: Deletes = 'feed',
) {
  return define({
    entity,
    title,
    deletes,
    cursor,
    wire: shape,
    read: (context) => readStream(context, plan),
    map,
  });
}

/**
 * The Arbor connector: reads one school over Arbor's REST API, whole the first time and by the log of changes afterwards.
 *
 * @example
 * ```ts
 * import { arbor } from '@collegial/connector-arbor';
 *
 * const source = arbor(
 *   { baseUrl: 'https://my-school.uk.arbor.sc', username: 'application', password: 'from the environment', urn: '100001' },
 *   { name: 'my-school' },
 * );
 * source.name; // 'my-school'
 * ```
 */
export const arbor: Connector<typeof ArborConfig> = defineConnector({
  id: 'arbor',
  specVersion: 2,
  title: 'Arbor',
  about: {
    reads: 'http',
    authentication: ['HTTP Basic'],
    paging: ['page number', 'log of changes'],
    verified: ['synthetic'],
  },
  config: ArborConfig,
  http: ({ baseUrl, username, password, applicationId }) => ({
    baseUrl: new URL('/rest-v2/', baseUrl).href,
    authorization: { type: 'basic', username, password },
    ...(applicationId !== undefined && { headers: { 'x-mis-application-id': applicationId } }),
    failureIn,
  }),
  scope: ({ baseUrl, urn, attendance }) => ({ baseUrl, urn, attendance }),
  streams: {
    schools: follow('Organisation', 'The school', plans.schools, wire.WireInstitution, mapOrganisation),
    calendar: follow(
      'Calendar',
      'Academic years with terms and holidays',
      plans.calendar,
      wire.WireYear,
      mapCalendar,
    ),
    students: follow('Student', 'Students', plans.students, wire.WireStudent, mapStudent),
    enrolments: follow('Enrolment', 'Enrolments', plans.enrolments, wire.WireEnrolment, mapEnrolment),
    ethnicity: follow(
      'StudentCharacteristic',
      'Ethnicity of students',
      plans.ethnicity,
      wire.WireStudent,
      mapEthnicity,
    ),
    'special-needs': follow(
      'StudentCharacteristic',
      'Special educational needs',
      plans['special-needs'],
      wire.WireAssignment,
      mapSen,
    ),
    'looked-after': follow(
      'StudentCharacteristic',
      'Students looked after by an authority',
      plans['looked-after'],
      wire.WireAssignment,
      mapInCare,
    ),
    'pupil-premium': follow(
      'StudentCharacteristic',
      'Pupil premium',
      plans['pupil-premium'],
      wire.WireAssignment,
      mapPupilPremium,
    ),
    'free-school-meals': follow(
      'StudentCharacteristic',
      'Eligibility for free school meals',
      plans['free-school-meals'],
      wire.WireAssignment,
      mapFreeSchoolMeals,
    ),
    staff: follow('Staff', 'Staff', plans.staff, wire.WireStaff, mapStaff),
    appointments: follow(
      'Appointment',
      'Posts of contracts',
      plans.appointments,
      wire.WirePost,
      mapAppointment,
    ),
    subjects: follow('Subject', 'Subjects', plans.subjects, wire.WireSubject, mapSubject),
    classes: follow('Class', 'Academic units', plans.classes, wire.WireUnit, mapClass),
    'class-students': follow(
      'ClassEnrolment',
      'Students of academic units',
      plans['class-students'],
      wire.WireMembership,
      mapClassEnrolment,
    ),
    'class-teachers': follow(
      'Teaching',
      'Leads of academic units',
      plans['class-teachers'],
      wire.WireMembership,
      mapTeaching,
    ),
    attendance: follow(
      'AttendanceMark',
      'Roll calls',
      plans.attendance,
      wire.WireMark,
      mapAttendanceMark,
      'none',
    ),
    suspensions: follow(
      'Exclusion',
      'Fixed period exclusions',
      plans.suspensions,
      wire.WireExclusion,
      mapSuspension,
    ),
    'permanent-exclusions': follow(
      'Exclusion',
      'Permanent exclusions',
      plans['permanent-exclusions'],
      wire.WireExclusion,
      mapPermanentExclusion,
    ),
  },
});
