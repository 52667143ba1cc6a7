import type { EntityInput, IndicatorResult, ModelState } from '@collegial/model';
import { seededRandom } from '@collegial/statistics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  characteristic,
  enrolment,
  member,
  qualifications,
  school,
  student,
} from '../__fixtures__/records.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { describe as describeState } from '../state/describe.ts';
import { merge } from '../state/merge.ts';
import { fewestReferenceSchools, modelReference } from '../state/model-reference.ts';
import { contextualValueAdded } from './contextual-value-added.ts';
import { valueAdded } from './value-added.ts';

const schools = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const strangers = ['x', 'y'];
/** Grades that the students of a school get above what their prior attainment says. */
const effects: Record<string, number> = { a: -1.5, b: -0.6, c: 0, d: 0, e: 0.6, f: 1.5, g: 0, x: 4, y: -4 };

interface Made {
  readonly id: string;
  readonly school: string;
  readonly year: number;
  readonly reading: number;
  readonly mathematics: number | null;
  readonly grade: number;
}

/** 24 students in a year of each school, with one result each; each third has no score in mathematics. */
function made(years: readonly number[]): Made[] {
  const random = seededRandom(3);
  return years.flatMap((year) =>
    [...schools, ...strangers].flatMap((at) =>
      Array.from({ length: 24 }, (_, index) => {
        const reading = 88 + Math.floor(28 * random());
        const mathematics =
          index % 3 === 2 ? null : Math.min(120, Math.max(80, reading - 4 + Math.floor(9 * random())));
        const expected = 5 + ((mathematics ?? reading) + reading - 200) / 10;
        const grade = Math.round(expected + (effects[at] ?? 0) + 2.4 * (random() - 0.5));
        return {
          id: `${at}${year}-${index}`,
          school: at,
          year,
          reading,
          mathematics,
          grade: Math.min(9, Math.max(1, grade)),
        };
      }),
    ),
  );
}

const students = made([2022, 2023]);
const baseline = (
  of: Made,
  subject: string,
  points: number,
  takenOn = `${of.year - 5}-05-10`,
): EntityInput<'Assessment'> => ({
  id: `${of.id} ${subject} ${takenOn}`,
  studentId: of.id,
  organisationId: of.school,
  kind: 'baseline',
  subjectId: subject,
  gradeScheme: 'ks2-scaled-score',
  grade: String(points),
  points,
  takenOn,
});
const city = {
  Organisation: [...schools, ...strangers].map(school),
  SchoolGroup: [
    { id: 'G', name: 'G' },
    { id: 'H', name: 'H' },
  ],
  GroupMember: [
    ...schools.slice(0, 4).map((id) => member('G', id)),
    ...['a', 'x'].map((id) => member('H', id)),
  ],
  SharingAgreement: [
    {
      id: 'all',
      title: 'All',
      organisationIds: schools,
      purposes: ['comparison' as const],
      validFrom: '2020-09-01',
    },
    {
      id: 'few',
      title: 'Few',
      organisationIds: ['a', 'b', 'c'],
      purposes: ['comparison' as const],
      validFrom: '2020-09-01',
    },
    {
      id: 'other',
      title: 'Other',
      organisationIds: [...schools, 'x'],
      purposes: ['collaboration' as const],
      validFrom: '2020-09-01',
    },
    {
      id: 'over',
      title: 'Over',
      organisationIds: [...schools, 'x'],
      purposes: ['comparison' as const],
      validFrom: '2010-09-01',
      validTo: '2022-08-31',
    },
  ],
  Student: students.map(({ id }) => student(id, { sex: id.length % 2 === 0 ? 'F' : 'M' })),
  StudentCharacteristic: students
    .filter((_, index) => index % 4 === 0)
    .map(({ id }) => characteristic(id, 'disadvantaged', 'yes')),
  Enrolment: students.map((of) =>
    enrolment(of.id, of.school, {
      enteredOn: `${of.year}-09-01`,
      leftOn: `${of.year + 1}-07-20`,
      yearGroup: 11,
      yearGroupIn: of.year,
    }),
  ),
  Qualification: qualifications,
  Assessment: students.flatMap((of): EntityInput<'Assessment'>[] => [
    baseline(of, 'subject:English', of.reading),
    ...(of.mathematics === null ? [] : [baseline(of, 'subject:Mathematics', of.mathematics)]),
    // A test taken in Year 9 is no prior attainment.
    ...(of.mathematics === null ? [] : [baseline(of, 'subject:Mathematics', 119, `${of.year - 1}-05-10`)]),
    {
      id: `${of.id} result`,
      studentId: of.id,
      organisationId: of.school,
      kind: 'result',
      qualificationId: 'mathematics',
      gradeScheme: 'gcse-9-1',
      grade: String(of.grade),
      takenOn: `${of.year + 1}-06-10`,
    },
  ]),
};

