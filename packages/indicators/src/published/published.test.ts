import type { EntityInput } from '@collegial/model';
import type { Store } from '@collegial/store';
import { afterAll, beforeAll, expect, describe as group, it } from 'vitest';
import { school } from '../__fixtures__/records.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { areaFigure, spreadOf } from '../state/area-figure.ts';

const figure = (
  organisationId: string,
  measure: string,
  value: number | null,
  more: Partial<EntityInput<'SchoolMeasure'>> = {},
): EntityInput<'SchoolMeasure'> => ({
  organisationId,
  academicYear: 2018,
  measure,
  publication: 'ks4-final',
  value,
  ...more,
});
const link = (
  organisationId: string,
  relatedId: string,
  kind: 'trust' | 'sponsor',
  validFrom: string,
  validTo?: string,
): EntityInput<'OrganisationLink'> => ({
  id: `${organisationId} ${relatedId} ${validFrom}`,
  organisationId,
  relatedId,
  kind,
  validFrom,
  ...(validTo === undefined ? {} : { validTo }),
});

/**
 * Trust T in 2018/19: a (Attainment 8 of 50, 100 students), b (40, 300 students), c (suppressed), d (no entries); e joined in 2020. School b is
 * linked to the trust twice, and under a sponsor. Trust U: a until August 2017 only.
 */
let store: Store;
beforeAll(async () => {
  store = await storeOf({
    Organisation: [
      ...['a', 'b', 'c', 'd', 'e'].map(school),
      { id: 'T', kind: 'trust', name: 'Trust T' },
      { id: 'U', kind: 'trust', name: 'Trust U' },
      { id: 'S', kind: 'sponsor', name: 'Sponsor S' },
    ],
    OrganisationLink: [
      link('a', 'U', 'trust', '2012-09-01', '2017-08-31'),
      link('a', 'T', 'trust', '2017-09-01'),
      link('b', 'T', 'trust', '2015-01-01'),
      link('b', 'T', 'trust', '2016-01-01'),
      link('b', 'S', 'sponsor', '2015-01-01'),
      link('c', 'T', 'trust', '2015-01-01'),
      link('d', 'T', 'trust', '2015-01-01'),
      link('e', 'T', 'trust', '2020-09-01'),
    ],
    SchoolMeasure: [
      figure('a', 'attainment-8', 50, { denominator: 100 }),
      figure('a', 'attainment-8', 99, {
        publication: 'ks4-provisional',
        denominator: 90,
        publishedOn: '2019-10-15',
      }),
      figure('a', 'attainment-8', 33, { subgroup: 'disadvantaged', denominator: 10 }),
      figure('b', 'attainment-8', 40),
      figure('b', 'attainment-8', 41, {
        publication: 'ks4-provisional',
        denominator: 300,
        publishedOn: '2019-10-15',
      }),
      figure('c', 'attainment-8', null, { symbol: 'SUPP' }),
      figure('d', 'attainment-8', null, { symbol: 'NE' }),
      figure('e', 'attainment-8', 60, { denominator: 100 }),
      figure('a', 'progress-8', 0.5, { denominator: 95 }),
      figure('b', 'progress-8', -0.5),
      figure('a', 'absence-rate', 0.05, { publication: 'absence' }),
      figure('b', 'absence-rate', 0.07, { publication: 'absence' }),
    ],
  });
});
afterAll(() => store.close());

group('published figures of a trust', () => {
  it('weigh by students, 50 × 100 and 40 × 300 of 400, the final figure before the provisional one', async () => {
    const [result] = await evaluate(store, {
      indicators: 'published.attainment-8',
      scope: 'trust:T',
      period: '2018/19',
    });
    expect(result).toMatchObject({
      value: 42.5,
      coverage: 2 / 3,
      flags: ['few-units', 'partial-coverage', 'suppressed-at-source'],
      state: {
        units: 2,
        keySum: 0,
        schools: [
          { id: 'a', value: 50, weight: 100 },
          { id: 'b', value: 40, weight: 300 },
        ],
      },
    });
    expect(result?.state.kind === 'area' && spreadOf(result.state)).toMatchObject({
      schools: 2,
      standardDeviation: 5,
      weighting: 'all',
    });
  });

  it('count each school once, and say so, where a number of students is missing', async () => {
    const results = await evaluate(store, {
      indicators: ['published.progress-8', 'published.absence'],
      scope: 'trust:T',
    });
    expect(results).toMatchObject([
      { value: 0, flags: ['few-units', 'unweighted'] },
      { flags: ['few-units', 'unweighted'], coverage: 1 },
    ]);
    expect(results[1]?.value).toBeCloseTo(0.06, 12);
  });

  it('give the value of a single school as it was published', () => {
    const schools = [{ id: 'a', value: -0.08, weight: 177 }];
    expect(areaFigure({ kind: 'area', units: 1, keySum: 0, schools }, 'mean')).toBe(-0.08);
  });

  it('weigh by the schools whose number of students is known, where that is most of them, and say so', () => {
    const schools = [
      { id: 'a', value: 50, weight: 100 },
      { id: 'b', value: 40, weight: 300 },
      { id: 'c', value: 0.7, weight: 0 },
    ];
    const state = { kind: 'area', units: 3, keySum: 0, schools } as const;
    expect(spreadOf(state)).toMatchObject({ weighting: 'most', mean: 42.5, schools: 3, lowest: 0.7 });
    const few = { ...state, units: 2, schools: schools.slice(1) };
    expect(spreadOf(few)).toMatchObject({ weighting: 'none', mean: 20.35 });
  });

  it('take the schools that were members on the last day of the year, or on the day that is given', async () => {
    const of = async (asOf?: string) => {
      const results = await evaluate(store, {
        indicators: 'published.attainment-8',
        scope: 'trust:*',
        ...(asOf === undefined ? {} : { asOf }),
      });
      return results.map(({ scope, state }) => [
        scope.id,
        state.kind === 'area' ? state.schools.map(({ id }) => id).join('') : '',
      ]);
    };
    expect(await of()).toEqual([['T', 'ab']]);
    expect(await of('2024-09-01')).toEqual([['T', 'abe']]);
    expect(await of('2016-09-01')).toEqual([
      ['T', 'b'],
      ['U', 'a'],
    ]);
  });

  it('count a school under a sponsor there too', async () => {
    const [result] = await evaluate(store, { indicators: 'published.attainment-8', scope: 'sponsor:S' });
    expect(result).toMatchObject({ value: 40, state: { units: 1 } });
  });

  it('give the spread, another subgroup or another publication as parameters ask', async () => {
    const value = async (parameters: object) =>
      (
        await evaluate(store, {
          indicators: 'published.attainment-8',
          scope: 'trust:T',
          parameters: { 'published.attainment-8': parameters },
        })
      )[0]?.value;
    expect(await value({ statistic: 'sd' })).toBe(5);
    expect(await value({ subgroup: 'disadvantaged' })).toBe(33);
    expect(await value({ publication: 'ks4-provisional' })).toBeCloseTo((99 * 90 + 41 * 300) / 390, 12);
  });
});
