import { formatAcademicYear, type IndicatorResult, type ResultFlag } from '@collegial/model';
import { describe, expect, it } from 'vitest';
import { causalWords } from '../effect/words/causal-words.ts';
import { figureError } from './figure-error.ts';
import { funnelOf } from './funnel-of.ts';
import { trendOf, trendsOf } from './trends-of.ts';

const base = { version: 1, subgroup: null, spread: null, coverage: 1, snapshot: 's' } as const;

/** A share of people at a school. */
const share = (
  id: string,
  numerator: number,
  denominator: number,
  more: Partial<IndicatorResult> = {},
): IndicatorResult => ({
  ...base,
  indicator: 'presence.persistent-absence',
  scope: { kind: 'school', id },
  period: '2023/24',
  state: {
    kind: 'ratio',
    units: denominator,
    keySum: 0,
    numerator,
    denominator,
    squares: { numerator, products: numerator, denominator },
  },
  value: denominator === 0 ? null : numerator / denominator,
  interval: { lower: 0, upper: 1 },
  flags: [],
  ...more,
});

/** A mean of students with a standard deviation, in a year. */
const meanOf = (
  year: number,
  value: number,
  { units = 100, deviation = 10, flags = [] as ResultFlag[], id = 'a' } = {},
): IndicatorResult => ({
  ...base,
  indicator: 'achievement.attainment-8',
  scope: { kind: 'school', id },
  period: formatAcademicYear(year),
  state: {
    kind: 'mean',
    units,
    keySum: 0,
    sum: Math.round(units * value * 10_000),
    sumOfSquares: Math.round((deviation ** 2 * (units - 1) + units * value ** 2) * 10_000),
  },
  value: units === 0 ? null : value,
  interval: { lower: value - 2, upper: value + 2 },
  flags,
});

describe('figureError', () => {
  it('is that of the mean, of a gap that of both sides, else from the interval', () => {
    expect(figureError(meanOf(2023, 40))).toBeCloseTo(1, 6);
    expect(figureError(meanOf(2023, 40, { units: 1 }))).toBeNull();
    const { sum, sumOfSquares } = meanOf(2023, 40).state as { sum: number; sumOfSquares: number };
    const side = { units: 100, sum, sumOfSquares };
    expect(
      figureError({
        ...meanOf(2023, 0),
        state: { kind: 'gap', units: 200, keySum: 0, compared: side, others: side },
      }),
    ).toBeCloseTo(Math.SQRT2, 6);
    expect(
      figureError(share('a', 1, 4, { interval: { lower: 0.1, upper: 0.1 + 2 * 1.959963984540054 } })),
    ).toBeCloseTo(1, 9);
    expect(figureError(share('a', 1, 4, { interval: null }))).toBeNull();
  });
});

describe('funnelOf', () => {
  const steady = Array.from({ length: 30 }, (_, index) => share(`s${index}`, 18 + (index % 5), 100));

  it('names the one school that differs, by exact limits where chance explains the rest', () => {
    const found = funnelOf([...steady, share('other', 45, 100)], { overdispersion: 'none' });
    expect(found.method).toBe('exact');
    expect(
      found.figures.filter(({ standing }) => standing !== 'not-told-apart').map(({ scope }) => scope),
    ).toEqual(['school:other']);
    expect(found.figures.at(-1)?.words).toBe(
      '45.0 %: 24.2 percentage points above 20.8 %, more than chance and the number of comparisons explain.',
    );
    expect(found.words).toBe(
      'Persistent absence, 2023/24: of 31 figures around 20.8 % 1 can be told apart from it; 1 lie beyond the 95 % lines, where about 2 would by chance.',
    );
  });

  it('says that lines were widened where schools differ anyway, and claims nothing then', () => {
    const apart = Array.from({ length: 30 }, (_, index) => share(`s${index}`, 5 + index, 100));
    const found = funnelOf(apart);
    expect(found.widened).toBe('additive');
    expect(found.method).toBe('normal');
    expect(found.words).toContain('schools differ anyway by more than chance (by 7.');
    expect(found.figures.every(({ standing }) => standing === 'not-told-apart')).toBe(true);
    expect(found.figures[0]?.words).toMatch(
      /^5\.0 %: 14\.5 percentage points below 19\.5 %, not more than schools differ anyway/,
    );
  });

  it('leaves out and names what cannot be compared', () => {
    const found = funnelOf([
      ...steady,
      share('small', 1, 4, { flags: ['few-units'] }),
      share('none', 0, 0, { flags: ['no-data'], interval: null }),
    ]);
    expect(found.leftOut).toEqual(['school:small', 'school:none']);
  });

  it('has limits from standard errors for means, and for shares of nobody', () => {
    const means = Array.from({ length: 8 }, (_, index) =>
      meanOf(2023, 40 + (index % 2), { id: `s${index}` }),
    );
    expect(funnelOf(means)).toMatchObject({ method: 'normal', target: expect.closeTo(40.5, 6) });
    const nobody = steady.map((result, index) =>
      share(`s${index}`, 0, 100, { interval: { lower: 0, upper: 0.037 }, flags: result.flags }),
    );
    expect(funnelOf(nobody)).toMatchObject({ target: 0, method: 'normal' });
  });

  it('refuses mixed results, a scope twice, and options that make no sense', () => {
    expect(() => funnelOf([])).toThrow('no results');
    expect(() => funnelOf([steady[0]!, meanOf(2023, 40)])).toThrow('several indicators');
    expect(() => funnelOf([steady[0]!, { ...steady[1]!, period: '2022/23' }])).toThrow('several indicators');
    expect(() => funnelOf([steady[0]!, steady[0]!])).toThrow('twice');
    expect(() => funnelOf([steady[0]!])).toThrow('Fewer than two');
    expect(() => funnelOf(steady, { target: 2 })).toThrow('possible figure');
  });
});