let store: Awaited<ReturnType<typeof storeOf>>;
const scope = [...schools, ...strangers].map((id) => `school:${id}`);
beforeAll(async () => {
  store = await storeOf(city);
});
afterAll(() => store.close());

type Found = Map<string, IndicatorResult>;
const known = new Map<string, Promise<Found>>();
async function read(indicator: string, years: 1 | 3): Promise<Found> {
  const results = await evaluate(store, {
    indicators: indicator,
    scope: [...scope, 'group:G', 'group:H'],
    period: '2023/24',
    parameters: { [indicator]: { years } },
  });
  return new Map(results.map((result) => [result.scope.id, result]));
}
function found(indicator: string, years: 1 | 3 = 1): Promise<Found> {
  const key = `${indicator} ${years}`;
  const results = known.get(key) ?? read(indicator, years);
  known.set(key, results);
  return results;
}

describe('value-added', () => {
  it('adds up prior attainment and Attainment 8 as a row-wise count does', async () => {
    const results = await found('achievement.value-added');
    for (const id of schools) {
      const own = students.filter((of) => of.school === id && of.year === 2023);
      const rows = own.map(({ reading, mathematics, grade }) => {
        const prior = (mathematics === null ? reading : (reading + mathematics) / 2) - 100;
        return [1, 100 * prior, Math.round(prior * prior), 0, 0, 200 * grade];
      });
      const products = rows[0]!.flatMap((_, i) =>
        rows[0]!.slice(i).map((__, offset) => rows.reduce((sum, row) => sum + row[i]! * row[i + offset]!, 0)),
      );
      const state = results.get(id)!.state as ModelState;
      expect(state.cohorts).toMatchObject([{ school: id, cohort: 2023, rows: 24 }]);
      expect(state.cohorts[0]!.products).toEqual(products);
    }
  });

  it('finds the schools that were made better and worse, with intervals that leave out 0', async () => {
    const results = await found('achievement.value-added');
    const value = (id: string) => results.get(id)!.value!;
    expect([...schools].sort((p, q) => value(p) - value(q))[0]).toBe('a');
    expect([...schools].sort((p, q) => value(q) - value(p))[0]).toBe('f');
    expect(results.get('a')!.interval!.upper).toBeLessThan(0);
    expect(results.get('f')!.interval!.lower).toBeGreaterThan(0);
    // Attainment 8 counts a grade of mathematics twice.
    expect(value('f') - value('a')).toBeGreaterThan(4);
    expect(value('f') - value('a')).toBeLessThan(2 * 3.4);
    expect(results.get('a')!.flags).toEqual([]);
  });

  it('gives a group the mean of its schools by students', async () => {
    const results = await found('achievement.value-added');
    const own = ['a', 'b', 'c', 'd'].map((id) => results.get(id)!);
    expect(results.get('G')!.value).toBeCloseTo(
      own.reduce((sum, { value }) => sum + value! / 4, 0),
      10,
    );
    expect(results.get('G')!.state).toEqual(merge(own.map(({ state }) => state)));
    const width = ({ interval }: IndicatorResult) => interval!.upper - interval!.lower;
    expect(width(results.get('G')!)).toBeLessThan(width(own[0]!));
  });

  it('compares within the widest agreement for comparison in force, and with nobody outside one', async () => {
    const results = await found('achievement.value-added');
    for (const id of ['x', 'y', 'H'])
      expect(results.get(id)).toMatchObject({ value: null, interval: null, flags: ['no-reference'] });
    // The strangers' grades, four above and below, have no part in it.
    const states = schools.map((id) => results.get(id)!.state as ModelState);
    const { effects: own } = modelReference(valueAdded.kind as never, merge(states))!;
    for (const id of schools) expect(results.get(id)!.value).toBe(own.get(id)!.estimate);
  });

  it('needs five schools', () => {
    const empty = (count: number): ModelState => ({
      kind: 'model',
      units: 0,
      keySum: 0,
      cohorts: Array.from({ length: count }, (_, index) => ({
        school: String(index),
        cohort: 2023,
        rows: 1,
        products: [1],
      })),
    });
    expect(modelReference(valueAdded.kind as never, empty(fewestReferenceSchools - 1))).toBeNull();
  });

  it('takes three years together when asked to, each about its own mean', async () => {
    const [one, three] = [await found('achievement.value-added'), await found('achievement.value-added', 3)];
    const state = three.get('a')!.state as ModelState;
    expect(state.cohorts.map(({ cohort, rows }) => [cohort, rows])).toEqual([
      [2022, 24],
      [2023, 24],
    ]);
    // What is known of a school's effect, as a share of what schools differ by: more students, more of it.
    const known = (results: Found) => {
      const population = merge(schools.map((id) => results.get(id)!.state as ModelState));
      const { fit } = modelReference(valueAdded.kind as never, population)!;
      const [{ comparativeSds: [deviation = 0] = [] } = {}] = fit.effects[0]!.groups;
      return 1 - deviation ** 2 / fit.random[0]!.covariance[0]![0]!;
    };
    expect(known(three)).toBeGreaterThan(known(one));
    // No year after the last one that has students of its own.
    expect(
      await evaluate(store, {
        indicators: 'achievement.value-added',
        scope: 'school:a',
        parameters: { 'achievement.value-added': { years: 3 } },
      }),
    ).toHaveLength(2);
  });

  it('is the same at any number of threads and in any order of the records', async () => {
    const plain = (results: Map<string, IndicatorResult>) =>
      [...results.values()].map(({ value, interval, state }) => ({
        value,
        interval,
        cohorts: (state as ModelState).cohorts,
      }));
    const expected = plain(await found('achievement.contextual-value-added'));
    for (const threads of [1, 4]) {
      const turned = Object.fromEntries(
        Object.entries(city).map(([entity, records]) => [entity, [...records].reverse()]),
      );
      const other = await storeOf(turned as never, { threads });
      const results = await evaluate(other, {
        indicators: contextualValueAdded,
        scope: [...scope, 'group:G', 'group:H'],
        period: '2023/24',
      });
      expect(plain(new Map(results.map((result) => [result.scope.id, result])))).toEqual(expected);
      await other.close();
    }
  });

  it('cannot be had from a state of its own alone but for a population', async () => {
    const results = await found('achievement.value-added');
    expect(describeState(valueAdded, results.get('a')!.state).value).toBeNull();
    const all = merge(schools.map((id) => results.get(id)!.state));
    expect(describeState(valueAdded, all).value).toBeCloseTo(0, 6);
  });
});

