import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../resampling/seeded-random.ts';
import { controlSignals } from './control-rules.ts';
import { runChart } from './run-chart.ts';
import { runsTest } from './runs-test.ts';

describe('runsTest', () => {
  it('is the share of all orders with so few runs, and with so many', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 10 }), (sides) => {
        const above = sides.filter(Boolean).length;
        fc.pre(above > 0 && above < sides.length);
        const runsOf = (order: readonly boolean[]) =>
          1 + order.filter((s, i) => i > 0 && s !== order[i - 1]).length;
        const all = Array.from({ length: 2 ** sides.length }, (_, bits) =>
          sides.map((_, i) => ((bits >> i) & 1) === 1),
        ).filter((order) => order.filter(Boolean).length === above);
        const found = runsTest(sides);
        expect(found.runs).toBe(runsOf(sides));
        expect(found.fewer).toBeCloseTo(
          all.filter((order) => runsOf(order) <= found.runs).length / all.length,
          12,
        );
        expect(found.more).toBeCloseTo(
          all.filter((order) => runsOf(order) >= found.runs).length / all.length,
          12,
        );
      }),
    );
  });

  it('agrees with the table of Swed and Eisenhart: 5 of 10 and 10 in six runs or fewer', () => {
    // n1 = n2 = 10: P(runs ≤ 6) = 0.019; P(runs ≤ 7) = 0.051.
    const six = [4, 3, 3, 4, 3, 3].flatMap((length, run) => Array<boolean>(length).fill(run % 2 === 0));
    expect(six.filter(Boolean)).toHaveLength(10);
    expect(runsTest(six).fewer.toFixed(3)).toBe('0.019');
    const seven = [3, 4, 3, 3, 2, 3, 2].flatMap((length, run) => Array<boolean>(length).fill(run % 2 === 0));
    expect(runsTest(seven)).toMatchObject({ above: 10, below: 10, runs: 7 });
    expect(runsTest(seven).fewer.toFixed(3)).toBe('0.051');
  });

  it('needs both sides', () => {
    expect(() => runsTest([true, true])).toThrow('both sides');
  });
});

describe('runChart', () => {
  it('has the limits of Anhøj and Olesen', () => {
    // Their table: of 10, 16 and 24 useful values the longest run is 6, 7 and 8, the fewest crossings 2, 4 and 8.
    const chart = (size: number) =>
      runChart(
        Array.from({ length: size }, (_, i) => (i % 2 === 0 ? 1 : 2)),
        1.5,
      );
    expect([10, 16, 24].map((size) => chart(size).longestExpected)).toEqual([6, 7, 8]);
    expect([10, 16, 24].map((size) => chart(size).fewestExpected)).toEqual([2, 4, 8]);
  });

  it('leaves values on the line out, and says too short below ten others', () => {
    expect(runChart([1, 2, 3, 3, 3, 4, 5])).toMatchObject({ centre: 3, useful: 4, finding: 'too-short' });
    expect(runChart([2, 2, 2])).toMatchObject({
      useful: 0,
      crossings: 0,
      longestRun: 0,
      finding: 'too-short',
    });
    expect(() => runChart([])).toThrow(RangeError);
  });

  it('sees a shift in the longest run alone, and not in what alternates', () => {
    const long = [2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2];
    expect(runChart(long, 1.5)).toMatchObject({ longestRun: 9, longestExpected: 7, finding: 'shift' });
    expect(runChart([2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1], 1.5).finding).toBe('no-shift-told');
  });

  it('calls a shift in few of the series that have none', () => {
    const random = seededRandom(11);
    let called = 0;
    for (let run = 0; run < 2000; run += 1)
      if (runChart(Array.from({ length: 20 }, random)).finding === 'shift') called += 1;
    // Its authors simulated about 5 to 9 % around the median, by length.
    expect(called / 2000).toBeGreaterThan(0.01);
    expect(called / 2000).toBeLessThan(0.1);
  });
});

describe('controlSignals', () => {
  const at = { centre: 0, deviation: 1 };

  it('finds each rule where it is broken, and where it almost is, nothing', () => {
    const of = (values: readonly number[], rules: 'nelson' | 'western-electric' | 'making-data-count') =>
      controlSignals(values, { ...at, rules }).map(
        ({ rule, side, from, to }) => `${rule} ${side} ${from}–${to}`,
      );
    expect(of([0, -3.01, 0, 3], 'nelson')).toEqual(['beyond-limits below 1–1']);
    expect(of([0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1], 'making-data-count')).toEqual(['shift above 0–6']);
    expect(of([0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1], 'western-electric')).toEqual([]);
    expect(of([0.5, 0.4, 0.3, -0.1, -0.2, -0.3], 'nelson')).toEqual(['trend below 0–5']);
    expect(of([0.5, 0.4, 0.3, 0.3, -0.2, -0.3], 'nelson')).toEqual([]);
    expect(of([2.1, 0, 2.1, 0, 0], 'nelson')).toEqual(['two-of-three above 0–2']);
    expect(of([2.1, 0, -2.1, 0, 0], 'nelson')).toEqual([]);
    expect(of([1.1, 1.1, 0, 1.1, 1.1], 'western-electric')).toEqual(['four-of-five above 0–4']);
    expect(of([1.1, 1.1, 0, 1.1, 1.1], 'making-data-count')).toEqual([]);
  });

  it('takes the deviation from neighbours, so that a step does not hide itself', () => {
    // Moving ranges 1, 1, 1, 9, 1, 1, 1: mean 15/7; ÷ 1.128 = 1.8997; around the mean 5 the levels lie 2.5 deviations apart.
    const signals = controlSignals([0, 1, 0, 1, 10, 9, 10, 9]);
    expect(signals.map(({ rule, side }) => `${rule} ${side}`)).toEqual([
      'two-of-three below',
      'two-of-three above',
    ]);
  });

  it('refuses one value, and values that do not vary', () => {
    expect(() => controlSignals([1])).toThrow('two finite values');
    expect(() => controlSignals([1, 1, 1])).toThrow('deviation above 0');
  });
});
