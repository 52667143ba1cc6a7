import { createCity } from '@collegial/sample-city';
import type { Store } from '@collegial/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolment, qualifications, result, school, student } from '../__fixtures__/records.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { indicator } from '../evaluate/resolve-indicators.ts';
import { subjectResiduals } from './subject-residuals.ts';

/**
 * Year 11 of 2023/24 at schools a and b, each with three students who take language, mathematics and art. Everybody has their own level in language, a grade more in
 * art, and the same in mathematics at a; at b a grade less. So mathematics of b is half a grade below, and of a half a grade above, as in the
 * hand calculation beside `subjectResiduals` of the statistics. Max has language alone, Nia is in Year 10.
 */
const levels = { a1: 3, a2: 4, a3: 5, b1: 4, b2: 5, b3: 6 };
const year11 = { enteredOn: '2019-09-01', yearGroup: 11, yearGroupIn: 2023 } as const;
let store: Store;
beforeAll(async () => {
  const people = Object.entries(levels);
  store = await storeOf({
    Organisation: [school('a'), school('b')],
    Student: [...people.map(([id]) => student(id)), student('max'), student('nia')],
    Enrolment: [
      ...people.map(([id]) => enrolment(id, id[0] as string, year11)),
      enrolment('max', 'a', year11),
      enrolment('nia', 'a', { ...year11, yearGroup: 10 }),
    ],
    Qualification: qualifications,
    Assessment: [
      ...people.flatMap(([id, level]) => [
        result(id, 'language', String(level)),
        result(id, 'mathematics', String(id.startsWith('b') ? level - 1 : level)),
        result(id, 'art', String(level + 1)),
      ]),
      // A worse result of the same discount code, a target, and an unknown grade: none of them counts.
      result('a1', 'mathematics', '1', { takenOn: '2023-06-10' }),
      result('a1', 'drama', '9', { kind: 'target' }),
      result('a1', 'music', 'X'),
      result('max', 'language', '9'),
      result('nia', 'language', '9'),
      result('nia', 'mathematics', '1'),
    ],
  });
});
afterAll(() => store.close());

describe('subjectResiduals', () => {
  it('finds mathematics of b half a grade below, and says that three students are too few', async () => {
    const found = await subjectResiduals(store, { period: '2023/24', fewestStudents: 3 });
    expect(
      found.departments.map(({ school, subject, residual }) => [school, subject, residual?.toFixed(6)]),
    ).toEqual([
      ['a', 'art', '-0.250000'],
      ['a', 'language', '-0.250000'],
      ['a', 'mathematics', '0.500000'],
      ['b', 'art', '0.250000'],
      ['b', 'language', '0.250000'],
      ['b', 'mathematics', '-0.500000'],
    ]);
    expect(found.subjects.map(({ subject, leniency }) => [subject, leniency.toFixed(6)])).toEqual([
      ['art', (5 / 6).toFixed(6)],
      ['language', (-1 / 6).toFixed(6)],
      ['mathematics', (-2 / 3).toFixed(6)],
    ]);
    expect(found.counted).toEqual({ students: 6, entries: 18 });
    expect(found.leftOut).toEqual({ students: 1, entries: 1 });
    const few = await subjectResiduals(store, { period: '2023/24', schools: ['b'] });
    expect(few.departments.map(({ words }) => words)).toEqual([
      'art at School b: too few students (3) to tell anything.',
      'language at School b: too few students (3) to tell anything.',
      'mathematics at School b: too few students (3) to tell anything.',
    ]);
    expect(
      few.departments.every(({ adjustedProbability, told }) => adjustedProbability === null && told === null),
    ).toBe(true);
  });

  it('is what the indicator gives with the leniencies found', async () => {
    const { subjects } = await subjectResiduals(store, { period: '2023/24' });
    const leniency = Object.fromEntries(subjects.map((one) => [one.subject, one.leniency]));
    const at = async (parameters: object) =>
      (
        await evaluate(store, {
          indicators: 'achievement.relative-subject-residual',
          scope: ['school:a', 'school:b'],
          period: '2023/24',
          parameters: { 'achievement.relative-subject-residual': parameters },
        })
      ).map(({ value }) => value);
    const [a, b] = await at({ subject: 'mathematics', leniency });
    expect(a).toBeCloseTo(0.5, 3);
    expect(b).toBeCloseTo(-0.5, 3);
    // All take the same subjects, so that the simple figure agrees. Max took language alone and lowers the coverage.
    expect(await at({ subject: 'mathematics' })).toEqual([0.5, -0.5]);
    const [language] = await evaluate(store, {
      indicators: 'achievement.relative-subject-residual',
      scope: 'school:a',
      period: '2023/24',
      parameters: { 'achievement.relative-subject-residual': { subject: 'language' } },
    });
    expect(language).toMatchObject({ coverage: 0.75, value: -0.25, state: { units: 3 } });
  });

  it('refuses a school without results, and a year that is none; an empty year is empty', async () => {
    await expect(subjectResiduals(store, { period: '2023/24', schools: ['z'] })).rejects.toMatchObject({
      code: 'argument.invalid',
    });
    await expect(subjectResiduals(store, { period: '2024' })).rejects.toMatchObject({
      code: 'period.invalid',
    });
    expect((await subjectResiduals(store, { period: '2019/20' })).departments).toEqual([]);
  });

  it('stays out of editions, and says why', () => {
    expect(indicator('achievement.relative-subject-residual').notPublished).toContain('add up to nothing');
  });
});

describe('in the sample city, which plants how lenient each subject is and no weak department', () => {
  /** From the city's own table; art and modern languages are furthest apart. */
  const planted: Record<string, number> = {
    'English Language': 0.05,
    Mathematics: -0.1,
    History: -0.15,
    Geography: -0.05,
    French: -0.35,
    'Computer Science': -0.25,
    'Art and Design': 0.35,
    Music: 0.15,
    'Religious Studies': 0,
  };

  it('finds the leniencies within their errors, and claims no department', async () => {
    const {
      Activity: _,
      ClassEnrolment: __,
      Teaching: ___,
      ...dataset
    } = createCity({ seed: 1, students: 2000 }).dataset;
    const { AttendanceMark: ____, ...records } = dataset;
    const city = await storeOf(records);
    try {
      const { subjects, departments, components } = await subjectResiduals(city, { period: '2023/24' });
      expect(components).toHaveLength(1);
      const known = subjects.filter(({ subject }) => subject in planted);
      expect(known).toHaveLength(9);
      // Leniency is known up to a constant: take the mean off both.
      const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
      const found = mean(known.map(({ leniency }) => leniency));
      const truth = mean(known.map(({ subject }) => planted[subject]!));
      for (const { subject, leniency, standardError } of known)
        expect(Math.abs(leniency - found - (planted[subject]! - truth)) / standardError).toBeLessThan(3.5);
      expect(departments.filter(({ told }) => told !== null)).toEqual([]);
      const tested = departments.filter(
        ({ standing }) => standing !== 'too-few-students' && standing !== 'nothing-to-compare',
      );
      const outside = tested.filter(({ standing }) => standing !== 'not-told-apart').length;
      expect(tested.length).toBeGreaterThan(100);
      expect(outside / tested.length).toBeLessThan(0.09);
    } finally {
      await city.close();
    }
  });
});