describe('beside value-added', () => {
  it('contextual value-added leaves out what never varies, and is of the same schools', async () => {
    const results = await found('achievement.contextual-value-added');
    const states = schools.map((id) => results.get(id)!.state as ModelState);
    const { leftOut, fit } = modelReference(contextualValueAdded.kind as never, merge(states))!;
    expect(leftOut).toEqual(expect.arrayContaining(['looked_after', 'sen_plan', 'ethnicity_asian']));
    expect(fit.fixed.map(({ column }) => column)).toEqual(
      expect.arrayContaining(['prior', 'girl', 'disadvantaged', 'prior: mean of school']),
    );
    expect(results.get('f')!.value).toBeGreaterThan(results.get('a')!.value!);
  });

  it('the share of schools that can be told apart is honest', async () => {
    const results = await found('achievement.value-added-told-apart');
    const { value } = results.get('G')!;
    // Of a (−1.5), b (−0.6), c and d (0), a differs from three; whether it shows depends on the size of the schools.
    expect(value! * 6).toBeCloseTo(Math.round(value! * 6), 10);
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThan(1);
    expect(results.get('a')!.value).toBeNull();
  });

  it('the stability is high where schools are made to differ in the same way in both years', async () => {
    const results = await found('achievement.value-added-stability', 3);
    const { value, interval, state } = results.get('G')!;
    expect(value).toBeGreaterThan(0.8);
    expect(value).toBeLessThanOrEqual(1);
    expect(interval).toBeNull();
    expect((state as ModelState).cohorts).toHaveLength(8);
    expect(results.get('a')!.value).toBeNull();
  });
});
