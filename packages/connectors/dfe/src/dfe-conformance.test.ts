import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testConnector } from '@collegial/connector-testing';
import { dfe } from './dfe-connector.ts';

const published = fileURLToPath(new URL('__fixtures__/published', import.meta.url));

/** Schools that a link names, or will name after the change, and no other file has. */
const linked = [900011, 900012, 900013, 900014];
const registerRow = (urn: number) =>
  `${urn},990,Northmoor,${urn % 10_000},School ${urn},Community school,Closed,,31-08-2012,Secondary,11,16,,,Northmoor,400600,400600,Invented`;

testConnector({
  name: 'dfe',
  // Ten streams, each of which reads its files anew.
  plans: 150,
  readme: new URL('../README.md', import.meta.url),
  world({ directory, empty }) {
    cpSync(published, directory, { recursive: true });
    // Files are in windows-1252 or UTF-8: one byte to a character leaves them as they are.
    const edit = (file: string, change: (text: string) => string) => {
      const path = join(directory, file);
      writeFileSync(path, change(readFileSync(path, 'latin1')), 'latin1');
    };
    // The register here is older than the links, which name schools that it does not have yet.
    edit(
      'edubasealldata20220301.csv',
      (text) => `${text.trimEnd()}\n${linked.map(registerRow).join('\n')}\n`,
    );
    if (empty)
      for (const file of readdirSync(directory))
        edit(file, (text) => text.split('\n').slice(0, 1).join('\n'));
    return {
      source: dfe({ folder: directory, academicYear: '2018/19', asOf: '2022-03-14' }),
      holds: empty
        ? { schools: 0, absence: 0 }
        : { schools: 10 + linked.length, 'school-links': 4, 'group-links': 5, absence: 6 },
      change() {
        edit('edubasealldata20220301.csv', (text) =>
          text.replaceAll('Canal Street High School', 'Canal Street Academy'),
        );
        edit('absence_2019.csv', (text) => text.replace('900004,3.8', '900004,3.9'));
        edit(
          'links.csv',
          (text) => `${text.trimEnd()}\n900003,900013,"The Old Beeches","Predecessor","01-04-2014"\n`,
        );
      },
      remove() {
        edit('group_links.csv', (text) => text.replace(/^1,900001,504.*\r?\n/m, ''));
        return { 'group-links': 1 };
      },
    };
  },
});
