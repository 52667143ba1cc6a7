import type { EntityInput } from '@collegial/model';
import type { Store } from '@collegial/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  characteristic,
  enrolment,
  qualifications,
  result,
  school,
  student,
} from '../__fixtures__/records.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { similarSchools } from './similar-schools.ts';

/** Eight schools of 20 students of Year 11; `disadvantaged` of each, and the grade in mathematics that all of them have beside two others. */
const schools: Record<string, { disadvantaged: number; grade: number; unknown?: number }> = {
  ash: { disadvantaged: 2, grade: 6 },
  beech: { disadvantaged: 3, grade: 6 },
  cedar: { disadvantaged: 4, grade: 2 },
  dale: { disadvantaged: 5, grade: 7 },
  elm: { disadvantaged: 12, grade: 5 },
  fir: { disadvantaged: 13, grade: 4 },
  glen: { disadvantaged: 14, grade: 4 },
  hill: { disadvantaged: 2, grade: 6, unknown: 5 },
};
let store: Store;
beforeAll(async () => {
  const people = Object.entries(schools).flatMap(([at, { disadvantaged, grade, unknown = 0 }]) =>
    Array.from({ length: 20 }, (_, index) => ({
      id: `${at}${index}`,
      at,
      disadvantaged: index < unknown ? null : index - unknown < disadvantaged ? 'yes' : 'no',
      grade: grade + (index % 3) - 1,
    })),
  );
  const published = (at: string, value: number): EntityInput<'SchoolMeasure'> => ({
    organisationId: at,
    academicYear: 2023,
    measure: 'free-school-meals',
    publication: 'census',
    value,
  });
  store = await storeOf({
    Organisation: Object.keys(schools).map(school),
    Student: people.map(({ id }) => student(id)),
    StudentCharacteristic: people.flatMap(({ id, disadvantaged }) =>
      disadvantaged === null ? [] : [characteristic(id, 'disadvantaged', disadvantaged)],
    ),
    Enrolment: people.map(({ id, at }) =>
      enrolment(id, at, { enteredOn: '2019-09-01', yearGroup: 11, yearGroupIn: 2023 }),
    ),
    Qualification: qualifications,
    Assessment: people.map(({ id, grade }) => result(id, 'mathematics', String(grade))),
    SchoolMeasure: Object.keys(schools).map((at, index) => published(at, index * 5)),
  });
});
afterAll(() => store.close());

const context = [{ name: 'disadvantaged', share: 'disadvantaged' as const }];

it('finds the nearest by the share of disadvantaged students, with distances, names and how near they are', async () => {
  const found = await similarSchools(store, { school: 'cedar', period: '2023/24', context, count: 3 });
  expect(found.neighbours.map(({ id }) => id)).toEqual(['beech', 'dale', 'ash']);
  // Shares 10, 15, 20, 25, 60, 65, 70: median 25, deviations 15 10 5 0 35 40 45: median 15; scale 22.239.
  expect(found.columns[0]).toMatchObject({
    centre: 25,
    scale: 1.4826 * 15,
    scaleOf: 'median-deviation',
    missing: 1,
  });
  expect(found.neighbours[0]).toMatchObject({
    name: 'School beech',
    distance: expect.closeTo(5 / (1.4826 * 15), 9),
  });
  expect(found.balance).toEqual([
    {
      column: 'disadvantaged',
      own: 20,
      neighbours: expect.closeTo(50 / 3, 9),
      difference: expect.closeTo(-10 / 3 / (1.4826 * 15), 9),
    },
  ]);
  expect(found.words[0]).toMatch(
    /^3 similar schools; the last of them is \d+ % as far away as a school usually is\.$/,
  );
});

it('compares figures with those of the neighbours: what differs, what is usual, and what is not there', async () => {
  const { figures } = await similarSchools(store, {
    school: 'cedar',
    period: '2023/24',
    context,
    count: 3,
    indicators: ['achievement.attainment-8', 'presence.absence-rate'],
  });
  // Mathematics counts double: means of 12, 12 and 14 (± nothing, 20 students each), cedar has 4 less a little: 2 × 1.95.
  const [attainment, absence] = figures;
  expect(attainment?.comparison).toMatchObject({ neighbours: 3, standing: 'unusually-low' });
  expect(attainment?.words).toMatch(
    /^Attainment 8: 3\.9 points, against 12\.6 points on average at 3 similar schools – lower than is usual: schools like these lie from /,
  );
  expect(absence).toMatchObject({
    comparison: null,
    without: 3,
    words: `${absence?.title}: the school has no figure.`,
  });
});

it('leaves out what is not known of too many students, and refuses the school itself then', async () => {
  // A quarter of the students of hill are not known.
  await expect(similarSchools(store, { school: 'hill', period: '2023/24', context })).rejects.toMatchObject({
    code: 'argument.invalid',
    message: expect.stringContaining('circumstances of school “hill”'),
  });
  const meals = { name: 'free meals', published: 'free-school-meals' };
  const found = await similarSchools(store, {
    school: 'hill',
    period: '2023/24',
    context: [...context, meals],
    count: 2,
    leastShare: 0.5,
  });
  expect(found.neighbours.map(({ id, missing }) => [id, missing])).toEqual([
    ['glen', ['disadvantaged']],
    ['fir', ['disadvantaged']],
  ]);
  expect(found.warnings).toContain('own-measure-missing');
  expect(found.words.at(-1)).toBe('Not known of the school itself: disadvantaged.');
});

it('compares sizes by ratio, and shows them as students', async () => {
  const [balance] = (
    await similarSchools(store, {
      school: 'ash',
      period: '2023/24',
      context: [{ name: 'roll', roll: true }],
      count: 2,
    })
  ).balance;
  expect(balance).toMatchObject({
    column: 'roll',
    own: expect.closeTo(20, 9),
    neighbours: expect.closeTo(20, 9),
  });
});

it('takes published measures, and only the schools it is told to look among', async () => {
  const meals = [{ name: 'free meals', published: 'free-school-meals' }];
  const found = await similarSchools(store, { school: 'ash', period: '2023/24', context: meals, count: 2 });
  expect(found.neighbours.map(({ id }) => id)).toEqual(['beech', 'cedar']);
  const among = await similarSchools(store, {
    school: 'ash',
    period: '2023/24',
    context: meals,
    count: 2,
    among: ['fir', 'glen', 'hill'],
  });
  expect(among.neighbours.map(({ id }) => id)).toEqual(['fir', 'glen']);
});

it('refuses context without names of their own, weights or measures', async () => {
  const ask = (measures: typeof context) =>
    similarSchools(store, { school: 'ash', period: '2023/24', context: measures });
  await expect(ask([])).rejects.toThrow('No measure');
  await expect(ask([...context, ...context])).rejects.toThrow('same name');
  await expect(ask([{ ...context[0]!, weight: -1 } as never])).rejects.toThrow('below 0');
  await expect(ask([{ ...context[0]!, weight: 0 } as never])).rejects.toThrow('has a weight');
});
