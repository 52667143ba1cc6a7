import { expect, test } from 'vitest';
import { participant, recorded } from '../__fixtures__/recorded.ts';
import { activityTies } from './activity-ties.ts';
import { pairBasis } from './pair-basis.ts';

const everywhere = () => true;
const schools = (count: number) =>
  Array.from({ length: count }, (_, index) => participant(`s${String(index).padStart(2, '0')}`));

test.each([
  [2, 1],
  [8, 1],
  [9, 7 / 8],
  [15, 1 / 2],
  [22, 1 / 3],
])('an event of %i schools counts %f for each pair', (count, weight) => {
  const { ties } = activityTies(recorded('m', 'meeting', schools(count)), everywhere);
  expect(ties).toHaveLength((count * (count - 1)) / 2);
  expect(new Set(ties.map((tie) => tie.eventWeight))).toEqual(new Set([weight]));
});

test('an arrangement that lasts is no occasion', () => {
  const { ties } = activityTies(recorded('f', 'pooled-fund', schools(2)), everywhere);
  expect(ties).toMatchObject([{ eventWeight: 0 }]);
});

test('schools outside the scope count towards the size and take their share, and are not shown', () => {
  const training = recorded('t', 'joint-training', [
    participant('a', { role: 'provider', hours: 6 }),
    participant('b', { role: 'recipient' }),
    participant('z', { role: 'recipient' }),
  ]);
  const { ties } = activityTies(training, (school) => school !== 'z');
  expect(ties).toHaveLength(1);
  expect(ties[0]?.flows.find((flow) => flow.unit === 'staff-hours')?.parts).toBe(30_000);
});

test('each school speaks for its own pairs', () => {
  const activity = {
    recordedBy: 'a',
    verdicts: new Map([
      ['b', 'confirmed'],
      ['c', 'disputed'],
    ] as const),
  };
  expect(pairBasis(activity, ['a', 'b'])).toBe('confirmed');
  expect(pairBasis(activity, ['a', 'c'])).toBe('disputed');
  expect(pairBasis(activity, ['b', 'c'])).toBe('disputed');
  expect(pairBasis(activity, ['a', 'd'])).toBe('unconfirmed');
  expect(pairBasis(activity, ['b', 'd'])).toBe('unconfirmed');
});

test('what is disputed is counted and makes no tie', () => {
  const meeting = recorded('m', 'meeting', schools(3), { verdicts: new Map([['s00', 'disputed']]) });
  const { ties, disputed } = activityTies(meeting, everywhere);
  expect(disputed).toBe(2);
  expect(ties).toMatchObject([{ schools: ['s01', 's02'], basis: 'unconfirmed' }]);
});
