import { afterAll, describe, expect, it } from 'vitest';
import { bothWays, readByTheStore } from '../__fixtures__/both-ways.ts';
import { bulk, headings, school11 } from '../__fixtures__/bundles.ts';
import { bundleFolder } from '../__fixtures__/make-bundle.ts';
import { stream } from '../__fixtures__/sync-bundle.ts';

const made = bundleFolder();
afterAll(() => made.remove());

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
];
const streams = ['class-enrolments', 'teaching'];
const bothOf = bothWays(streams);
const both = (rows: readonly string[], settings: object = {}) =>
  bothOf(made.zip({ ...bulk(school11), 'enrollments.csv': [headings.enrollments, ...rows] }), settings);

describe('enrollments read by the store', () => {
  const rows = [
    ...roles.map((role, n) => `r${n},,,c1,s1,u1,${role},false,2025-09-01,`),
    ...spans.map((span, n) => `s${n},,,c1,s1,u2,student,false,${span}`),
    'm1,,,,s1,u1,student,false,,',
    'm2,,,c1,s1,,student,false,,',
    '"m3",,, c1 ,s1," u,1 ",student,false,,',
    // White space of one byte at an end is cut off, and then all of it; other white space alone is left.
    'm4,,,\u00a0c1 ,s1,\u00a0u1,\tstudent,false,,',
  ];

  it.each(['excluded', 'included'] as const)(
    'are what they are row by row, with ends that are %s',
    async (endDates) => {
      const { inBulk, oneByOne } = await both(rows, { endDates });
      expect(readByTheStore(inBulk)).toEqual(streams);
      expect(readByTheStore(oneByOne)).toEqual([]);
      for (const name of streams) expect(stream(inBulk.report, name).notes).toEqual([]);
    },
  );

  it.each([
    ['a status', 'e1,tobedeleted,,c1,s1,u1,student,false,,'],
    ['no id', ',,,c1,s1,u1,student,false,,'],
    ['a very long id of a class', `e1,,,${'c'.repeat(150)},s1,u1,student,false,,`],
    ['a row cut short', 'e1,,,c1'],
    ['nothing at all but commas', ',,,,,,,,,'],
    ['no day where one should be', 'e1,,,c1,s1,u1,student,false,soon,2026-07-20'],
    ['a day that does not exist', 'e1,,,c1,s1,u1,student,false,2025-02-30,'],
    ['a day in another shape', 'e1,,,c1,s1,u1,student,false,2025/02/03,'],
    ['an instant', 'e1,,,c1,s1,u1,student,false,2025-09-01T00:00:00Z,'],
  ])('with %s are left to be read row by row', async (_, row) => {
    const { inBulk } = await both([...rows, row]);
    expect(readByTheStore(inBulk)).toEqual([]);
    expect(stream(inBulk.report, 'class-enrolments').notes.join()).toContain('row by row');
  });

  it('under settings that give roles another meaning are read row by row', async () => {
    const { inBulk } = await both(rows, { roles: { 'ext:mentor': 'teacher' } });
    expect(readByTheStore(inBulk)).toEqual([]);
    expect(stream(inBulk.report, 'teaching').loaded).toBe(3);
  });
});
