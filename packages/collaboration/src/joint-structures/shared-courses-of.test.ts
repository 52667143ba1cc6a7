import { describe, expect, test } from 'vitest';
import { days } from '../__fixtures__/rolls.ts';
import { observedYears } from '../time/observed-years.ts';
import { jointStructures } from './joint-structure.ts';
import type { CourseClass, SharedCourses } from './read-shared-courses.ts';
import { catalogueSchools, sharedCoursesOf } from './shared-courses-of.ts';

const taught = (school: string, change: Partial<CourseClass> = {}): CourseClass => ({
  classId: `class-${school}`,
  course: 'computing',
  school,
  span: days('2023-09-04', '2024-07-19'),
  ...change,
});
const find = (classes: readonly CourseClass[], change: Partial<SharedCourses> = {}) => {
  const { sightings, excluded } = sharedCoursesOf({
    classes,
    shareWithCourse: new Map(),
    peopleInCommon: new Set(),
    ...change,
  });
  return { found: sightings.map(({ schools, sign, evidence }) => [...schools, sign, ...evidence]), excluded };
};

test('two schools with a class each of one shared course teach it together', () => {
  expect(find([taught('a'), taught('b')])).toEqual({
    found: [['a', 'b', 'shared-course-id', 'class-a', 'class-b']],
    excluded: {},
  });
});

test('three schools are three pairs', () => {
  expect(find([taught('a'), taught('b'), taught('c')]).found).toHaveLength(3);
});

describe('ids that only look shared', () => {
  const numbered = { shareWithCourse: new Map([['b', 0.51]]) };

  test('a school that numbers most of its classes: the id alone says nothing, a person in common does', () => {
    expect(find([taught('a'), taught('b')], numbered)).toEqual({
      found: [],
      excluded: { 'same-id-only': 1 },
    });
    const peopleInCommon = new Set(['computing a b']);
    expect(find([taught('a'), taught('b')], { ...numbered, peopleInCommon }).found).toEqual([
      ['a', 'b', 'people-in-common', 'class-a', 'class-b'],
    ]);
  });

  test('half of the classes with an id is not most of them', () => {
    expect(find([taught('a'), taught('b')], { shareWithCourse: new Map([['b', 0.5]]) }).found).toHaveLength(
      1,
    );
  });

  test('an id at nine schools is from a catalogue, at eight it is not', () => {
    const schools = Array.from({ length: catalogueSchools }, (_, index) => taught(`s${index}`));
    expect(find(schools)).toEqual({ found: [], excluded: { 'same-id-only': 36 } });
    expect(find(schools.slice(1)).found).toHaveLength(28);
  });

  test('classes of different years, and without a day, are none', () => {
    const before = taught('b', { span: days('2022-09-05', '2023-07-21') });
    expect(find([taught('a'), before])).toEqual({ found: [], excluded: { 'not-at-once': 1 } });
    expect(find([taught('a'), taught('b', { span: null })])).toEqual({ found: [], excluded: { undated: 1 } });
  });
});

test('one line for each pair, course and year, with the days that both teach', () => {
  const { sightings } = sharedCoursesOf({
    classes: [
      taught('a'),
      taught('b', { span: days('2023-10-02', '2024-07-05') }),
      taught('b', { classId: 'second', span: days('2023-09-18', '2024-05-24') }),
    ],
    shareWithCourse: new Map(),
    peopleInCommon: new Set(),
  });
  expect(jointStructures(sightings, observedYears([2022, 2023]), [{ from: -1e6, to: 1e7 }])).toEqual([
    {
      schools: ['a', 'b'],
      academicYear: 2023,
      period: '2023/24',
      id: 'computing',
      kind: 'shared-course',
      sign: 'shared-course-id',
      from: '2023-09-18',
      to: '2024-07-05',
      evidence: ['class-a', 'class-b', 'second'],
    },
  ]);
});
