import { afterAll, describe, expect, it } from 'vitest';
import { bothWays, readByTheStore } from '../__fixtures__/both-ways.ts';
import { bulk, headings, line, school11, school12 } from '../__fixtures__/bundles.ts';
import { type BundleFiles, bundleFolder } from '../__fixtures__/make-bundle.ts';
import { stream } from '../__fixtures__/sync-bundle.ts';

const made = bundleFolder();
afterAll(() => made.remove());

const streams = ['students', 'characteristics', 'staff', 'enrolments', 'appointments'];
const both = bothWays(streams);

/** A row of users.csv in 1.1. */
const user = (id: string, role: string, orgs = 's1', grades = '10') =>
  line(id, `true,${orgs},${role},name,,Given,Family,,id,,,,,${grades},`);
const roles = [
  'student',
  'Student',
  ' teacher ',
  'principal',
  'aide',
  'counselor',
  'proctor',
  'administrator',
  'guardian',
  'relative',
];
const grades = ['', '07', '7', '13', '010', 'KG', 'k', 'PK', 'Other', '14', '0'];
const users = [
  ...roles.map((role, n) => user(`r${n}`, role)),
  ...grades.map((grade, n) => user(`g${n}`, 'student', 's1', grade)),
  user('o1', 'student', 'd1'),
  user('o2', 'teacher', 'd1'),
  user('o3', 'student', 'nowhere'),
  user('o4', 'student', ' s2 '),
  user('twice', 'student'),
  user('twice', 'student', 's2'),
  user(' spaced ', 'student'),
];
const sexes = ['female', 'F', 'male', 'M', 'other', 'unspecified', 'unknown', ''];
const demographics = [
  ...sexes.map((sex, n) =>
    line(`g${n}`, `2010-0${n + 1}-04,${sex},false,true,FALSE,,true,false,${n % 2 === 0},,,,`),
  ),
  line('r1', ',,,,,,,,,,,,'),
  line('r2', '1980-01-02,male,true,,,,,,,,,,'),
  line(' spaced ', '2010-03-04,male,true,,,,,,,,,,'),
  line('spaced', '2011-03-04,male,true,,,,,,,,,,'),
  line('nobody', '2010-03-04,male,true,,,,,,,,,,'),
];
const bundle11 = (files: BundleFiles = {}): BundleFiles => ({
  ...bulk(school11),
  'users.csv': [headings.users11, ...users],
  'demographics.csv': [headings.demographics, ...demographics],
  ...files,
});
const withUser = (row: string) => ({ 'users.csv': [headings.users11, ...users, row] });
const withDemographics = (row: string) => ({
  'demographics.csv': [headings.demographics, ...demographics, row],
});

/** A row of users.csv and one of roles.csv in 1.2. */
const user12 = (id: string, grade = '10') => line(id, `true,name,,Given,Family,,id,,,,,${grade},,,,,,s1,`);
const role12 = (id: string, role: string, days = ',', org = 's1') =>
  line(`role ${id}`, `${id},primary,${role},${days},${org},`);
const users12 = ['u1', 'u2', 'u3', 'u4'].map((id) => user12(id));
const roles12 = [
  role12('u1', 'student'),
  role12('u2', 'student', ',', 's2'),
  role12('u3', 'teacher'),
  role12('u4', 'parent'),
];
const bundle12 = (roles: readonly string[], more: readonly string[] = []): BundleFiles => ({
  ...bulk(school12, '1.2'),
  'users.csv': [headings.users12, ...users12, ...more],
  'roles.csv': [headings.roles, ...roles],
});

