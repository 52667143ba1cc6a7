import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { testConnector } from '@collegial/connector-testing';
import { createFolders, writeParquet } from './__fixtures__/write-parquet.ts';
import { parquet } from './parquet-connector.ts';

const folder = createFolders()();

/** Three days of a small database: as it was, changed, and with a few rows gone. */
const days = {
  empty: { students: 'where false', enrolments: 'where false' },
  first: { students: '', enrolments: '' },
  changed: { students: 'where i >= 0', enrolments: 'where i >= 0' },
  removed: { students: 'where i < 22', enrolments: 'where i < 20' },
};

const tables = (day: keyof typeof days) => {
  const count = day === 'changed' ? 26 : 23;
  const left = day === 'changed' ? "case when i = 3 then date '2024-03-01' end" : 'null::date';
  return {
    organisation: `select 'urn:100001' as id, 'school' as kind, 'First' as name ${day === 'empty' ? 'where false' : ''}`,
    student: `select i as id, 'F' as sex, 'H99140012' || (3000 + i) as link_key, 'Canary Jones' as full_name from range(${count}) t(i) ${days[day].students}`,
    enrolment: `select i as id, i as student_id, 'urn:100001' as organisation_id, 'current' as status, date '2022-09-01' as entered_on, ${left} as left_on
      from range(${count}) t(i) ${days[day].enrolments}`,
  };
};

const written: [string, string][] = [];
for (const day of Object.keys(days) as (keyof typeof days)[])
  for (const [table, query] of Object.entries(tables(day)))
    written.push([
      day,
      await writeParquet(join(folder, day, `${table}.parquet`), query, 'row_group_size 2048'),
    ]);

testConnector({
  name: 'parquet',
  readme: new URL('../README.md', import.meta.url),
  plans: 400,
  world({ directory, empty }) {
    const put = (wanted: string) => {
      for (const [day, path] of written)
        if (day === wanted) copyFileSync(path, join(directory, path.slice(path.lastIndexOf('/') + 1)));
    };
    put(empty ? 'empty' : 'first');
    return {
      source: parquet({ directory, pageSize: 5 }),
      holds: { Organisation: empty ? 0 : 1, Student: empty ? 0 : 23, Enrolment: empty ? 0 : 23 },
      change: () => put('changed'),
      remove: () => {
        put('removed');
        return { Student: 1, Enrolment: 3 };
      },
      canaries: ['Canary', 'H991400123'],
    };
  },
});
