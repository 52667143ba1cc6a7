import type { CollaborationLevel } from '@collegial/model';
import { describe, expect, test } from 'vitest';
import { participant, recorded } from '../__fixtures__/recorded.ts';
import { activityTies } from '../recorded/activity-ties.ts';
import type { RecordedActivity } from '../recorded/recorded-activity.ts';
import { sharedPostTie } from '../shared-staff/shared-post-ties.ts';
import type { SharedPost } from '../shared-staff/shared-posts-of.ts';
import type { Tie } from '../ties/tie.ts';
import { pairLevelsOf } from './pair-levels-of.ts';

const tiesOf = (activities: readonly RecordedActivity[]) =>
  activities.flatMap((activity) => activityTies(activity, () => true).ties);
const levelOf = (ties: readonly Tie[]) => pairLevelsOf({ schools: ['a', 'b'], ties, academicYear: 2023 })[0]!;

const pair = [participant('a'), participant('b')];
const many = (count: number, kind: string, participants = pair, change: Partial<RecordedActivity> = {}) =>
  Array.from({ length: count }, (_, index) => recorded(`${kind}-${index}`, kind, participants, change));
const large = (size: number) => [
  ...pair,
  ...Array.from({ length: size - 2 }, (_, index) => participant(`other-${index}`)),
];
const given = (kind: string, part: Parameters<typeof participant>[1]) =>
  tiesOf([
    recorded(kind, kind, [
      participant('a', { role: 'provider', ...part }),
      participant('b', { role: 'recipient' }),
    ]),
  ]);
const post = (days: number | null, academicYear = 2023): SharedPost => ({
  provider: 'a',
  recipient: 'b',
  academicYear,
  period: '',
  kind: 'shared-post',
  joint: false,
  person: 'p',
  role: 'teacher',
  from: '',
  to: '',
  days,
  appointments: ['1', '2'],
});

describe('each level is reached, and missed by a hair', () => {
  const cases: [string, CollaborationLevel, readonly Tie[]][] = [
    ['nothing', 'no-link-seen', []],
    ['an event of others', 'no-link-seen', tiesOf(many(3, 'meeting', [participant('a'), participant('c')]))],
    ['an event two years ago', 'no-link-seen', tiesOf(many(3, 'meeting', pair, { academicYear: 2021 }))],
    ['one meeting', 'association', tiesOf(many(1, 'meeting'))],
    ['one meeting of twenty schools', 'association', tiesOf(many(1, 'meeting', large(20)))],
    ['a meeting the year before', 'association', tiesOf(many(1, 'meeting', pair, { academicYear: 2022 }))],
    ['a shared post of unknown FTE', 'association', [sharedPostTie(post(null))]],
    ['an agreed statement of values', 'association', tiesOf(many(1, 'values-statement'))],
    ['two meetings', 'association', tiesOf(many(2, 'meeting'))],
    ['three meetings', 'cooperation', tiesOf(many(3, 'meeting'))],
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
    ['five staff-days in staff records', 'cooperation', [sharedPostTie(post(5))]],
    ['4.9 staff-days in staff records', 'association', [sharedPostTie(post(4.9))]],
    ['five staff-days recorded', 'cooperation', given('support-in-crisis', { days: 5 })],
    ['4.9 staff-days recorded', 'association', given('support-in-crisis', { days: 4.9 })],
    [
      'three days seen and the same three recorded',
      'association',
      [sharedPostTie(post(3)), ...given('shared-post', { days: 3 })],
    ],
    ['five places', 'cooperation', given('course-places', { places: 5 })],
    ['four places', 'association', given('course-places', { places: 4 })],
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

test('the criteria say in words what was found and what is missing', () => {
  const { criteria, highestLevelAssessed, rules } = levelOf([
    ...tiesOf(many(2, 'meeting')),
    sharedPostTie(post(4.96)),
  ]);
  expect(criteria.map(({ id, met, detail }) => [id, met, detail])).toEqual([
    ['association.link', true, '3 pieces of evidence (needs 1)'],
    ['cooperation.events', false, '2 joint events (needs 3)'],
    ['cooperation.both-contributed', true, 'both contributed'],
    [
      'cooperation.flow',
      false,
      '4 staff-days from a to b; nothing from b to a (needs 6 staff-hours of knowledge, 5 staff-days, 5 places or pooled money one way)',
    ],
  ]);
  expect(highestLevelAssessed).toBe('cooperation');
  expect(rules).toBe(1);
});

test('what nobody confirmed stands beside the level, what is disputed in neither', () => {
  const meetings = (verdicts: RecordedActivity['verdicts']) =>
    tiesOf(many(3, 'meeting', pair, { recordedBy: 'a', verdicts }));
  expect(levelOf(meetings(new Map([['b', 'confirmed']])))).toMatchObject({
    level: 'cooperation',
    levelWithUnconfirmed: 'cooperation',
  });
  const silent = levelOf(meetings(new Map()));
  expect(silent).toMatchObject({ level: 'no-link-seen', levelWithUnconfirmed: 'cooperation' });
  expect(silent.criteria[1]?.detail).toBe(
    '0 joint events (needs 3); with unconfirmed evidence: 3 joint events (needs 3)',
  );
  expect(levelOf(meetings(new Map([['b', 'disputed']])))).toMatchObject({
    level: 'no-link-seen',
    levelWithUnconfirmed: 'no-link-seen',
  });
});

test('thresholds are parameters', () => {
  const options = { schools: ['a', 'b'], ties: tiesOf(many(2, 'meeting')), academicYear: 2023 };
  expect(pairLevelsOf({ ...options, thresholds: { events: 2 } })[0]?.level).toBe('cooperation');
});

test('every pair is listed, also those between which nothing was seen', () => {
  const levels = pairLevelsOf({ schools: ['c', 'a', 'b'], ties: [], academicYear: 2023 });
  expect(levels.map((one) => one.schools.join(''))).toEqual(['ab', 'ac', 'bc']);
});
