import { expect, test } from 'vitest';
import { days, entry, rollsOf } from '../__fixtures__/rolls.ts';
import type { RollEntry } from '../shared-places/read-rolls.ts';
import type { ClassTeacher } from './read-class-teachers.ts';
import { sharedClassesOf } from './shared-classes-of.ts';

const year = days('2023-09-04', '2024-07-19');
const teacher = (person: string, school: string, span = year): ClassTeacher => ({
  classId: 'class',
  person,
  school,
  ...span,
});
const find = (
  teachers: readonly ClassTeacher[],
  change: { hasCourseId?: boolean; entries?: readonly RollEntry[] } = {},
) => {
  const { sightings, excluded, isCollision } = sharedClassesOf({
    memberships: [{ member: 'm', classId: 'class', person: 'p', host: 'b', span: year }],
    rolls: rollsOf(...(change.entries ?? [entry('p', 'a', 'current')])),
    classes: new Map([
      ['class', { classId: 'class', school: 'b', hasCourseId: change.hasCourseId ?? false }],
    ]),
    teachers,
  });
  return {
    found: sightings.map(({ schools, sign }) => [...schools, sign]),
    excluded,
    collides: isCollision('class', 'a'),
  };
};
const nothing = { found: [], excluded: {}, collides: false };
const joint = (sign: string) => ({ found: [['a', 'b', sign]], excluded: {}, collides: false });

test('a class that the host alone teaches has visitors, and is no joint structure', () => {
  expect(find([teacher('x', 'b')])).toEqual(nothing);
});

test('students and teachers of both under one id, and nothing that speaks for it: two classes with one number', () => {
  expect(find([teacher('x', 'b'), teacher('y', 'a')])).toEqual({
    found: [],
    excluded: { 'same-id-only': 1 },
    collides: true,
  });
});

test('a teacher whom both employ speaks for it', () => {
  expect(find([teacher('x', 'b'), teacher('x', 'a')])).toEqual(joint('shared-teacher'));
});

test('a teacher whom both employed, one after the other, does not', () => {
  const before = teacher('x', 'b', days('2022-09-01', '2023-08-31'));
  expect(find([before, teacher('x', 'a'), teacher('z', 'b')]).collides).toBe(true);
});

test("a visiting student on the host's roll speaks for it", () => {
  const entries = [entry('p', 'a', 'current'), entry('p', 'b', 'guest')];
  expect(find([teacher('x', 'b'), teacher('y', 'a')], { entries })).toEqual(joint('shared-students'));
});

test('a shared course id speaks for it', () => {
  expect(find([teacher('x', 'b'), teacher('y', 'a')], { hasCourseId: true })).toEqual(
    joint('shared-course-id'),
  );
});

test('a student who left b for a, still on the list, makes nothing of it', () => {
  const entries = [
    entry('p', 'b', 'current', '2022-09-01', '2023-10-01'),
    entry('p', 'a', 'current', '2023-10-02', '2024-08-31'),
  ];
  expect(find([teacher('x', 'b'), teacher('x', 'a')], { entries })).toEqual(nothing);
});
