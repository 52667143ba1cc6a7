import { describe, expect, it } from 'vitest';
import { runSimulation } from './__fixtures__/run-simulation.ts';
import type { Design } from './__fixtures__/simulate-panel.ts';

const nightly = process.env.COLLEGIAL_NIGHTLY === '1';
const often = { draws: 199, bootstrap: nightly } as const;

/** Designs in which intervals must hold what they promise; the larger ones at night. */
const designs: readonly (readonly [string, Design, draws: number, nightly: number])[] = [
  ['one group, areas known', { groups: 1, common: 0.2, carried: 0.5, areas: 24 }, 60, 400],
  ['ten groups', { groups: 10, common: 0.1, carried: 0.5, areas: 12 }, 12, 400],
];
const atNight: readonly (readonly [string, Design, draws: number, nightly: number])[] = [
  [
    'one group, areas not known',
    { groups: 1, common: 0.2, carried: 0.5, areas: 24, areasKnown: false },
    0,
    300,
  ],
  ['three groups, areas known', { groups: 3, common: 0.2, carried: 0.5, areas: 24 }, 0, 300],
  [
    'three groups, areas not known',
    { groups: 3, common: 0.1, carried: 0.5, areas: 24, areasKnown: false },
    0,
    300,
  ],
  ['ten groups in three waves', { groups: 10, common: 0.1, carried: 0.5, areas: 24, waves: 3 }, 0, 300],
];

/** Farthest that a share of so many draws strays from its expectation in 999 of 1,000 simulations. */
const stray = (share: number, draws: number) => 3.3 * Math.sqrt((share * (1 - share)) / draws);

describe.each([...designs, ...(nightly ? atNight : [])])('%s', (_, design, small, large) => {
  const draws = nightly ? large : small;

  it('holds a difference that is there in 95 % of its intervals, and one that is not in no more than 5 %', () => {
    const none = runSimulation(design, draws, often);
    expect(none.coverage).toBeGreaterThanOrEqual(0.95 - stray(0.95, draws));
    expect(none.rejected).toBeLessThanOrEqual(0.05 + stray(0.05, draws));
    expect(none.claimed).toBeLessThanOrEqual(none.rejected);
    expect(Math.abs(none.meanDifference)).toBeLessThan((4 * (none.meanWidth / 4)) / Math.sqrt(draws));
  });
});

it('finds a difference of three swings with ten groups', () => {
  const draws = nightly ? 100 : 6;
  const found = runSimulation({ groups: 10, common: 0.1, carried: 0.5, areas: 12, effect: 3 }, draws, often);
  expect(found.claimed).toBeGreaterThan(0.6);
  expect(found.rejected).toBe(1);
});

it('does not claim what rose before as after, nor what comes back from a low year', () => {
  const draws = nightly ? 100 : 8;
  const rising = runSimulation(
    { groups: 10, common: 0.1, carried: 0.5, areas: 12, trend: 0.25 },
    draws,
    often,
  );
  expect(rising.rejected).toBeGreaterThan(0.5);
  expect(rising.claimed).toBeLessThanOrEqual(0.15 + stray(0.1, draws));
  const low = runSimulation(
    { groups: 10, common: 0.1, carried: 0.5, areas: 24, chosenWhenLow: true },
    draws,
    often,
  );
  expect(low.claimed).toBeLessThanOrEqual(0.05 + stray(0.05, draws));
});
