import type { Store } from '@collegial/store';
import { afterAll, beforeAll, expect, describe as group, it } from 'vitest';
import {
  characteristic,
  enrolment,
  member,
  qualifications,
  result,
  school,
  student,
} from '../__fixtures__/records.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { changeOnStart } from './change-on-start.ts';

/**
 * Two schools of Year 11 in 2023/24, 10 students each; at a the first 6 are disadvantaged, at b the first 2, and of each school's last
 * student it is not known. Results are in English language alone, grade by grade: Attainment 8 is then the points of the grade.
 */
const grades = {
  a: [1, 1, 2, 2, 3, 3, 3, 4, 5, 6],
  b: [4, 5, 5, 6, 6, 7, 7, 8, 9, 9],
} as const;
const disadvantaged = { a: 6, b: 2 } as const;

let store: Store;
beforeAll(async () => {
  const all = (['a', 'b'] as const).flatMap((id) =>
    grades[id].map((grade, at) => ({ id, at, grade, name: `${id}${at}` })),
  );
  store = await storeOf({
    Organisation: [school('a'), school('b'), school('c')],
    SchoolGroup: [{ id: 'G', name: 'North' }],
    GroupMember: [member('G', 'a'), member('G', 'b')],
    Student: all.map(({ name }) => student(name)),
    StudentCharacteristic: all.flatMap(({ id, at, name }) => [
      ...(at === 9 ? [] : [characteristic(name, 'disadvantaged', at < disadvantaged[id] ? 'yes' : 'no')]),
      characteristic(name, 'sen', id === 'a' && at < 3 ? 'support' : at === 4 ? 'plan' : 'none'),
    ]),
    Enrolment: all.map(({ id, name }) => enrolment(name, id, { yearGroup: 11, yearGroupIn: 2023 })),
    Exclusion: ['a0', 'a0', 'a1', 'b3'].map((name, at) => ({
      id: `e${at}`,
      studentId: name,
      organisationId: name[0] as string,
      kind: 'suspension' as const,
      startsOn: `2023-11-${10 + at}`,
      sessions: 2,
    })),
    Qualification: qualifications,
    Assessment: all.map(({ name, grade, id }) =>
      result(name, 'language', `${grade}`, { organisationId: id }),
    ),
  });
});
afterAll(() => store.close());

const of = async (indicator: string, parameters: object = {}, scope = 'group:G') => {
  const [found] = await evaluate(store, {
    indicators: indicator,
    scope,
    period: '2023/24',
    parameters: { [indicator]: parameters },
  });
  return found!;
};

group('segregation by disadvantage', () => {
  const id = 'between-schools.segregation-by-disadvantage';

  it('worked by hand: 6 of 9 at one school, 2 of 9 at the other; who is not known does not count', async () => {
    const found = await of(id, { chance: 'kept' });
    expect(found.interval).toBeNull();
    expect(found.value).toBeCloseTo((Math.abs(6 / 8 - 3 / 10) + Math.abs(2 / 8 - 7 / 10)) / 2, 12);
    expect(found.state).toMatchObject({
      units: 18,
      schools: [
        { id: 'a', value: expect.closeTo(6 / 9, 12), weight: 9 },
        { id: 'b', weight: 9 },
      ],
    });
    expect(found.coverage).toBe(0.9);
    expect((await of(id, { index: 'gorard', chance: 'kept' })).value).toBeCloseTo(0.25, 12);
    expect((await of(id, { index: 'isolation', chance: 'kept' })).value).toBeCloseTo(
      (36 / 9 + 4 / 9) / 8,
      12,
    );
  });

  it('says what chance would give, and takes it off', async () => {
    const [found, kept] = [await of(id), await of(id, { chance: 'kept' })];
    expect(found.chance).toEqual(kept.chance);
    expect(found.chance!.expected).toBeGreaterThan(0.15);
    expect(found.chance!.probability).toBeGreaterThan(0.05);
    expect(found.value!).toBeLessThan(kept.value!);
    expect(found.interval!.lower).toBeLessThan(0.1);
    expect(found.interval!.upper).toBeGreaterThan(found.value!);
  });

  it('of one school there is none', async () => {
    expect(await of(id, {}, 'school:a')).toMatchObject({ value: null, interval: null });
    expect(await of(id, {}, 'school:c')).toMatchObject({ value: null, flags: ['no-data'] });
  });
});

