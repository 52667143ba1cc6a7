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
import { fiveGoodPasses } from './five-good-passes.ts';

/**
 * Year 11 of 2023/24. At school a:
 * - Ann: language 6, literature 7, mathematics 5, science 6-5, history 7, French 4, geography 8, art 5, music 4.
 *   Attainment 8: English 2 × 7 = 14; mathematics 2 × 5 = 10; EBacc 8 + 7 + 5.5 = 20.5 (science is 5.5 twice); open: language 6, the other
 *   science 5.5, art 5 = 16.5. Together 61.
 * - Ben: language 4, mathematics 2 in Year 10 and 3 in Year 11, history 2, French U, art 6, liberal studies 9 (in no slot).
 *   English 4 (literature was not taken), mathematics 2 × 3 = 6, EBacc 2 + 0, open 6. Together 18. Passes: 5 of any kind, 3 good ones.
 * - Cem: nothing: 0. · Dora: unreformed: language A = 7, mathematics C = 2 × 4, art B = 5.5. Together 20.5; 3 passes.
 * At school b: Eve: language 5, mathematics 4, science 4-3 (one of two awards at 4), art 4, music 4: 5 + 8 + 3.5 + 3.5 + 8 = 28; 5 good passes.
 * At school d: Ian, who has a 5 in language, history, art, music and drama, and none in mathematics. At school e: Joe, with liberal studies alone.
 * Ann is a guest at school b. Fay left school b in December. Gil is in Year 10 there and has a 9.
 */
let store: Store;
const year11 = { enteredOn: '2019-09-01', yearGroup: 11, yearGroupIn: 2023 } as const;
const old = { gradeScheme: 'gcse-a-star-u' } as const;
beforeAll(async () => {
  store = await storeOf({
    Organisation: [school('a'), school('b'), school('c'), school('d'), school('e')],
    SchoolGroup: [{ id: 'G', name: 'Group G' }],
    GroupMember: [member('G', 'a'), member('G', 'b'), member('G', 'c')],
    Student: ['ann', 'ben', 'cem', 'dora', 'eve', 'fay', 'gil', 'ian', 'joe'].map((id) => student(id)),
    StudentCharacteristic: [
      characteristic('ann', 'disadvantaged', 'no'),
      characteristic('ben', 'disadvantaged', 'yes'),
      characteristic('cem', 'disadvantaged', 'yes'),
      characteristic('dora', 'disadvantaged', 'no'),
    ],
    Enrolment: [
      ...['ann', 'ben', 'cem', 'dora'].map((id) => enrolment(id, 'a', year11)),
      enrolment('ann', 'b', { ...year11, status: 'guest' }),
      enrolment('eve', 'b', year11),
      enrolment('ian', 'd', year11),
      enrolment('joe', 'e', year11),
      enrolment('fay', 'b', { ...year11, leftOn: '2023-12-20' }),
      enrolment('gil', 'b', { ...year11, yearGroup: 10 }),
    ],
    Qualification: qualifications,
    Assessment: [
      result('ann', 'language', '6'),
      result('ann', 'literature', '7'),
      result('ann', 'mathematics', '5'),
      result('ann', 'science', '6-5'),
      result('ann', 'history', '7'),
      result('ann', 'french', '4'),
      result('ann', 'geography', '8'),
      result('ann', 'art', '5'),
      result('ann', 'music', '4'),
      result('ben', 'language', '4'),
      result('ben', 'mathematics', '2', { takenOn: '2023-06-10' }),
      result('ben', 'mathematics', '3'),
      result('ben', 'history', '2'),
      result('ben', 'french', 'U'),
      result('ben', 'art', '6'),
      result('ben', 'liberal-studies', '9'),
      result('ben', 'music', 'X'),
      result('ben', 'music', '9', { takenOn: '2025-06-10' }),
      result('ben', 'drama', '9', { kind: 'target' }),
      result('dora', 'language', 'A', old),
      result('dora', 'mathematics', 'C', old),
      result('dora', 'art', 'B', old),
      result('eve', 'language', '5'),
      result('eve', 'mathematics', '4'),
      result('eve', 'science', '4-3'),
      result('eve', 'art', '4'),
      result('eve', 'music', '4'),
      ...['language', 'history', 'art', 'music', 'drama'].map((subject) => result('ian', subject, '5')),
      result('joe', 'liberal-studies', '9'),
      result('fay', 'mathematics', '9'),
      result('gil', 'mathematics', '9'),
    ],
  });
});
afterAll(() => store.close());

