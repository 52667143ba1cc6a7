import { describe, expect, test } from 'vitest';
import { entry, rollsOf } from '../__fixtures__/rolls.ts';
import { guestPlacesOf } from './guest-places-of.ts';
import type { Provision } from './provision.ts';
import type { RegisterWord } from './read-registers.ts';
import type { RollEntry } from './read-rolls.ts';

const provision = new Map<string, Provision>([
  ['unit', 'alternative-provision'],
  ['ward', 'hospital'],
  ['special', 'special-placement'],
]);
const find = (entries: readonly RollEntry[], registers: [string, RegisterWord][] = []) => {
  const { sightings, excluded } = guestPlacesOf({
    rolls: rollsOf(...entries),
    registers: new Map(registers),
    provision,
    minimumDays: 14,
  });
  return { places: sightings.map(({ person, home, host }) => `${person} ${home}→${host}`), excluded };
};

test('a guest at b who is on the roll of a has a place that b gives a', () => {
  expect(find([entry('p', 'a', 'current'), entry('p', 'b', 'guest', '2023-09-13', '2024-07-10')])).toEqual({
    places: ['p a→b'],
    excluded: {},
  });
});

test('a dual registration between two schools is a place of the one where it is not the main one', () => {
  expect(find([entry('p', 'a', 'main'), entry('p', 'b', 'subsidiary')]).places).toEqual(['p a→b']);
});

test('someone who changes schools in spring has a place from each of the two', () => {
  const entries = [
    entry('p', 'a', 'current', '2023-09-01', '2024-01-31'),
    entry('p', 'c', 'current', '2024-02-01'),
    entry('p', 'b', 'guest'),
  ];
  expect(find(entries).places).toEqual(['p a→b', 'p c→b']);
});

describe('what is none', () => {
  const cases: [string, RollEntry[], Record<string, number>][] = [
    [
      'a house move with an overlap: two main enrolments',
      [entry('p', 'a', 'current'), entry('p', 'b', 'current')],
      {},
    ],
    [
      'a referral unit as host',
      [entry('p', 'a', 'main'), entry('p', 'unit', 'subsidiary')],
      { 'alternative-provision': 1 },
    ],
    [
      'a student of a referral unit who comes back by and by',
      [entry('p', 'unit', 'main'), entry('p', 'b', 'subsidiary')],
      { 'alternative-provision': 1 },
    ],
    ['a hospital', [entry('p', 'a', 'main'), entry('p', 'ward', 'guest')], { hospital: 1 }],
    [
      'a special placement',
      [entry('p', 'a', 'main'), entry('p', 'special', 'subsidiary')],
      { 'special-placement': 1 },
    ],
    [
      'a dual registration of a special school',
      [entry('p', 'special', 'main'), entry('p', 'b', 'subsidiary')],
      { 'special-placement': 1 },
    ],
    ['a guest of whom no main school is known', [entry('p', 'b', 'guest')], { 'home-not-known': 1 }],
    [
      'a guest whose main enrolment is of another year',
      [entry('p', 'a', 'current', '2021-09-01', '2022-08-31'), entry('p', 'b', 'guest')],
      { 'home-not-known': 1 },
    ],
    [
      'thirteen days',
      [entry('p', 'a', 'current'), entry('p', 'b', 'guest', '2023-10-01', '2023-10-13')],
      { 'too-short': 1 },
    ],
  ];
  test.each(cases)('%s', (_name, entries, excluded) => {
    expect(find(entries)).toEqual({ places: [], excluded });
  });

  test('fourteen days are enough, and a guest from a special school has a place', () => {
    expect(
      find([entry('p', 'a', 'current'), entry('p', 'b', 'guest', '2023-10-01', '2023-10-14')]).places,
    ).toEqual(['p a→b']);
    expect(find([entry('p', 'special', 'current'), entry('p', 'b', 'guest')]).places).toEqual([
      'p special→b',
    ]);
  });
});

describe('what registers say', () => {
  const entries = [entry('p', 'a', 'current'), entry('p', 'b', 'guest')];
  const word = (attended: number, homeSessions: number, elsewhere: number): [string, RegisterWord][] => [
    ['p-b-guest', { attended, homeSessions, elsewhere }],
  ];

  test('twenty sessions at home, none elsewhere and none attended: the place was never taken up', () => {
    expect(find(entries, word(0, 20, 0))).toEqual({ places: [], excluded: { 'never-attended': 1 } });
  });

  test.each([
    ['no register of either school', []],
    ['a register too short to tell', word(0, 19, 0)],
    ['one session that the home school marks as elsewhere', word(0, 300, 1)],
    ['one session present at the host', word(1, 300, 0)],
  ])('%s: it counts', (_name, registers) => {
    expect(find(entries, registers).places).toEqual(['p a→b']);
  });
});
