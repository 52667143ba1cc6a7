import type { AreaState, RatioState, State } from '@collegial/model';
import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import { attainment8 } from '../achievement/attainment-8.ts';
import { disadvantageGap } from '../achievement/disadvantage-gap.ts';
import { attendanceRate } from '../presence/attendance-rate.ts';
import { persistentAbsence } from '../presence/persistent-absence.ts';
import { suspensions } from '../presence/suspensions.ts';
import { publishedAttainment8 } from '../published/published-attainment-8.ts';
import { spreadOf } from './area-figure.ts';
import { describe } from './describe.ts';
import { emptyState } from './empty-state.ts';
import { merge } from './merge.ts';

const count = fc.nat(1_000_000);
const base = { units: count, keySum: fc.nat(2 ** 32 - 1) };
const values = fc.record({ units: count, sum: fc.integer(), sumOfSquares: count });
const stateOf = {
  ratio: fc.record({
    kind: fc.constant('ratio' as const),
    ...base,
    numerator: count,
    denominator: count,
    squares: fc.record({ numerator: count, products: count, denominator: count }),
  }),
  mean: fc.record({ kind: fc.constant('mean' as const), ...base, sum: fc.integer(), sumOfSquares: count }),
  gap: fc.record({ kind: fc.constant('gap' as const), ...base, compared: values, others: values }),
};

group('merge', () => {
  it.each(Object.entries(stateOf))(
    'of %s states is the same in any order and grouping, and adding nothing changes nothing',
    (kind, arbitrary) => {
      fc.assert(
        fc.property(fc.array(arbitrary as fc.Arbitrary<State>, { minLength: 1, maxLength: 6 }), (states) => {
          const whole = merge(states);
          expect(merge([...states].reverse())).toEqual(whole);
          expect(merge([merge(states.slice(0, 1)), ...states.slice(1)])).toEqual(whole);
          expect(merge([...states, emptyState({ kind: kind as State['kind'] })])).toEqual(whole);
        }),
      );
    },
  );

  it('of areas puts the schools together by id, and refuses one that is in both', () => {
    const of = (...ids: string[]): AreaState => ({
      kind: 'area',
      units: ids.length,
      keySum: 2 ** 32 - 1,
      schools: ids.map((id) => ({ id, value: 1, weight: 1 })),
    });
    const merged = merge([of('b', 'd'), of('a'), of('c')]);
    expect(merged.schools.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect([merged.units, merged.keySum]).toEqual([4, 2 ** 32 - 3]);
    expect(() => merge([of('a'), of('a')])).toThrow(/in two of the area states/);
  });

  it('refuses nothing, and states of different kinds', () => {
    expect(() => merge([])).toThrow(/no state/);
    expect(() => merge<State>([emptyState({ kind: 'ratio' }), emptyState({ kind: 'mean' })])).toThrow(
      /cannot be merged/,
    );
  });
});

group('describe', () => {
  const ratioState = (
    units: number,
    numerator: number,
    denominator: number,
    squares: RatioState['squares'],
  ): RatioState => ({
    kind: 'ratio',
    units,
    keySum: 0,
    numerator,
    denominator,
    squares,
  });

  it('gives people a Wilson interval', () => {
    const { value, interval } = describe(
      persistentAbsence,
      ratioState(263, 81, 263, { numerator: 81, products: 81, denominator: 263 }),
    );
    expect(value).toBe(81 / 263);
    expect(interval?.lower).toBeCloseTo(0.2553, 4);
    expect(interval?.upper).toBeCloseTo(0.3662, 4);
  });

  it('gives sessions a wider interval than people, since they repeat within a student', () => {
    // 40 students of 20 sessions: every fourth attended 10, the others all
    const squares = { numerator: 10 * 100 + 30 * 400, products: 10 * 200 + 30 * 400, denominator: 40 * 400 };
    const state = ratioState(40, 700, 800, squares);
    const sessions = describe(attendanceRate, state).interval;
    const people = describe(persistentAbsence, state).interval;
    expect(sessions!.upper - sessions!.lower).toBeGreaterThan(2 * (people!.upper - people!.lower));
  });

  it('gives events per 100', () => {
    const { value, interval } = describe(
      suspensions,
      ratioState(3, 3, 3, { numerator: 9, products: 3, denominator: 3 }),
    );
    expect(value).toBe(100);
    expect(interval?.upper).toBeCloseTo(100 + 430.265, 2);
  });

  it('gives means and gaps their t and Welch intervals', () => {
    const moments = (numbers: readonly number[]) => ({
      units: numbers.length,
      sum: numbers.reduce((sum, x) => sum + x * 10_000, 0),
      sumOfSquares: numbers.reduce((sum, x) => sum + x * x * 10_000, 0),
    });
    const mean = describe(attainment8, { kind: 'mean', keySum: 0, ...moments([1, 2, 3, 4, 5]) });
    expect(mean.value).toBe(3);
    expect(mean.interval?.lower).toBeCloseTo(1.0368, 4);
    const gap = describe(disadvantageGap, {
      kind: 'gap',
      units: 6,
      keySum: 0,
      compared: moments([1, 2, 3]),
      others: moments([3, 4, 5]),
    });
    expect(gap.value).toBe(2);
    expect(gap.interval?.lower).toBeCloseTo(-0.267, 4);
  });

  it('gives the mean of weighted schools a t interval, of equal weights the usual one', () => {
    const schools = [1, 2, 3, 4, 5].map((value) => ({ id: `${value}`, value, weight: 100 }));
    const { value, interval } = describe(publishedAttainment8, {
      kind: 'area',
      units: 5,
      keySum: 0,
      schools,
    });
    expect(value).toBe(3);
    expect(interval?.lower).toBeCloseTo(1.0368, 4);
    expect(interval?.upper).toBeCloseTo(4.9632, 4);
  });

  it('gives a spread the same bootstrap interval each time, and none below five schools', () => {
    const state = (count: number): AreaState => ({
      kind: 'area',
      units: count,
      keySum: 0,
      schools: Array.from({ length: count }, (_, index) => ({ id: `${index}`, value: index, weight: 1 })),
    });
    const of = (count: number) => describe(publishedAttainment8, state(count), { statistic: 'sd' });
    expect(of(9).interval).toEqual(of(9).interval);
    expect(of(9).interval!.lower).toBeLessThan(of(9).value!);
    expect(of(4).interval).toBeNull();
    expect(of(1)).toEqual({ value: null, interval: null });
    expect(spreadOf(state(0))).toBeNull();
    expect(spreadOf(state(11))).toMatchObject({
      schools: 11,
      mean: 5,
      lowest: 0,
      p10: 1,
      p25: 2.5,
      median: 5,
      p75: 7.5,
      p90: 9,
      highest: 10,
    });
  });

  it('is null for no units, and refuses a state of another kind', () => {
    for (const definition of [persistentAbsence, attainment8, disadvantageGap, publishedAttainment8])
      expect(describe(definition, emptyState(definition.kind))).toEqual({ value: null, interval: null });
    expect(() => describe(attainment8, emptyState({ kind: 'ratio' }))).toThrow(/is of kind mean/);
  });
});
