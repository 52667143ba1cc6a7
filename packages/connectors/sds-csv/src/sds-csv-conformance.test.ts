import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testConnector } from '@collegial/connector-testing';
import { school } from './__fixtures__/make-export.ts';
import { sdsCsv } from './sds-csv-connector.ts';

testConnector({
  name: 'sds-csv',
  // Twelve streams, each of which opens its files anew.
  plans: 90,
  readme: new URL('../README.md', import.meta.url),
  world({ directory, empty }) {
    const files = new Map(Object.entries(school).map(([name, lines]) => [name, [...lines] as string[]]));
    const write = () => {
      for (const [name, [heading = '', ...rows]] of files)
        writeFileSync(join(directory, name), `${[heading, ...(empty ? [] : rows)].join('\n')}\n`);
    };
    const add = (name: string, line: string) => files.get(name)?.push(line);
    write();
    return {
      source: sdsCsv({ path: directory, jurisdiction: 'US-WA' }),
      holds: empty
        ? {}
        : {
            organisations: 4,
            'organisation-links': 2,
            students: 2,
            flags: 3,
            ethnicities: 3,
            staff: 1,
            enrolments: 3,
            appointments: 1,
            subjects: 1,
            classes: 1,
            'class-enrolments': 2,
            teaching: 1,
          },
      canaries: ['Bird', 'Cole', 'Dove', 'secret', '2010-03-04'],
      change: () => {
        add('orgs.csv', 's3,New School,school,d1');
        add('users.csv', 'u5,eve,Eve,Fox,,,,,');
        add('roles.csv', 'u5,s3,student,y26,9,TRUE,,');
        add('enrollments.csv', 'c1,u5,student');
        add('userFlags.csv', 'u5,freeLunch');
        write();
      },
      remove: () => {
        const drop = (name: string, line: string) =>
          files.set(
            name,
            (files.get(name) ?? []).filter((other) => other !== line),
          );
        drop('enrollments.csv', 'c1,u2,student');
        drop('userFlags.csv', 'u1,iep');
        write();
        return { 'class-enrolments': 1, flags: 1 };
      },
    };
  },
});
