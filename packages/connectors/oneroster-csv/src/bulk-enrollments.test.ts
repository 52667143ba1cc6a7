import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@collegial/store';
import type { StreamReport } from '@collegial/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { bulk, headings, school11 } from './__fixtures__/bundles.ts';
import { bundleFolder } from './__fixtures__/make-bundle.ts';
import { stream, syncBundle } from './__fixtures__/sync-bundle.ts';

const made = bundleFolder();
const folder = mkdtempSync(join(tmpdir(), 'oneroster-bulk-'));
afterAll(() => {
  made.remove();
  rmSync(folder, { recursive: true });
});

const key = new Uint8Array(32).fill(7);
const roles = [
  'student',
  'Student',
  'teacher',
  'principal',
  'aide',
  'counselor',
  'proctor',
  'administrator',
  'districtAdministrator',
  'siteAdministrator',
  'systemAdministrator',
  'guardian',
  'parent',
  'relative',
  'ext:mentor',
  '',
];
const spans = [
  '2025-09-01,2026-07-20',
  ',2026-07-20',
  '2025-09-01,',
  '2025-09-01,2025-09-01',
  '2025-09-02,2025-09-01',
  'soon,2026-07-20',
  '2025-09-01T00:00:00Z,',
  '2025-02-30,',
];

let files = 0;
/** A store in a file reads the file itself; one in memory is given records. */
async function load(path: string, inFile: boolean, settings: object = {}) {
  files += 1;
  const store = await openStore({ path: inFile ? join(folder, `${files}.duckdb`) : ':memory:', threads: 1 });
  const report = await syncBundle({ path, ...settings }, store, {
    key,
    identity: undefined as never,
    streams: ['class-enrolments', 'teaching'],
  });
  const snapshot = await store.snapshot();
  await store.close();
  return { report, snapshot };
}
const told = ({
  rows,
  loaded,
  skipped,
  quarantined,
  skippedBy,
  quarantineBy,
  unmapped,
  deletes,
  completeness,
  notes,
}: StreamReport) => ({
  rows,
  loaded,
  skipped,
  quarantined,
  skippedBy,
  quarantineBy: [...quarantineBy].sort((a, b) => (a.field < b.field ? -1 : 1)),
  unmapped: [...unmapped].sort((a, b) => (a.code < b.code ? -1 : 1)),
  deletes,
  completeness,
  notes,
});

async function both(rows: readonly string[], settings: object = {}) {
  const path = made.zip({ ...bulk(school11), 'enrollments.csv': [headings.enrollments, ...rows] });
  const inBulk = await load(path, true, settings);
  const oneByOne = await load(path, false, settings);
  expect(inBulk.snapshot).toBe(oneByOne.snapshot);
  return { inBulk, oneByOne };
}

describe('enrollments read by the store', () => {
  const rows = [
    ...roles.map((role, n) => `r${n},,,c1,s1,u1,${role},false,2025-09-01,`),
    ...spans.map((span, n) => `s${n},,,c1,s1,u2,student,false,${span}`),
    'm1,,,,s1,u1,student,false,,',
    'm2,,,c1,s1,,student,false,,',
    '"m3",,, c1 ,s1," u,1 ",student,false,,',
  ];

  it.each(['excluded', 'included'] as const)(
    'are what they are row by row, with ends that are %s',
    async (endDates) => {
      const { inBulk, oneByOne } = await both(rows, { endDates });
      for (const name of ['class-enrolments', 'teaching']) {
        expect(told(stream(inBulk.report, name)), name).toEqual(told(stream(oneByOne.report, name)));
        expect(stream(inBulk.report, name).notes).toEqual([]);
        // Read by the store, no page was read: there is no place in the file to go on at.
        expect(stream(inBulk.report, name).checkpoint?.cursor ?? null, name).toBeNull();
        expect(stream(oneByOne.report, name).checkpoint?.cursor, name).not.toBeNull();
      }
    },
  );

  it.each([
    ['a status', 'e1,tobedeleted,,c1,s1,u1,student,false,,'],
    ['no id', ',,,c1,s1,u1,student,false,,'],
    ['a very long id of a class', `e1,,,${'c'.repeat(150)},s1,u1,student,false,,`],
    ['a row cut short', 'e1,,,c1'],
    ['nothing at all but commas', ',,,,,,,,,'],
  ])('with %s are left to be read row by row', async (_, row) => {
    const { inBulk, oneByOne } = await both([...rows, row]);
    const report = stream(inBulk.report, 'class-enrolments');
    expect(report.notes.join()).toContain('row by row');
    expect({ ...told(report), notes: [] }).toEqual(told(stream(oneByOne.report, 'class-enrolments')));
  });

  it('under settings that give roles another meaning are read row by row', async () => {
    const { inBulk } = await both(rows, { roles: { 'ext:mentor': 'teacher' } });
    expect(stream(inBulk.report, 'teaching').checkpoint?.cursor).not.toBeNull();
    expect(stream(inBulk.report, 'teaching').loaded).toBe(3);
  });
});
