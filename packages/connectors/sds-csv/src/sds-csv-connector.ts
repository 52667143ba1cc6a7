import { csvCursor, defineConnector, type Mapped, stream } from '@collegial/connector-kit';
import type { EntityName } from '@collegial/model';
import { text } from './cells.ts';
import { birthsOf, classSpansOf, organisationsOf, peopleOf, sessionsOf } from './indexes.ts';
import { mapClass, mapClassEnrolment, mapSubject, mapTeaching } from './map-class.ts';
import { mapOrganisation, mapOrganisationLink } from './map-organisation.ts';
import { mapAppointment, mapEnrolment, type RoleJoins } from './map-role.ts';
import { mapStaff, mapStudent, type UserJoins } from './map-student.ts';
import { mapEthnicities, mapFlag } from './map-student-characteristic.ts';
import type { SdsExport, Values } from './open-export.ts';
import { type Row, readTable } from './read-table.ts';
import { SdsCsvConfig } from './sds-csv-config.ts';
import { wireRow } from './sds-csv-schemas.ts';
import type { SdsContext } from './sds-ids.ts';
import type { TableName } from './tables.ts';

const define = stream<SdsCsvConfig>();

interface TableStream<Entity extends EntityName, Joined> {
  readonly entity: Entity;
  readonly title: string;
  readonly table: TableName;
  readonly join: (opened: SdsExport) => Promise<(values: Values) => Joined>;
  readonly map: (row: Row<Joined>, context: SdsContext) => Mapped<Entity> | readonly Mapped<Entity>[];
}

/** A stream of one file. An export is always whole, so that what it does not hold any more is gone. */
const of = <Entity extends EntityName, Joined>({
  table,
  join,
  entity,
  title,
  map,
}: TableStream<Entity, Joined>) =>
  define({
    entity,
    title,
    deletes: 'snapshot-diff',
    cursor: csvCursor,
    wire: wireRow<Joined>(),
    read: (context) => readTable(context, table, join),
    map,
  });

const alone = async () => () => undefined;

async function roleJoins(opened: SdsExport): Promise<(values: Values) => RoleJoins> {
  const sessions = await sessionsOf(opened);
  const people = await peopleOf(opened, sessions);
  return (values) => ({
    session: sessions.get(text(values.sessionSourcedId) ?? ''),
    person: people.get(text(values.userSourcedId) ?? ''),
  });
}

async function personOf(opened: SdsExport) {
  const people = await peopleOf(opened, await sessionsOf(opened));
  return (values: Values) => people.get(text(values.userSourcedId) ?? '');
}

async function staffJoins(opened: SdsExport): Promise<(values: Values) => UserJoins> {
  const people = await peopleOf(opened, new Map());
  return (values) => ({ person: people.get(text(values.sourcedId) ?? ''), birth: undefined });
}

async function studentJoins(opened: SdsExport): Promise<(values: Values) => UserJoins> {
  const people = await peopleOf(opened, new Map());
  const births = await birthsOf(opened);
  return (values) => {
    const user = text(values.sourcedId) ?? '';
    return { person: people.get(user), birth: births.get(user) };
  };
}

async function spanOfClass(opened: SdsExport) {
  const spans = await classSpansOf(opened);
  return (values: Values) => spans.get(text(values.classSourcedId) ?? '');
}

async function kindOfParent(opened: SdsExport) {
  const kinds = await organisationsOf(opened);
  return (values: Values) => kinds.get(text(values.parentSourcedId) ?? '');
}

/**
 * Exports of Microsoft School Data Sync, version 2.1, from a zip archive or a folder. Names, addresses and passwords are not read.
 *
 * @example
 * ```ts
 * import { sdsCsv } from '@collegial/connector-sds-csv';
 *
 * const source = sdsCsv({ path: './sds-export', jurisdiction: 'US-WA' });
 * source.name; // 'sds-csv'
 * ```
 */
export const sdsCsv = defineConnector({
  id: 'sds-csv',
  specVersion: 2,
  title: 'Microsoft School Data Sync 2.1 (CSV)',
  about: { reads: 'files', authentication: [], paging: [], verified: ['public-sample', 'synthetic'] },
  config: SdsCsvConfig,
  // Where the files lie does not decide what is read: each export may come under another name.
  scope: ({ jurisdiction, rollFrom, flags }) => ({ jurisdiction, rollFrom, flags }),
  streams: {
    organisations: of({
      entity: 'Organisation',
      title: 'Organisations',
      table: 'orgs',
      join: alone,
      map: mapOrganisation,
    }),
    'organisation-links': of({
      entity: 'OrganisationLink',
      title: 'Organisations above them',
      table: 'orgs',
      join: kindOfParent,
      map: mapOrganisationLink,
    }),
    students: of({
      entity: 'Student',
      title: 'Students',
      table: 'users',
      join: studentJoins,
      map: mapStudent,
    }),
    flags: of({
      entity: 'StudentCharacteristic',
      title: 'Flags of students',
      table: 'userFlags',
      join: personOf,
      map: mapFlag,
    }),
    ethnicities: of({
      entity: 'StudentCharacteristic',
      title: 'Races and ethnicities of students',
      table: 'demographics',
      join: personOf,
      map: mapEthnicities,
    }),
    staff: of({ entity: 'Staff', title: 'Staff', table: 'users', join: staffJoins, map: mapStaff }),
    enrolments: of({
      entity: 'Enrolment',
      title: 'Students on roll',
      table: 'roles',
      join: roleJoins,
      map: mapEnrolment,
    }),
    appointments: of({
      entity: 'Appointment',
      title: 'Posts of staff',
      table: 'roles',
      join: roleJoins,
      map: mapAppointment,
    }),
    subjects: of({ entity: 'Subject', title: 'Courses', table: 'courses', join: alone, map: mapSubject }),
    classes: of({ entity: 'Class', title: 'Classes', table: 'classes', join: alone, map: mapClass }),
    'class-enrolments': of({
      entity: 'ClassEnrolment',
      title: 'Students in classes',
      table: 'enrollments',
      join: spanOfClass,
      map: mapClassEnrolment,
    }),
    teaching: of({
      entity: 'Teaching',
      title: 'Staff who teach classes',
      table: 'enrollments',
      join: spanOfClass,
      map: mapTeaching,
    }),
  },
});
