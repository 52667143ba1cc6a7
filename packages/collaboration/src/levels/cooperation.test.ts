import type { CollaborationLevel, LevelThresholds } from '@collegial/model';
import { describe, expect, test } from 'vitest';
import { participant } from '../__fixtures__/recorded.ts';
import { given, many, post, tiesOf } from '../__fixtures__/ties.ts';
import { placeTie } from '../shared-places/place-ties.ts';
import type { Tie } from '../ties/tie.ts';
import { pairLevelsOf } from './pair-levels-of.ts';

const levelOf = (ties: readonly Tie[], thresholds: Partial<LevelThresholds> = {}) =>
  pairLevelsOf({ schools: ['a', 'b'], ties, academicYear: 2023, thresholds })[0]!;

const pair = [participant('a'), participant('b')];
const large = (size: number) => [
  ...pair,
  ...Array.from({ length: size - 2 }, (_, index) => participant(`other-${index}`)),
];

describe('association and cooperation are reached, and missed by a hair', () => {
  const cases: [string, CollaborationLevel, readonly Tie[]][] = [
    ['nothing', 'no-link-seen', []],
    ['an event of others', 'no-link-seen', tiesOf(many(3, 'meeting', [participant('a'), participant('c')]))],
    ['an event two years ago', 'no-link-seen', tiesOf(many(3, 'meeting', pair, { academicYear: 2021 }))],
    ['one meeting', 'association', tiesOf(many(1, 'meeting'))],
    ['one meeting of twenty schools', 'association', tiesOf(many(1, 'meeting', large(20)))],
    ['a meeting the year before', 'association', tiesOf(many(1, 'meeting', pair, { academicYear: 2022 }))],
    ['a shared post of unknown FTE', 'association', [post(null)]],
    ['an agreed statement of values', 'association', tiesOf(many(1, 'values-statement'))],
    ['two meetings', 'association', tiesOf(many(2, 'meeting'))],
    ['three meetings', 'cooperation', tiesOf(many(3, 'meeting'))],
    [
      'three meetings on one day',
      'association',
      tiesOf(many(3, 'meeting', pair, { startsOn: '2023-10-02' })),
    ],
    ['five meetings of fifteen: 2.5', 'association', tiesOf(many(5, 'meeting', large(15)))],
    ['six meetings of fifteen: 3', 'cooperation', tiesOf(many(6, 'meeting', large(15)))],
    ['nine meetings of twenty-two: 9 thirds', 'cooperation', tiesOf(many(9, 'meeting', large(22)))],
    [
      'three trainings, all given by one',
      'association',
      tiesOf(
        many(3, 'joint-training', [
          participant('a', { role: 'provider' }),
          participant('b', { role: 'recipient' }),
        ]),
      ),
    ],
    ['three statements, which are no events', 'association', tiesOf(many(3, 'joint-target'))],
    [
      'three meetings each year on average',
      'cooperation',
      tiesOf(many(6, 'meeting', pair, { academicYear: 2022 })),
    ],
    [
      'five meetings the year before',
      'association',
      tiesOf(many(5, 'meeting', pair, { academicYear: 2022 })),
    ],
    ['six hours of training', 'cooperation', given('joint-training', { hours: 6 })],
    ['5.9 hours of training', 'association', given('joint-training', { hours: 5.9 })],
    [
      'six hours of meeting, which bear no knowledge',
      'association',
      tiesOf(many(1, 'meeting', [participant('a', { hours: 6 }), participant('b', { hours: 6 })])),
    ],
    [
      'eleven hours of study, neither way six',
      'association',
      tiesOf(many(1, 'lesson-study', [participant('a', { hours: 5.5 }), participant('b', { hours: 5.5 })])),
    ],
    ['five staff-days in staff records', 'cooperation', [post(5)]],
    ['4.9 staff-days in staff records', 'association', [post(4.9)]],
    ['five staff-days recorded', 'cooperation', given('support-in-crisis', { days: 5 })],
    ['4.9 staff-days recorded', 'association', given('support-in-crisis', { days: 4.9 })],
    [
      'three days seen and the same three recorded',
      'association',
      [post(3), ...given('shared-post', { days: 3 })],
    ],
    ['five places', 'cooperation', given('course-places', { places: 5 })],
    ['four places', 'association', given('course-places', { places: 4 })],
    [
      'three places seen in enrolments and two others in classes: detectors hand in each place once',
      'cooperation',
      [
        ...given('course-places', { places: 3 }).map(
          (tie): Tie => ({ ...tie, basis: 'derived', trace: 'shared-places' }),
        ),
        ...given('course-places', { places: 2 }).map(
          (tie): Tie => ({ ...tie, basis: 'derived', trace: 'cross-school-class' }),
        ),
      ],
    ],
    [
      'three places recorded and the same three seen',
      'association',
      [
        ...given('course-places', { places: 3 }),
        ...given('course-places', { places: 3 }).map(
          (tie): Tie => ({ ...tie, basis: 'derived', trace: 'shared-places' }),
        ),
      ],
    ],
    [
      'a pound in a pooled fund',
      'cooperation',
      tiesOf(many(1, 'pooled-fund', [participant('a', { amount: 1 }), participant('b')])),
    ],
    ['a pooled fund without money', 'association', tiesOf(many(1, 'pooled-fund'))],
    ['money for training, which is not pooled', 'association', given('joint-training', { amount: 5000 })],
  ];
  test.each(cases)('%s: %s', (_name, level, ties) => {
    expect(levelOf(ties).level).toBe(level);
  });
});
test('managed moves link two schools and never make a flow: to count them would be to invite them', () => {
  const moves = placeTie({
    trace: 'managed-move',
    kind: 'managed-move',
    home: 'a',
    host: 'b',
    academicYear: 2023,
    period: '2023/24',
    from: '2023-10-02',
    to: '2024-07-19',
    places: 12,
    students: Array.from({ length: 12 }, (_, student) => `student-${student}`),
    evidence: ['moves'],
  });
  expect(levelOf([moves]).level).toBe('association');
  expect(levelOf([{ ...moves, trace: 'shared-places', kind: 'course-places' }]).level).toBe('cooperation');
});
