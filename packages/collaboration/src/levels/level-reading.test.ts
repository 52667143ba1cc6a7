import type { EvidenceKind } from '@collegial/model';
import { describe, expect, test } from 'vitest';
import { participant } from '../__fixtures__/recorded.ts';
import { given, many, post, tiesOf } from '../__fixtures__/ties.ts';
import type { Tie } from '../ties/tie.ts';
import { type PairLevelsOfOptions, pairLevelsOf } from './pair-levels-of.ts';

const read = (ties: readonly Tie[], change: Partial<PairLevelsOfOptions> = {}) =>
  pairLevelsOf({ schools: ['a', 'b'], ties, academicYear: 2023, ...change })[0]!;
const held = (...kinds: [EvidenceKind, Record<number, string[]>][]) =>
  new Map(
    kinds.map(([kind, years]) => [
      kind,
      new Map(Object.entries(years).map(([year, schools]) => [Number(year), new Set(schools)])),
    ]),
  );
const both = { 2022: ['a', 'b'], 2023: ['a', 'b'] };

describe('that no link was seen reads differently where none could be seen', () => {
  test('with everything held', () => {
    expect(read([], { held: held(['staff', both], ['activities', both]) }).reading).toBe(
      'No link seen in staff records and recorded activities.',
    );
  });
  test('with no staff records of one of the two', () => {
    const one = read([], { held: held(['staff', { 2022: ['a'], 2023: ['a'] }], ['activities', both]) });
    expect(one.reading).toBe(
      'No link seen in recorded activities. There could be one in staff records, which are not held of both schools.',
    );
    expect(one.coverage).toEqual([
      { kind: 'staff', periods: [] },
      { kind: 'activities', periods: ['2022/23', '2023/24'] },
    ]);
  });
  test('with nothing held', () => {
    expect(read([], { held: held(['staff', { 2023: ['a'] }]) }).reading).toBe(
      'No link could have been seen: no records of both schools are held.',
    );
  });
  test('with one school held one year and the other the next', () => {
    const one = read([], { held: held(['staff', { 2022: ['a'], 2023: ['b'] }]) });
    expect(one.observed).toEqual([]);
  });
});

describe('with one year of history it is too early to tell collegiality', () => {
  test('when an agreement lets one year be read', () => {
    expect(read([post(30)], { observed: [2023] })).toMatchObject({
      observed: ['2023/24'],
      tooEarlyToTell: true,
      highestLevelAssessed: 'collaboration',
      reading: 'At least collaboration; collegiality too early to tell, as only one year could be observed.',
    });
  });
  test('when records of both are held for one year', () => {
    const one = read([post(30)], { held: held(['staff', { 2022: ['a'], 2023: ['a', 'b'] }]) });
    expect(one.tooEarlyToTell).toBe(true);
  });
  test('not when there is evidence of both years, whatever is said to be held', () => {
    const one = read([post(30), post(30, { academicYear: 2022 })], { observed: [2023] });
    expect(one.tooEarlyToTell).toBe(false);
  });
});

test('where only records that schools keep anyway count, the result says how far they reach', () => {
  expect(read([post(30)])).toMatchObject({
    highestLevelAssessed: 'collaboration',
    reading:
      'Collaboration. Nothing but records that schools keep anyway counts here, and those can show collaboration at most.',
  });
  expect(read([post(30), ...tiesOf(many(1, 'meeting'))])).toMatchObject({
    highestLevelAssessed: 'collegiality',
    reading: 'Collaboration.',
  });
});

describe('what only one of the two ever records is named', () => {
  const pair = [participant('a'), participant('b')];
  const recordedBy = (school: string | null, count = 2) =>
    tiesOf(many(count, 'visit', pair, { recordedBy: school }));
  test.each([
    ['two by a', recordedBy('a'), { recordedBy: 'a', activities: 2, confirmed: 2 }],
    ['two by b', recordedBy('b'), { recordedBy: 'b', activities: 2, confirmed: 2 }],
    ['one by a: somebody must write down a single one', recordedBy('a', 1), null],
    ['by a third', recordedBy('c'), null],
    ['by nobody named', recordedBy(null), null],
    ['by both', [...recordedBy('a'), ...recordedBy('b')], null],
    [
      'by a and a third',
      [...recordedBy('a'), ...recordedBy('c')],
      { recordedBy: 'a', activities: 2, confirmed: 2 },
    ],
    ['only in staff records', [post(5)], null],
    ['unknown', given('joint-training', {}), null],
  ])('%s', (_name, ties, expected) => {
    expect(read(ties).oneSided).toEqual(expected);
  });
});
