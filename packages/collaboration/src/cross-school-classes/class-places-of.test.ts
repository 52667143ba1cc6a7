import { expect, test } from 'vitest';
import { days, entry, rollsOf } from '../__fixtures__/rolls.ts';
import type { RollEntry } from '../shared-places/read-rolls.ts';
import { classPlacesOf } from './class-places-of.ts';
import { memberSpan } from './read-memberships.ts';

const find = (
  entries: readonly RollEntry[],
  span: { from: number; to: number } | null = days('2023-09-04', '2024-07-19'),
  isCollision = () => false,
) => {
  const { sightings, excluded } = classPlacesOf({
    memberships: [{ member: 'm', classId: 'class', person: 'p', host: 'b', span }],
    rolls: rollsOf(...entries),
    provision: new Map([['unit', 'alternative-provision']]),
    isCollision,
    minimumDays: 14,
  });
  return { places: sightings.map(({ home, host, evidence }) => [home, host, evidence]), excluded };
};
const none = (excluded: Record<string, number>) => ({ places: [], excluded });

test('a student of a in a class of b has a place there, on the roll of b or not', () => {
  const place = { places: [['a', 'b', ['m']]], excluded: {} };
  expect(find([entry('p', 'a', 'current')])).toEqual(place);
  expect(find([entry('p', 'a', 'current'), entry('p', 'b', 'guest')])).toEqual(place);
});

test("a student who left b for a is on no class list of b's own accord", () => {
  const moved = [
    entry('p', 'b', 'current', '2022-09-01', '2023-12-01'),
    entry('p', 'a', 'current', '2023-12-04', '2024-08-31'),
  ];
  // The list went on to the end of the year, or was opened anew after the student had left.
  expect(find(moved)).toEqual(none({ 'former-student': 1 }));
  expect(find(moved, days('2024-01-08', '2024-07-19'))).toEqual(none({ 'former-student': 1 }));
  // It was closed in time: an ordinary move, of which there is nothing to say.
  expect(find(moved, days('2023-09-04', '2023-12-01'))).toEqual(none({}));
});

test('a list that is made up before a student comes is none either', () => {
  const coming = [
    entry('p', 'a', 'current', '2022-09-01', '2023-10-13'),
    entry('p', 'b', 'current', '2023-10-16', '2024-08-31'),
  ];
  expect(find(coming)).toEqual(none({ 'former-student': 1 }));
});

test('someone who left b and comes back as a guest has a place', () => {
  const back = [
    entry('p', 'b', 'current', '2022-09-01', '2023-07-31'),
    entry('p', 'a', 'current', '2023-09-01', '2024-08-31'),
    entry('p', 'b', 'guest', '2023-09-13', '2024-07-10'),
  ];
  expect(find(back).places).toHaveLength(1);
});

test('too short, undated, a number that two schools use, provision', () => {
  const home = [entry('p', 'a', 'current')];
  expect(find(home, days('2023-09-04', '2023-09-16'))).toEqual(none({ 'too-short': 1 }));
  expect(find(home, null)).toEqual(none({ undated: 1 }));
  expect(find(home, undefined, () => true)).toEqual(none({ 'same-id-only': 1 }));
  expect(find([entry('p', 'unit', 'current')])).toEqual(none({ 'alternative-provision': 1 }));
});

test('a membership with one open end lasts to the turn of its academic year', () => {
  expect(memberSpan('2024-01-08', null)).toEqual(days('2024-01-08', '2024-08-31'));
  expect(memberSpan(null, '2024-01-08')).toEqual(days('2023-09-01', '2024-01-08'));
  expect(memberSpan(null, null)).toBeNull();
});