describe('users read by the store are what they are row by row', () => {
  it('in 1.1, where each has one organisation', async () => {
    const { inBulk, oneByOne } = await both(made.zip(bundle11()));
    expect(readByTheStore(inBulk)).toEqual(streams);
    expect(readByTheStore(oneByOne)).toEqual([]);
    expect(stream(inBulk.report, 'students')).toMatchObject({ loaded: 18, duplicate: 1 });
    expect(stream(inBulk.report, 'students').unmapped).toEqual([{ field: 'sex', code: 'unknown', count: 1 }]);
    expect(stream(inBulk.report, 'enrolments').unmapped).toHaveLength(4);
    expect(stream(inBulk.report, 'appointments').loaded).toBe(7);
  });

  it('with headings in another case, and with a first day of the roll that lies years back', async () => {
    const path = made.zip(
      bundle11({ 'demographics.csv': [headings.demographics.toLowerCase(), ...demographics] }),
    );
    const { inBulk } = await both(path, { rollFrom: '2023-09-01' });
    expect(readByTheStore(inBulk)).toEqual(streams);
  });

  it('in 1.2, where each has one role without days', async () => {
    const { inBulk } = await both(made.zip(bundle12(roles12)));
    expect(readByTheStore(inBulk)).toEqual(streams);
  });

  it('in 1.2 with days, which decide about places alone', async () => {
    const { inBulk } = await both(
      made.zip(bundle12([...roles12.slice(1), role12('u1', 'student', '2024-09-02,')])),
    );
    expect(readByTheStore(inBulk)).toEqual(['students', 'characteristics', 'staff']);
  });
});

describe('users are left to be read row by row', () => {
  const all = streams;
  const places = ['enrolments', 'appointments'];
  const described = ['students', 'characteristics'];
  it.each<[string, BundleFiles, readonly string[], object?]>([
    ['a status', withUser(line('x', 'true,s1,student,x,,G,F,,id,,,,,10,', 'active')), all],
    ['no id', withUser(user('', 'student')), all],
    ['a role that is not known', withUser(user('x', 'janitor')), all],
    ['no role', withUser(user('x', '')), all],
    ['no organisation', withUser(user('x', 'student', '')), all],
    ['several organisations', withUser(user('x', 'student', '"s1,s2"')), places],
    ['a very long id of an organisation', withUser(user('x', 'student', 's'.repeat(150))), places],
    ['several grades', withUser(user('x', 'student', 's1', '"09,10"')), ['enrolments']],
    ['demographics twice', withDemographics(line('g1', '2012-01-01,male,,,,,,,,,,,')), described],
    ['a day of birth that is none', withDemographics(line('g8', 'soon,male,,,,,,,,,,,')), described],
    ['a flag that is none', withDemographics(line('g8', '2012-01-01,male,perhaps,,,,,,,,,,')), described],
    [
      'demographics to be deleted',
      withDemographics(line('g8', '2012-01-01,male,,,,,,,,,,,', 'tobedeleted')),
      described,
    ],
    ['a row of demographics cut short', withDemographics('g8,,,2012-01-01'), described],
    ['national numbers', {}, all, { studentIdentifier: { from: 'identifier', kind: 'upn' } }],
    ['roles of their own', {}, all, { roles: { janitor: 'support' } }],
    ['national ids of schools', {}, places, { organisationIdentifiers: { school: 'urn' } }],
  ])('with %s', async (_, files, expected, settings = {}) => {
    const { inBulk } = await both(made.zip(bundle11(files)), settings);
    expect(readByTheStore(inBulk)).toEqual(streams.filter((name) => !expected.includes(name)));
  });

  it.each([
    ['two roles', bundle12([...roles12, role12('u1', 'student', ',', 's2')])],
    ['no role', bundle12(roles12, [user12('u5')])],
    [
      'a role to be deleted',
      bundle12([...roles12.slice(1), line('x', 'u1,primary,student,,,s1,', 'tobedeleted')]),
    ],
    ['a role without an organisation', bundle12([...roles12.slice(1), role12('u1', 'student', ',', '')])],
    ['a role with a day that is none', bundle12([...roles12.slice(1), role12('u1', 'student', 'soon,')])],
  ])('in 1.2 with %s', async (_, files) => {
    const { inBulk } = await both(made.zip(files));
    expect(readByTheStore(inBulk)).toEqual([]);
  });
});
