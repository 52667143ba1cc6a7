import { type City, createCity } from '@collegial/sample-city';
import type { Store } from '@collegial/store';
import { beforeAll, expect, test } from 'vitest';
import { cityRecords } from '../__fixtures__/city-records.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { pairLevels } from '../levels/pair-levels.ts';
import { sharedStaff } from '../shared-staff/shared-staff.ts';

let city: City;
let store: Store;
let periods: string[];
const scopes = () => Object.keys(city.truth.groups).map((id) => ({ kind: 'group' as const, id }));

beforeAll(async () => {
  city = createCity();
  const { dataset, people } = city;
  const Staff = [...dataset.Staff].map((person) => ({
    ...person,
    linkKey: people.teacherNumberOf(person.id),
  }));
  store = await storeOf({ ...cityRecords(city), Staff });
  const years = [...new Set(city.truth.schoolEffects.map((effect) => effect.academicYear))].sort();
  periods = years.map((year) => `${year}/${String((year + 1) % 100).padStart(2, '0')}`);
});

test('shared staff of the sample city: everyone planted is found, and nobody else', async () => {
  const { truth } = city;
  const found = new Set<string>();
  for (const scope of scopes()) {
    for (const post of await sharedStaff(store, { scope, periods })) {
      const pair = [post.provider, post.recipient].sort();
      found.add([post.person, post.academicYear, ...pair].join(' '));
    }
  }
  const planted = new Set(
    truth.sharedPosts.map((post) => [post.teacherNumber, post.academicYear, ...post.schools].join(' ')),
  );
  const lent = new Set([...truth.secondments, ...truth.jointContracts].map((person) => person.teacherNumber));
  const person = (key: string) => key.split(' ')[0] as string;
  const hits = [...found].filter((key) => planted.has(key));
  const wrong = [...found].filter((key) => !planted.has(key) && !lent.has(person(key)));
  const missed = [...planted].filter((key) => !found.has(key));
  const lentFound = new Set([...found].map(person).filter((key) => lent.has(key)));
  console.log(
    `sample city: planted ${planted.size}, found ${hits.length}, missed ${missed.length}, wrong ${wrong.length}; lent people ${lentFound.size} of ${lent.size}; negatives planted ${truth.negatives.length + truth.recruitments.length}`,
  );
  expect(planted.size).toBeGreaterThan(10);
  expect(missed).toEqual([]);
  expect(wrong).toEqual([]);
  expect(lentFound).toEqual(lent);
});

test('no planted negative raises anything', async () => {
  const { truth } = city;
  const negative = new Set([...truth.negatives, ...truth.recruitments].map((person) => person.teacherNumber));
  expect(negative.size).toBeGreaterThan(10);
  for (const scope of scopes()) {
    const posts = await sharedStaff(store, { scope, periods });
    expect(posts.filter((post) => negative.has(post.person))).toEqual([]);
  }
});

test('every level that was worked out by hand', async () => {
  const { truth } = city;
  expect(truth.levels.length).toBeGreaterThan(10);
  const wrong: unknown[] = [];
  for (const [index, period] of periods.entries()) {
    const year = Number(period.slice(0, 4));
    for (const scope of scopes()) {
      const members = truth.groups[scope.id] ?? [];
      const expected = truth.levels.filter(
        (level) => level.academicYear === year && level.schools.every((school) => members.includes(school)),
      );
      if (expected.length === 0) continue;
      const pairs = await pairLevels(store, { scope, period });
      for (const { schools, level, levelWithUnconfirmed, why } of expected) {
        const pair = pairs.find((one) => one.schools.join() === [...schools].sort().join());
        if (pair?.level !== level || pair.levelWithUnconfirmed !== levelWithUnconfirmed) {
          wrong.push({
            index,
            schools,
            level,
            levelWithUnconfirmed,
            why,
            found: pair?.level,
            detail: pair?.criteria,
          });
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(new Set(truth.levels.map(({ level }) => level)).size).toBe(5);
});
