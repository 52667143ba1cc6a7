import { testConnector } from '@collegial/connector-testing';
import { bulk, type Rows, school12 } from './__fixtures__/bundles.ts';
import { writeBundle } from './__fixtures__/make-bundle.ts';
import { oneRosterCsv } from './oneroster-csv-connector.ts';

const nothing: Rows = Object.fromEntries(Object.keys(school12).map((table) => [table, []]));

testConnector({
  name: 'oneroster-csv',
  // Thirteen streams, each of which opens several files anew.
  plans: 110,
  readme: new URL('../README.md', import.meta.url),
  startsAt: '2025-11-20T06:00:00Z',
  world({ directory, empty }) {
    let rows: Rows = empty ? nothing : school12;
    const write = (changed: Rows) => {
      rows = { ...rows, ...changed };
      writeBundle(directory, bulk(rows, '1.2'));
    };
    write({});
    return {
      source: oneRosterCsv({
        path: directory,
        jurisdiction: 'US-CA',
        studentIdentifier: { from: 'userIds', kind: 'upn' },
        staffIdentifier: { from: 'userIds', kind: 'trn' },
      }),
      holds: empty
        ? {}
        : {
            organisations: 3,
            'organisation-links': 2,
            calendars: 1,
            students: 2,
            characteristics: 1,
            staff: 1,
            enrolments: 3,
            appointments: 1,
            subjects: 1,
            classes: 1,
            'class-enrolments': 2,
            teaching: 1,
            results: 1,
          },
      controlFiles: ['manifest.csv'],
      canaries: ['Bird', 'Cole', 'Dove', 'secret', 'A123456789012', '1234567', '2010-03-04', '2009-01-20'],
      change: () =>
        write({
          orgs: [...(rows.orgs ?? []), ['s3', 'New School,school,100003,d1']],
          users: [...(rows.users ?? []), ['u5', 'true,eve,,Eve,Fox,,id5,,,,,10,,,,,,s3,']],
          roles: [...(rows.roles ?? []), ['ro6', 'u5,primary,student,2025-11-01,,s3,']],
          demographics: [...(rows.demographics ?? []), ['u5', '2010-07-08,female,,true,,,,,,,,,']],
          enrollments: [...(rows.enrollments ?? []), ['e4', 'c1,s1,u5,student,false,2025-11-01,']],
        }),
      remove: () => {
        const without = (table: keyof Rows, id: string) =>
          (rows[table] ?? []).filter(([other]) => other !== id);
        write({ roles: without('roles', 'ro3'), enrollments: without('enrollments', 'e2') });
        return { enrolments: 1, 'class-enrolments': 1 };
      },
    };
  },
});