describe('trendsOf', () => {
  const years = (values: readonly number[], options = {}) =>
    values.map((value, index) => meanOf(2010 + index, value, options));

  it('says too short of three years, whatever they are', () => {
    const trend = trendOf(years([30, 40, 50]));
    expect(trend.finding).toBe('too-short');
    expect(trend.words).toBe(
      'Attainment 8, 2010/11 to 2012/13 (3 years): too short to tell a trend from chance.',
    );
  });

  it('finds a rise, with its pace', () => {
    const trend = trendOf(years([40, 41.1, 42, 43.2, 43.9, 45, 46.1]));
    expect(trend.finding).toBe('rising');
    expect(trend.words).toBe(
      'Attainment 8, 2010/11 to 2016/17 (7 years): rising, by about 1.0 points a year, for the better.',
    );
  });

  it('finds a change of level, and does not call it a trend', () => {
    const trend = trendOf(years([40.2, 39.9, 40.1, 40, 48, 48.2, 47.9, 48.1]));
    expect(trend.finding).toBe('level-changed');
    expect(trend.words).toContain('the level changed from 40.0 points to 48.0 points with 2014/15');
    expect(trend.words).toContain('why is another question');
  });

  it('tells nothing from years that differ by chance, and says that this is not nothing', () => {
    const trend = trendOf(years([40, 41, 39.5, 40.5, 40.2, 39.8, 40.6]));
    expect(trend.finding).toBe('nothing-told');
    expect(trend.words).toContain('does not say that there is none');
  });

  it('leaves out years that cannot be compared, with the reason', () => {
    const given = years([40, 41, 42, 43, 44, 45]);
    const trend = trendOf([
      ...given.slice(1),
      { ...given[0]!, version: 0 },
      meanOf(2020, 99, { flags: ['few-units'] }),
    ]);
    expect(trend.leftOut).toEqual([
      { period: '2010/11', why: ['other-version'] },
      { period: '2020/21', why: ['few-units'] },
    ]);
    expect(trend.years).toHaveLength(5);
    expect(trend.words).toContain('Not used: 2010/11, 2020/21.');
  });

  it('allows for the number of series: what one school would show alone is not claimed among many', () => {
    const wobble = (id: string, seed: number) =>
      [40, 41.2, 39.6, 40.9, 39.9, 40.4].map((value, index) =>
        meanOf(2010 + index, value + ((seed * (index + 3)) % 7) / 10, { id }),
      );
    const one = [38.6, 39.3, 40, 40.6, 41.2, 41.9].map((value, index) =>
      meanOf(2010 + index, value, { id: 'one' }),
    );
    expect(trendOf(one).finding).toBe('rising');
    const among = trendsOf([
      ...one,
      ...Array.from({ length: 60 }, (_, seed) => wobble(`s${seed}`, seed)).flat(),
    ]);
    expect(among[0]).toMatchObject({ scope: 'school:one', finding: 'nothing-told' });
    expect(among[0]?.words).toContain('among 61 series some do by chance');
    expect(among).toHaveLength(61);
  });

  it('draws a run chart from ten years on', () => {
    const trend = trendOf(years([40, 41, 40, 41, 40, 48, 47, 48, 47, 48]));
    expect(trend.runs).toMatchObject({ useful: 10, crossings: 1, finding: 'shift' });
    expect(trendOf(years([40, 41, 42, 43])).runs).toBeNull();
  });

  it('refuses a year twice, and several series as one', () => {
    expect(() => trendOf([meanOf(2010, 1), meanOf(2010, 1)])).toThrow('twice');
    expect(() => trendOf([meanOf(2010, 1), meanOf(2010, 1, { id: 'b' })])).toThrow('several series');
    expect(() => trendOf([])).toThrow('no results');
    expect(trendsOf([])).toEqual([]);
  });
});

it('never says why', () => {
  const schools = Array.from({ length: 30 }, (_, index) => share(`s${index}`, 5 + index, 100));
  const series = [
    [40, 41, 42, 43, 44, 45, 46],
    [46, 45, 44, 43, 42, 41, 40],
    [40, 40.1, 39.9, 40, 48, 48.1, 47.9, 48],
    [40, 41, 40, 41, 40, 41],
    [40, 50],
  ].map((values) => values.map((value, index) => meanOf(2010 + index, value)));
  const said = [
    ...(['none', 'additive', 'multiplicative'] as const).flatMap((overdispersion) => {
      const { words, figures } = funnelOf([...schools, share('other', 95, 100)], { overdispersion });
      return [words, ...figures.map((figure) => figure.words)];
    }),
    ...series.map((results) => trendOf(results).words),
  ];
  expect(said.length).toBeGreaterThan(90);
  for (const words of said) for (const claim of causalWords) expect(words).not.toMatch(claim);
});
