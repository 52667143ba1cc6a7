import { describe, expect, test } from 'vitest';
import { btecLevel2 } from './btec-level-2.ts';
import { gcse9To1 } from './gcse-9-to-1.ts';
import { gcseAStarToU } from './gcse-a-star-to-u.ts';
import { gcseCombinedScience } from './gcse-combined-science.ts';
import { gradeOf } from './grade-of.ts';
import type { GradeScheme } from './grade-scheme.ts';
import { gradeScheme, gradeSchemes } from './grade-schemes.ts';

const gradesOf = (scheme: GradeScheme) => scheme.grades.map(({ grade }) => grade).join(' ');
const pointsOf = (scheme: GradeScheme) => scheme.grades.map(({ points }) => points);
const attainment8Of = (scheme: GradeScheme) =>
  scheme.grades.map(({ attainment8Points }) => attainment8Points);

test('ids are unique and find their scheme', () => {
  expect(new Set(gradeSchemes.map(({ id }) => id)).size).toBe(gradeSchemes.length);
  for (const scheme of gradeSchemes) expect(gradeScheme(scheme.id)).toBe(scheme);
  expect(gradeScheme('gcse')).toBeUndefined();
});

describe.each(gradeSchemes.map((scheme) => [scheme.id, scheme] as const))('%s', (_id, scheme) => {
  test('ranks run from 0 and points rise with them', () => {
    expect(scheme.grades.map(({ rank }) => rank)).toEqual(scheme.grades.map((_, index) => index));
    expect(pointsOf(scheme)).toEqual([...new Set(pointsOf(scheme))].sort((a, b) => a - b));
  });

  test('every spelling is read as its own grade', () => {
    const spellings = scheme.grades.flatMap(({ grade, aliases = [] }) => [grade, ...aliases]);
    expect(new Set(spellings).size).toBe(spellings.length);
    for (const grade of scheme.grades) {
      for (const spelling of [grade.grade, ...(grade.aliases ?? [])]) {
        expect(gradeOf(scheme, spelling)).toBe(grade);
      }
    }
  });

  test('thresholds are grades of the scheme that pass, the stricter above the laxer', () => {
    const thresholds = [scheme.anyPass, scheme.goodPass, scheme.strongPass].filter(
      (text) => text !== undefined,
    );
    const grades = thresholds.map((text) => gradeOf(scheme, text));
    expect(grades.every((grade) => grade?.pass)).toBe(true);
    expect(grades.map((grade) => grade?.rank)).toEqual(
      grades.map((grade) => grade?.rank ?? -1).sort((a, b) => a - b),
    );
  });
});

test('GCSE A*–U: 58-point scale, and its place on the scale of 9–1', () => {
  expect(gradesOf(gcseAStarToU)).toBe('U G F E D C B A A*');
  expect(pointsOf(gcseAStarToU)).toEqual([0, 16, 22, 28, 34, 40, 46, 52, 58]);
  expect(attainment8Of(gcseAStarToU)).toEqual([0, 1, 1.5, 2, 3, 4, 5.5, 7, 8.5]);
});

test('GCSE 9–1: a grade is worth its number', () => {
  expect(gradesOf(gcse9To1)).toBe('U 1 2 3 4 5 6 7 8 9');
  expect(pointsOf(gcse9To1)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(attainment8Of(gcse9To1)).toEqual(pointsOf(gcse9To1));
});

test('combined science: seventeen pairs and U-U, each the mean of its two grades', () => {
  expect(gradesOf(gcseCombinedScience)).toBe(
    'U-U 1-1 2-1 2-2 3-2 3-3 4-3 4-4 5-4 5-5 6-5 6-6 7-6 7-7 8-7 8-8 9-8 9-9',
  );
  expect(gradeOf(gcseCombinedScience, '5-4')).toMatchObject({
    points: 4.5,
    attainment8Points: 4.5,
    pass: true,
  });
  expect(gradeOf(gcseCombinedScience, '9-9')?.points).toBe(9);
  expect(gcseCombinedScience.size).toBe(2);
});

test('BTEC: the points of the unreformed GCSE grades, the lowest between F and G', () => {
  const gcse = (text: string) => gradeOf(gcseAStarToU, text)?.attainment8Points ?? Number.NaN;
  expect(gradesOf(btecLevel2)).toBe('U L1P L1M L1D L2P L2M L2D L2D*');
  expect(pointsOf(btecLevel2)).toEqual([0, 1.25, 2, 3, 4, 5.5, 7, 8.5]);
  expect(pointsOf(btecLevel2)).toEqual([
    0,
    (gcse('F') + gcse('G')) / 2,
    ...['E', 'D', 'C', 'B', 'A', 'A*'].map(gcse),
  ]);
});

test('A level: ten points to a grade', () => {
  const scheme = gradeScheme('a-level');
  expect(scheme?.grades.map(({ grade, points }) => `${grade}=${points}`).join(' ')).toBe(
    'U=0 E=10 D=20 C=30 B=40 A=50 A*=60',
  );
});

test('key stage 2 teacher assessment: expected standard and above pass', () => {
  for (const id of ['ks2-teacher-assessment', 'ks2-teacher-assessment-interim']) {
    const passes = gradeScheme(id)?.grades.filter(({ pass }) => pass);
    expect(passes?.map(({ grade }) => grade)).toEqual(['EXS', 'GDS']);
  }
});
