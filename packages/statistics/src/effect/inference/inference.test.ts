import { describe, expect, it } from 'vitest';
import { permutationTest, placeboAssignments } from '../estimate/placebo.ts';
import { verdictOf } from './verdict.ts';

describe('placeboAssignments', () => {
  const options = {
    groups: [
      new Map([
        [0, 5],
        [1, 5],
      ]),
      new Map([[2, 5]]),
    ],
    others: [[3, 4], [5]],
    draws: 999,
    seed: 1,
  };

  it('by clusters lists every choice of two of four, the true one first', () => {
    const { assignments, exact } = placeboAssignments({ ...options, exchange: 'clusters' });
    expect(exact).toBe(true);
    expect(assignments.map((choice) => [...choice.keys()].sort().join(''))).toEqual([
      '012',
      '0134',
      '015',
      '234',
      '25',
      '345',
    ]);
  });

  it('tells groups that joined in different years apart: twelve choices', () => {
    const groups = [
      new Map([
        [0, 5],
        [1, 5],
      ]),
      new Map([[2, 7]]),
    ];
    const { assignments } = placeboAssignments({ ...options, groups, exchange: 'clusters' });
    expect(assignments).toHaveLength(12);
    expect(new Set(assignments.map((choice) => JSON.stringify([...choice].sort()))).size).toBe(12);
  });

  it('by schools draws as many schools, the true ones first, the same for the same seed', () => {
    const { assignments, exact } = placeboAssignments({ ...options, exchange: 'schools', draws: 50 });
    expect(exact).toBe(false);
    expect(assignments).toHaveLength(51);
    expect(assignments.every(({ size }) => size === 3)).toBe(true);
    expect([...assignments[0]!.keys()]).toEqual([0, 1, 2]);
    expect(placeboAssignments({ ...options, exchange: 'schools', draws: 50 }).assignments).toEqual(
      assignments,
    );
  });
});

describe('permutationTest', () => {
  const figures = [5, 1, -2, 0.5, -6, 3, 2, -1, 0, 4].map((value, index) => ({
    value,
    share: index === 0 ? 1 : 0,
  }));

  it('counts the choices at least as far from 0, the true one among them', () => {
    expect(permutationTest(figures, { exact: true })).toMatchObject({
      p: 0.2,
      smallestP: 0.1,
      choices: 10,
      interval: null,
    });
  });

  it('turns round to the changes that are not rejected', () => {
    // at 80 %: rejected where at most 2 of 10 are as far; |5 − change| ≤ 4 leaves 5 − change itself, −6 and 4: three of ten
    const { interval } = permutationTest(figures, { exact: true, confidence: 0.8 });
    expect(interval!.lower).toBeCloseTo(1, 6);
    expect(interval!.upper).toBeCloseTo(9, 6);
  });
});

describe('verdictOf', () => {
  const preTrend = {
    status: 'none-seen',
    leads: [],
    slope: 0,
    slopeP: 0.5,
    joint: null,
    detectableSlope: 0.5,
    exposure: 3,
    hiddenDifference: 1.5,
  } as const;
  const found = (value: number, p: number) => ({
    difference: { value, interval: null, p, by: 'clusters' as const },
    preTrend,
    permutation: null,
  });

  it('claims only what is beyond chance and beyond a drift that could be missed', () => {
    expect(verdictOf(found(2, 0.01))).toBe('differed');
    expect(verdictOf(found(-2, 0.01))).toBe('differed');
    expect(verdictOf(found(1, 0.01))).toBe('drift-possible');
    expect(verdictOf(found(2, 0.2))).toBe('not-shown');
    expect(verdictOf(found(2, 0.01), 0.06)).toBe('not-shown');
    expect(verdictOf({ ...found(2, 0.01), preTrend: { ...preTrend, status: 'apart' } })).toBe('apart-before');
    expect(
      verdictOf({
        ...found(2, 0.01),
        preTrend: { ...preTrend, status: 'not-checked', hiddenDifference: null },
      }),
    ).toBe('differed-unchecked');
    expect(verdictOf({ ...found(2, 0.01), difference: null })).toBe('cannot-tell');
    const permutation = { p: 0.1, smallestP: 0.1, choices: 10, exact: true, interval: null };
    expect(verdictOf({ ...found(2, 0.1), permutation })).toBe('cannot-tell');
  });
});
