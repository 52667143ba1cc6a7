import { pairLevelsOf, type Tie } from '@collegial/collaboration';
import { expect, test } from 'vitest';
import { protectTies } from './protect-ties.ts';

const reach = {
  heads: null,
  middleLeaders: null,
  teachers: null,
  supportStaff: null,
  students: null,
  governors: null,
};
const tie = (change: Partial<Tie>): Tie => ({
  schools: ['a', 'b'],
  academicYear: 2023,
  from: '2023-09-01',
  to: '2024-07-20',
  trace: 'activity',
  kind: 'meeting',
  process: 'mutual-challenge',
  flow: 'none',
  basis: 'confirmed',
  eventWeight: 1,
  contributed: [true, true],
  flows: [],
  aim: null,
  structure: false,
  product: null,
  groupId: null,
  fundingId: null,
  reach,
  evidence: ['activity-1'],
  ...change,
});
const places = (number: number, change: Partial<Tie> = {}) =>
  tie({
    trace: 'shared-places',
    kind: 'course-places',
    process: 'opportunities-for-students',
    flow: 'resource',
    basis: 'derived',
    eventWeight: 0,
    structure: true,
    flows: [{ provider: 'a', recipient: 'b', unit: 'places', parts: number * 10_000 }],
    evidence: ['enrolment-1'],
    ...change,
  });
const levelOf = (ties: readonly Tie[]) => pairLevelsOf({ schools: ['a', 'b'], ties, academicYear: 2023 })[0]!;

test('nine guests of a partner leave no trace, neither a link nor joint work; ten are shown', () => {
  const few = protectTies([places(9)], 10);
  expect(few).toEqual({ ties: [], suppressed: 1 });
  expect(levelOf([places(9)]).level).toBe('cooperation');
  expect(levelOf(few.ties)).toMatchObject({ level: 'no-link-seen', evidence: [], stability: null });
  const enough = protectTies([places(10)], 10);
  expect(enough.suppressed).toBe(0);
  expect(levelOf(enough.ties).level).toBe('collaboration');
});

test('the same few students, seen in two ways, do not add up to many', () => {
  const seen = [places(6), places(6, { trace: 'cross-school-class', evidence: ['class-1'] })];
  expect(protectTies(seen, 10)).toEqual({ ties: [], suppressed: 2 });
});

test('a managed move is one student: none of a handful is seen', () => {
  const moves = Array.from({ length: 9 }, (_, index) =>
    places(0, { trace: 'managed-move', flows: [], structure: false, evidence: [`transfer-${index}`] }),
  );
  expect(protectTies(moves, 10).ties).toEqual([]);
  expect(
    protectTies([...moves, places(0, { trace: 'managed-move', flows: [], evidence: ['x'] })], 10).ties,
  ).toHaveLength(10);
});

test('a small line of a recorded activity is hidden, the activity is not', () => {
  const recorded = places(4, { trace: 'activity', basis: 'confirmed', evidence: ['activity-2'] });
  expect(protectTies([recorded], 10)).toMatchObject({
    ties: [{ flows: [], evidence: ['activity-2'] }],
    suppressed: 1,
  });
});

test('ids of records, pseudonyms and words are gone; the same aim and the same person stay the same', () => {
  const { ties } = protectTies(
    [
      tie({ aim: 'Help Jane Doe', product: 'Plan for Jane Doe' }),
      tie({ aim: ' help jane doe!', from: '2023-10-01' }),
      tie({ aim: 'Reading', from: '2023-11-01' }),
      tie({ trace: 'shared-staff', basis: 'derived', person: 'pseudonym-7', evidence: ['appointment-1'] }),
      tie({ trace: 'shared-staff', basis: 'derived', person: 'pseudonym-7', evidence: ['appointment-1'] }),
    ],
    10,
  );
  expect(JSON.stringify(ties)).not.toMatch(/jane|doe|plan|reading|pseudonym|appointment/i);
  expect(ties.map(({ aim }) => aim)).toEqual(['aim 1', 'aim 1', 'aim 2', null, null]);
  expect(ties[0]?.product).toBe('product');
  expect(ties[3]?.person).toBe(ties[4]?.person);
});

test('what a level says rests on what a group may see: the same words with hidden students and without them', () => {
  const shown = [tie({}), tie({ from: '2023-10-01', evidence: ['activity-2'] })];
  const hidden = protectTies([...shown, places(9), places(5, { academicYear: 2022 })], 10);
  expect(levelOf(hidden.ties)).toEqual(levelOf(protectTies(shown, 10).ties));
});