group('concentration', () => {
  it('of need: 5 students of 20; a fifth of the students are 4 of the 10 at a, who have 4 × 0.4 of the 5', async () => {
    expect((await of('between-schools.concentration-of-need')).value).toBeCloseTo((4 * 0.4) / 5, 12);
    expect(
      (
        await of('between-schools.concentration-of-need', {
          need: 'plan',
          index: 'dissimilarity',
          chance: 'kept',
        })
      ).value,
    ).toBe(0);
  });

  it('of exclusion: each suspended student counts once', async () => {
    expect((await of('between-schools.concentration-of-exclusion')).value).toBeCloseTo((4 * 0.2) / 3, 12);
    expect(
      (await of('between-schools.concentration-of-exclusion', { exclusion: 'permanent' })).value,
    ).toBeNull();
  });
});

group('Attainment 8 between schools', () => {
  it('share of variance, from the analysis of variance on paper', async () => {
    const mean = { a: 3, b: 6.6 };
    const within =
      (grades.a.reduce((sum, x) => sum + (x - mean.a) ** 2, 0) +
        grades.b.reduce((sum, x) => sum + (x - mean.b) ** 2, 0)) /
      18;
    const between = 10 * 2 * 1.8 ** 2;
    const found = await of('between-schools.variance-share');
    expect(found.value).toBeCloseTo((between - within) / (between + 9 * within), 9);
    expect(found.interval!.lower).toBeLessThan(found.value!);
  });

  it('gap: within and between add up to it', async () => {
    const parts = Object.fromEntries(
      await Promise.all(
        (['total', 'within', 'between', 'sameSchool'] as const).map(async (part) => [
          part,
          (await of('between-schools.gap-between-schools', { part })).value,
        ]),
      ),
    );
    const [gap] = await evaluate(store, {
      indicators: 'achievement.disadvantage-gap',
      scope: 'group:G',
      period: '2023/24',
    });
    expect(parts.total).toBeCloseTo(gap!.value!, 9);
    expect(parts.within + parts.between).toBeCloseTo(parts.total, 9);
    // means of the nine that are known: a 24/9, b 57/9; others are 3 at a and 7 at b, the disadvantaged 6 and 2
    expect(parts.between).toBeCloseTo(
      (3 * (24 / 9) + 7 * (57 / 9)) / 10 - (6 * (24 / 9) + 2 * (57 / 9)) / 8,
      9,
    );
  });
});

group('schools moving apart', () => {
  it('reads mean and standard error of two years, and takes regression to the mean out', async () => {
    // five schools, two years: means move apart by a tenth
    const ids = ['p', 'q', 'r', 's', 't'];
    const students = ids.flatMap((id, at) =>
      [2021, 2023].flatMap((year) =>
        [0, 1, 2, 3].map((one) => ({
          id,
          year,
          name: `${id}${year}${one}`,
          // 2021: means 1.5, 2.5 … 5.5; 2023: 0.5, 2, 3.5, 5, 6.5
          grade:
            (year === 2021 ? at + 1 : Math.floor(at * 1.5)) +
            (one % 2) +
            (year === 2023 && at % 2 === 1 ? (one < 2 ? 1 : 0) : 0),
        })),
      ),
    );
    const own = await storeOf({
      Organisation: ids.map(school),
      SchoolGroup: [{ id: 'G', name: 'North' }],
      GroupMember: ids.map((id) => member('G', id)),
      Student: students.map(({ name }) => student(name)),
      Enrolment: students.map(({ id, year, name }) =>
        enrolment(name, id, {
          enteredOn: `${year}-09-01`,
          leftOn: `${year + 1}-08-31`,
          yearGroup: 11,
          yearGroupIn: year,
        }),
      ),
      Qualification: qualifications,
      Assessment: students.map(({ name, id, year, grade }) =>
        result(name, 'language', `${grade}`, { organisationId: id, takenOn: `${year + 1}-06-10` }),
      ),
    });
    const [found] = await evaluate(own, { indicators: changeOnStart, scope: 'group:G', period: '2023/24' });
    const state = found!.state;
    expect(state.kind === 'area' && state.schools[0]).toMatchObject({
      id: 'p',
      value: 0.5,
      start: { value: 1.5 },
    });
    // four values, two of them 1 higher: variance 1/3, standard error √(1/12)
    expect(state.kind === 'area' && state.schools[0]!.error).toBeCloseTo(Math.sqrt(1 / 12), 4);
    // covariance of start and end ÷ (variance of the start − its error), less 1
    const [starts, ends] = [
      [1.5, 2.5, 3.5, 4.5, 5.5],
      [0.5, 2, 3.5, 5, 6.5],
    ];
    const covariance = starts!.reduce((sum, x, at) => sum + (x - 3.5) * (ends![at]! - 3.5), 0) / 4;
    expect(found!.value).toBeCloseTo(covariance / (2.5 - 1 / 12) - 1, 3);
    const [none] = await evaluate(own, { indicators: changeOnStart, scope: 'group:G', period: '2021/22' });
    expect(none).toMatchObject({ value: null, flags: expect.arrayContaining(['no-data']) });
    await own.close();
  });
});
