import type { Dataset, GroupProfile } from '@collegial/model';
import { type City, createCity } from '@collegial/sample-city';
import type { Store } from '@collegial/store';
import { beforeAll, expect, test } from 'vitest';
import { storeOf } from '../__fixtures__/store-of.ts';
import { groupProfile } from './group-profile.ts';

const wanted = [
  'Organisation',
  'OrganisationLink',
  'SchoolGroup',
  'GroupMember',
  'GroupRole',
  'Funding',
  'Calendar',
  'SharingAgreement',
  'Appointment',
  'Activity',
  'Participation',
  'Confirmation',
] as const;
let city: City;
let store: Store;
const profiles = new Map<string, GroupProfile>();

beforeAll(async () => {
  city = createCity({ students: 300 });
  const { dataset, people } = city;
  const records: Record<string, unknown> = Object.fromEntries(
    wanted.map((entity) => [entity, dataset[entity] ?? []]),
  );
  const Staff = [...(dataset.Staff ?? [])].map((person) => ({
    ...person,
    linkKey: people.teacherNumberOf(person.id),
  }));
  store = await storeOf({ ...records, Staff } as Dataset);
  const last = Math.max(...city.truth.schoolEffects.map((effect) => effect.academicYear));
  const period = `${last}/${String((last + 1) % 100).padStart(2, '0')}`;
  for (const id of ['A', 'B', 'C', 'D'])
    profiles.set(id, await groupProfile(store, { scope: { kind: 'group', id }, period }));
}, 60_000);

const profile = (id: string) => profiles.get(id)!;
const status = (id: string, condition: string) =>
  profile(id).conditions.find((one) => one.id === condition)?.status;

test('who coordinates: B and C somebody does, A is managed by its heads (ch. 10)', () => {
  expect(profile('B').coordinator).toEqual({ present: true, shareOfYear: 1 });
  expect(profile('C').coordinator.present).toBe(true);
  expect(profile('A').coordinator).toEqual({ present: false, shareOfYear: null });
  expect(status('A', 'senior-leadership')).toBe('met');
});

test('the school that declined and the one that closed are in no profile', () => {
  const all = [...profiles.values()].flatMap(({ schools }) => schools);
  expect(all).not.toContain(city.truth.declined.organisationId);
  expect(all).not.toContain(city.truth.closing.organisationId);
});

test('B pools its money, and an outside head challenges its reviews', () => {
  expect(status('B', 'collective-responsibility')).toBe('met');
  expect(profile('B').outsideChallenge.present).toBe(true);
  expect(status('B', 'external-help')).toBe('met');
});

test('every condition is met by a group and year of the story, and not wholly met by another', async () => {
  const { conditions } = city.truth;
  for (const { groupId, academicYear, condition, status: expected, why } of conditions) {
    const period = `${academicYear}/${String((academicYear + 1) % 100).padStart(2, '0')}`;
    const found = await groupProfile(store, { scope: { kind: 'group', id: groupId }, period });
    const status = found.conditions.find(({ id }) => id === condition)?.status;
    expect(status, `${condition} of ${groupId} in ${period}: ${why}`).toBe(expected);
  }
  const met = conditions.filter(({ status }) => status === 'met').map(({ condition }) => condition);
  expect(met.sort()).toEqual(
    profile('A')
      .conditions.map(({ id }) => id)
      .sort(),
  );
  expect(new Set(conditions.map(({ condition }) => condition)).size * 2).toBe(conditions.length);
});

test('the grants ended a year ago, and the links of every group can be followed one year on', () => {
  for (const id of ['A', 'B', 'C', 'D']) {
    const { funding } = profile(id).survival;
    expect(funding.occasions, id).toBeGreaterThanOrEqual(1);
    expect(funding.curve[0]?.atRisk, id).toBeGreaterThan(0);
  }
});

test('the people whom two schools share, and nobody else, are those on whom something rests', () => {
  const shared = new Set(city.truth.sharedPosts.map((post) => post.teacherNumber));
  const people = [...profiles.values()].reduce((sum, one) => sum + (one.withoutPerson?.length ?? 0), 0);
  expect(people).toBeGreaterThan(0);
  const lent = city.truth.secondments.length + city.truth.jointContracts.length;
  expect(people).toBeLessThanOrEqual(shared.size + lent);
  const text = JSON.stringify([...profiles.values()]);
  for (const number of shared) expect(text).not.toContain(`"${number}"`);
});

test('heads sit at every table, teachers at some: depth is known, and neither nothing nor everything', () => {
  for (const id of ['A', 'B', 'C', 'D']) {
    const depth = profile(id).measures.find((one) => one.part === 'tagged' && !one.unconfirmed)?.depth;
    expect(depth?.coverage, id).toBeGreaterThan(0.5);
    expect(depth?.share, id).toBeGreaterThan(0);
    expect(depth?.share, id).toBeLessThan(1);
  }
});
