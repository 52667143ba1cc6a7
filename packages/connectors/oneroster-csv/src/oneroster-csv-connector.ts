import {
  type CsvCursor,
  csvCursor,
  defineConnector,
  type ReadContext,
  stream,
} from '@collegial/connector-kit';
import {
  mapAppointment,
  mapAssessment,
  mapCalendar,
  mapClass,
  mapClassEnrolment,
  mapEnrolment,
  mapOrganisation,
  mapOrganisationLink,
  mapStaff,
  mapStudent,
  mapStudentCharacteristic,
  mapSubject,
  mapTeaching,
  type WireUser,
} from '@collegial/connector-oneroster/mapping';
import type { BulkRead, EntityName } from '@collegial/model';
import { bulkEnrollments } from './bulk/bulk-enrollments.ts';
import { bulkAppointments, bulkEnrolments } from './bulk/bulk-places.ts';
import { bulkCharacteristics, bulkStaff, bulkStudents } from './bulk/bulk-users.ts';
import { readTable, type TableValues } from './bundle/read-table.ts';
import type { TableName } from './bundle/tables.ts';
import type { BundleRow, OneRosterCsvContext } from './bundle-row.ts';
import {
  type Join,
  joinLineItems,
  joinNothing,
  joinOrganisations,
  joinUsers,
  type UserNeeds,
} from './join-rows.ts';
import { extensionsOf } from './joins.ts';
import { mapRow, type RowMap } from './map-row.ts';
import { OneRosterCsvConfig } from './oneroster-csv-config.ts';
import { WireRow } from './oneroster-csv-schemas.ts';
import { readCalendars, WireCalendarRow } from './read-calendars.ts';
import { text } from './wire/cell.ts';
import { type UserWants, userOf } from './wire/user-of.ts';
import { classOf, courseOf, enrollmentOf, orgOf, resultOf } from './wire/wire-rows.ts';

const define = stream<OneRosterCsvConfig>();

interface TableStream<Entity extends EntityName, Wire extends object> extends RowMap<Entity, Wire> {
  readonly entity: Entity;
  readonly title: string;
  readonly table: TableName;
  readonly join: Join;
  /** The same for a store that reads files itself. */
  readonly bulk?: (context: ReadContext<OneRosterCsvConfig, CsvCursor>) => Promise<BulkRead | undefined>;
}

/** A stream of one table. What a whole table does not hold is gone; changes say themselves what is gone, and the read of them is partial. */
const of = <Entity extends EntityName, Wire extends object>(options: TableStream<Entity, Wire>) =>
  define({
    entity: options.entity,
    title: options.title,
    deletes: 'snapshot-diff',
    cursor: csvCursor,
    wire: WireRow,
    ...(options.bulk !== undefined && { bulk: options.bulk }),
    read: (context: ReadContext<OneRosterCsvConfig, CsvCursor>) => {
      const { config, source, signal, now } = context;
      return readTable({
        context,
        table: options.table,
        extensions: extensionsOf(config),
        join: (bundles) => options.join({ bundles, config, source, signal, now }),
      });
    },
    map: (row: BundleRow, context) => mapRow(options, row, context),
  });

const users = <Entity extends EntityName>(
  entity: Entity,
  title: string,
  needs: UserNeeds,
  {
    map,
    bulk,
    removes = true,
  }: Pick<TableStream<Entity, WireUser>, 'map' | 'bulk'> & { readonly removes?: boolean },
) =>
  of({
    entity,
    title,
    table: 'users',
    join: joinUsers(needs),
    wire: ({ values, joined }, { config, drift }) =>
      userOf(values, joined.reading, joined.user ?? noJoins, wantsOf(config), drift),
    map,
    ...(bulk !== undefined && { bulk }),
    removes,
  });

const noJoins = { roles: undefined, demographics: undefined };
const wants = new WeakMap<OneRosterCsvConfig, UserWants>();

/** Worked out once for all rows. */
function wantsOf(config: OneRosterCsvConfig): UserWants {
  const known = wants.get(config);
  if (known !== undefined) return known;
  const { studentIdentifier, staffIdentifier } = config;
  const typedIds = [studentIdentifier, staffIdentifier].some((setting) => setting?.from === 'userIds');
  const made = { extensions: extensionsOf(config), typedIds };
  wants.set(config, made);
  return made;
}

const named =
  (...columns: readonly string[]) =>
  (values: TableValues) =>
    columns.flatMap((column) => text(values[column]) ?? []);