const scope = ['school:a', 'school:b', 'group:G'];
const values = async (indicator: string, parameters: object = {}) =>
  (
    await evaluate(store, {
      indicators: indicator,
      scope,
      period: '2023/24',
      parameters: { [indicator]: parameters },
    })
  ).map(({ value }) => value);

group('Attainment 8', () => {
  it('is 61, 18, 0 and 20.5 at the one school, 28 at the other', async () => {
    expect(await values('achievement.attainment-8')).toEqual([99.5 / 4, 28, 127.5 / 5]);
  });

  it('keeps exact sums, and says that three of four have results', async () => {
    const [first] = await evaluate(store, {
      indicators: 'achievement.attainment-8',
      scope,
      period: '2023/24',
    });
    expect(first).toMatchObject({
      state: { units: 4, sum: 995_000, sumOfSquares: (61 ** 2 + 18 ** 2 + 20.5 ** 2) * 10_000 },
      coverage: 0.75,
      flags: ['few-units', 'partial-coverage'],
    });
  });

  it('is 0, not missing, for a student whose only result fills no slot', async () => {
    const [result] = await evaluate(store, {
      indicators: 'achievement.attainment-8',
      scope: 'school:e',
      period: '2023/24',
    });
    expect(result).toMatchObject({ value: 0, coverage: 1, flags: ['few-units'] });
  });

  it('has nothing for a school without Year 11, and a flag for a year before the points came', async () => {
    const results = await evaluate(store, {
      indicators: 'achievement.attainment-8',
      scope: 'school:c',
      period: ['2015/16', '2023/24'],
    });
    expect(results).toMatchObject([
      { value: null, interval: null, coverage: null, flags: ['no-data', 'definition-not-valid'] },
      { value: null, flags: ['no-data'] },
    ]);
  });
});

group('five passes', () => {
  it('counts a double award twice, a discount code once, and combined science 4-3 as one good pass', async () => {
    expect(await values('achievement.five-good-passes')).toEqual([1 / 4, 1, 2 / 5]);
    expect(await values('achievement.five-passes')).toEqual([2 / 4, 1, 3 / 5]);
  });

  it('can ask for English and mathematics among them', async () => {
    const parameters = { withEnglishAndMathematics: true };
    expect(await values('achievement.five-good-passes', parameters)).toEqual([1 / 4, 1, 2 / 5]);
    expect(await values('achievement.five-passes', parameters)).toEqual([2 / 4, 1, 3 / 5]);
    const ofIan = async (given: object) =>
      (
        await evaluate(store, {
          indicators: fiveGoodPasses,
          scope: 'school:d',
          parameters: { [fiveGoodPasses.id]: given },
        })
      )[0]?.value;
    expect([await ofIan({}), await ofIan(parameters)]).toEqual([1, 0]);
  });
});

group('disadvantage gap', () => {
  it('is (61 + 20.5) / 2 − (18 + 0) / 2 = 31.75; who is not known counts in neither', async () => {
    const results = await evaluate(store, {
      indicators: 'achievement.disadvantage-gap',
      scope,
      period: '2023/24',
    });
    expect(results[0]).toMatchObject({
      value: 31.75,
      state: { units: 4, compared: { units: 2, sum: 180_000 }, others: { units: 2, sum: 815_000 } },
    });
    expect(results[1]).toMatchObject({ value: null, coverage: 0, flags: ['no-data'] });
    expect(results[2]).toMatchObject({ value: 31.75, coverage: 3 / 5 });
  });
});

group('between-school spread', () => {
  it('is half of 28 − 24.875 for two schools, or 0.8 of it between deciles; a school alone has none', async () => {
    expect(await values('achievement.between-school-spread')).toEqual([null, null, 3.125 / 2]);
    const [, , deciles] = await values('achievement.between-school-spread', { statistic: 'p90-p10' });
    expect(deciles).toBeCloseTo(2.5, 12);
  });

  it('holds the mean and the number of students of each school', async () => {
    const [, , area] = await evaluate(store, {
      indicators: 'achievement.between-school-spread',
      scope,
      period: '2023/24',
    });
    expect(area?.state).toMatchObject({
      units: 5,
      schools: [
        { id: 'a', value: 24.875, weight: 4 },
        { id: 'b', value: 28, weight: 1 },
      ],
    });
  });
});
