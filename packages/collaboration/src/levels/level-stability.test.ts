import { expect, test } from 'vitest';
import { participant } from '../__fixtures__/recorded.ts';
import { given, many, post, tiesOf } from '../__fixtures__/ties.ts';
import type { Tie } from '../ties/tie.ts';
import { pairLevelsOf } from './pair-levels-of.ts';

const stabilityOf = (ties: readonly Tie[]) =>
  pairLevelsOf({ schools: ['a', 'b'], ties, academicYear: 2023 })[0]!.stability;

test('three meetings: each of them, and one count less, is one too few; one more changes nothing', () => {
  // Downward: one event less, and each of the three left out. Upward: one event more.
  expect(stabilityOf(tiesOf(many(3, 'meeting')))).toEqual({
    downward: { variations: 4, kept: 0 },
    upward: { variations: 1, kept: 1 },
  });
});

test('four meetings hold against the loss of any one', () => {
  expect(stabilityOf(tiesOf(many(4, 'meeting')))).toEqual({
    downward: { variations: 5, kept: 5 },
    upward: { variations: 1, kept: 1 },
  });
});

test('two meetings are one short: one more would be cooperation', () => {
  expect(stabilityOf(tiesOf(many(2, 'meeting')))).toEqual({
    downward: { variations: 3, kept: 3 },
    upward: { variations: 1, kept: 0 },
  });
});

test('seven hours of training fall below six with a fifth less, and with the training itself', () => {
  // One event of seven hours. Downward: event − 1, hours × 0.8, training left out. Upward: event + 1, hours × 1.2.
  expect(stabilityOf(given('joint-training', { hours: 7 }))).toEqual({
    downward: { variations: 3, kept: 1 },
    upward: { variations: 2, kept: 2 },
  });
});

test('five hours become six with a fifth more', () => {
  expect(stabilityOf(given('joint-training', { hours: 5 }))?.upward).toEqual({ variations: 2, kept: 1 });
});

test('places are counted, not measured: four and one are five', () => {
  expect(stabilityOf(given('course-places', { places: 4 }))).toEqual({
    // Places − 1, left out: then no link is seen.
    downward: { variations: 2, kept: 1 },
    upward: { variations: 1, kept: 0 },
  });
});

test('a post that lasts over two years is one piece of evidence', () => {
  const years = [2022, 2023].map((academicYear): Tie => {
    const tie = post(30, { academicYear, days: 200 });
    return { ...tie, evidence: ['appointment-1', 'appointment-2'] };
  });
  // Days × 0.8, the arrangement × 0.8 in each year: kept. The post left out: no link.
  expect(stabilityOf(years)).toEqual({
    downward: { variations: 4, kept: 3 },
    upward: { variations: 3, kept: 3 },
  });
});

test('with nothing seen there is nothing to vary', () => {
  expect(stabilityOf([])).toBeNull();
  const unconfirmed = many(3, 'meeting', [participant('a'), participant('b')], { verdicts: new Map() });
  expect(stabilityOf(tiesOf(unconfirmed))).toBeNull();
});