/** True for the plain word of a role to which the settings give no other meaning. */
const isPlain = (role: string, { values }: BundleRow, { config }: OneRosterCsvContext) =>
  values.role === role && !Object.hasOwn(config.roles, role);

/**
 * OneRoster bundles, versions 1.1 and 1.2, whole (bulk) or as changes (delta), from a zip archive or a folder. Names, addresses and passwords are
 * not read.
 *
 * @example
 * ```ts
 * import { oneRosterCsv } from '@collegial/connector-oneroster-csv';
 *
 * const source = oneRosterCsv({ path: './oneroster.zip', jurisdiction: 'US-CA' });
 * source.name; // 'oneroster-csv'
 * ```
 */
export const oneRosterCsv = defineConnector({
  id: 'oneroster-csv',
  specVersion: 2,
  title: 'OneRoster 1.1 and 1.2 (CSV)',
  about: { reads: 'files', authentication: [], paging: [], verified: ['public-sample', 'synthetic'] },
  config: OneRosterCsvConfig,
  // Where the bundles lie does not decide what is read: each comes under another name.
  scope: ({ path: _path, earlier: _earlier, ...mapping }) => mapping,
  streams: {
    organisations: of({
      entity: 'Organisation',
      title: 'Organisations',
      table: 'orgs',
      join: joinNothing('orgs'),
      wire: ({ values, joined }) => orgOf(values, joined.reading),
      map: mapOrganisation,
      removes: true,
    }),
    'organisation-links': of({
      entity: 'OrganisationLink',
      title: 'What schools are in',
      table: 'orgs',
      join: joinOrganisations('orgs', named('parentSourcedId')),
      wire: ({ values, joined }) => orgOf(values, joined.reading),
      map: mapOrganisationLink,
      removes: true,
    }),
    calendars: define({
      entity: 'Calendar',
      title: 'School years',
      deletes: 'snapshot-diff',
      wire: WireCalendarRow,
      read: readCalendars,
      map: mapCalendar,
    }),
    students: users('Student', 'Students', { demographics: true }, { map: mapStudent, bulk: bulkStudents }),
    characteristics: users(
      'StudentCharacteristic',
      'Characteristics of students',
      { demographics: true },
      { map: mapStudentCharacteristic, bulk: bulkCharacteristics },
    ),
    staff: users('Staff', 'Staff', {}, { map: mapStaff, bulk: bulkStaff }),
    enrolments: users(
      'Enrolment',
      'Students on roll',
      { organisations: true },
      { map: mapEnrolment, bulk: bulkEnrolments, removes: false },
    ),
    appointments: users(
      'Appointment',
      'Posts of staff',
      { organisations: true },
      { map: mapAppointment, bulk: bulkAppointments, removes: false },
    ),
    subjects: of({
      entity: 'Subject',
      title: 'Subjects of courses',
      table: 'courses',
      join: joinOrganisations('courses', named('orgSourcedId')),
      wire: ({ values, joined }) => courseOf(values, joined.reading),
      map: mapSubject,
      removes: true,
    }),
    classes: of({
      entity: 'Class',
      title: 'Classes',
      table: 'classes',
      join: joinOrganisations('classes', named('schoolSourcedId')),
      wire: ({ values, joined }) => classOf(values, joined.reading),
      map: mapClass,
      removes: true,
    }),
    'class-enrolments': of({
      entity: 'ClassEnrolment',
      title: 'Students in classes',
      table: 'enrollments',
      join: joinNothing('enrollments'),
      wire: ({ values, joined }, { drift }) => enrollmentOf(values, joined.reading, drift),
      map: mapClassEnrolment,
      bulk: (context) => bulkEnrollments(context, 'student'),
      passOver: (row, context) =>
        isPlain('teacher', row, context) ? 'enrollment of somebody who is no student' : undefined,
      removes: true,
    }),
    teaching: of({
      entity: 'Teaching',
      title: 'Staff who teach classes',
      table: 'enrollments',
      join: joinNothing('enrollments'),
      wire: ({ values, joined }, { drift }) => enrollmentOf(values, joined.reading, drift),
      map: mapTeaching,
      bulk: (context) => bulkEnrollments(context, 'teacher'),
      passOver: (row, context) =>
        isPlain('student', row, context) ? 'enrollment of somebody who does not teach' : undefined,
      removes: true,
    }),
    results: of({
      entity: 'Assessment',
      title: 'Results',
      table: 'results',
      join: joinLineItems,
      wire: ({ values, joined }, { drift }) => resultOf(values, joined.reading, drift),
      map: mapAssessment,
      removes: true,
    }),
  },
});
