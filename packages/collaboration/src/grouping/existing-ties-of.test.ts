import { expect, test } from 'vitest';
import { participant } from '../__fixtures__/recorded.ts';
import { many, tiesOf } from '../__fixtures__/ties.ts';
import { existingTiesOf } from './existing-ties-of.ts';
import { suggestPartners } from './partners/suggest-partners.ts';
import { suggestGroups } from './suggest-groups.ts';

const between = (one: string, other: string, hours: number, prefix: string) =>
  many(2, 'joint-training', [
    participant(one, { role: 'provider', hours }),
    participant(other, { role: 'recipient' }),
  ]).map((activity) => ({ ...activity, id: `${prefix}-${activity.id}` }));
// a and b: 16 hours of training, cooperation; c and d: two hours, association only; a and z: z is not in the table.
const ties = tiesOf([
  ...between('a', 'b', 8, 'ab'),
  ...between('c', 'd', 1, 'cd'),
  ...between('a', 'z', 8, 'az'),
]);
const schools = ['a', 'b', 'c', 'd'];
const found = existingTiesOf({ ties, academicYear: 2023, schools });

test('pairs from cooperation on are ties, with the number of their level as weight', () => {
  expect(found).toEqual([{ schools: ['a', 'b'], weight: 2 }]);
  expect(existingTiesOf({ ties, academicYear: 2023, schools, from: 'association' })).toEqual([
    { schools: ['a', 'b'], weight: 2 },
    { schools: ['c', 'd'], weight: 1 },
  ]);
  expect(existingTiesOf({ ties, academicYear: 2023 })).toContainEqual({ schools: ['a', 'z'], weight: 2 });
});

test('what nobody confirmed makes a tie only when asked for', () => {
  const unconfirmed = ties.map((tie) => ({ ...tie, basis: 'unconfirmed' as const }));
  expect(existingTiesOf({ ties: unconfirmed, academicYear: 2023, schools })).toEqual([]);
  expect(existingTiesOf({ ties: unconfirmed, academicYear: 2023, schools, unconfirmed: true })).toEqual(
    found,
  );
});

test('groups and partners respect them: without them a and b would be parted', async () => {
  // Alike groups would put the strong a with the weak d, and b with c.
  const table = [
    { id: 'a', name: 'a', attainment: 60 },
    { id: 'b', name: 'b', attainment: 50 },
    { id: 'c', name: 'c', attainment: 40 },
    { id: 'd', name: 'd', attainment: 30 },
  ];
  const size = { min: 2, max: 2 };
  const together = async (options: Parameters<typeof suggestGroups>[1]) =>
    (await suggestGroups(table, { size, alternatives: 1, ...options })).proposals[0]!.groups.some(
      (group) => group.schools.includes('a') && group.schools.includes('b'),
    );
  expect(await together({})).toBe(false);
  expect(await together({ ties: found, existingTies: 'keep' })).toBe(true);
  expect(await together({ ties: found, weights: { ties: 100 } })).toBe(true);
  const areas = (one: number) => ({ areas: { music: one } });
  const partners = table.map((school, index) => ({ ...school, ...areas(index === 0 ? -1 : 1) }));
  const [first] = suggestPartners('a', partners, { ties: found, weights: { tied: 100 } }).partners;
  expect(first).toMatchObject({ school: 'b', fits: { tied: 1 } });
});
