import { each, headsMeeting, type PlannedActivity } from './planned-activity.ts';

const partners = ['C1', 'C2', 'C3', 'C4'];

/**
 * Group C: nothing happens until a coordinator is appointed in January of the second year; C5 takes no part (ch. 10). One
 * claim of the first year is disputed.
 */
export const groupC: readonly PlannedActivity[] = [
  {
    kind: 'support-in-crisis',
    title: 'Support with behaviour',
    on: [[0, '02-22']],
    recordedBy: 'C1',
    parts: {
      C1: { role: 'provider', middleLeaders: 2, days: 10 },
      C4: { role: 'recipient', days: 10 },
    },
    verdict: { disputedBy: 'C4' },
  },
  headsMeeting(partners, [
    [1, '01-31'],
    [1, '03-13'],
    [1, '05-08'],
    [1, '06-26'],
    [2, '09-18'],
    [2, '11-13'],
    [2, '01-22'],
    [2, '03-26'],
    [2, '06-18'],
  ]),
  {
    kind: 'joint-appointment',
    title: 'Coordinator of the group',
    on: [[1, '01-08']],
    to: [2, '07-18'],
    recordedBy: 'C2',
    parts: each(partners, { role: 'participant', amount: 9_000 }),
    verdict: 'confirmed',
  },
  {
    kind: 'resource-production',
    title: 'Revision guides written together',
    aim: 'Revision and supported self-study in Year 11',
    on: [
      [1, '02-28'],
      [1, '04-24'],
      [2, '10-16'],
      [2, '02-05'],
    ],
    product: 'Revision guides',
    recordedBy: 'C2',
    parts: each(partners, { role: 'participant', middleLeaders: 1, teachers: 2, hours: 12 }),
    verdict: 'confirmed',
  },
  {
    kind: 'joint-bid',
    title: 'Joint application for vocational courses',
    on: [[1, '05-15']],
    recordedBy: 'C1',
    parts: each(partners, { role: 'participant', amount: 20_000 }),
    verdict: 'confirmed',
  },
  {
    kind: 'course-places',
    title: 'Vocational places in Year 10',
    on: [[2, '09-11']],
    recordedBy: 'C2',
    parts: {
      C2: { role: 'provider', places: 10, students: 6 },
      ...each(['C3', 'C4'], { role: 'recipient', places: 5, students: 5 }),
    },
    verdict: 'confirmed',
  },
  {
    kind: 'consultant-leadership',
    title: 'A leader of the improved school at the academy',
    on: [
      [2, '11-20'],
      [2, '01-29'],
      [2, '04-30'],
    ],
    recordedBy: 'C2',
    parts: { C2: { role: 'provider', heads: 1, hours: 12 }, C1: { role: 'recipient', heads: 1, hours: 12 } },
    verdict: 'unconfirmed',
  },
  {
    kind: 'peer-review',
    title: 'Peer review with an officer of the authority',
    on: [[2, '05-07']],
    recordedBy: 'C3',
    parts: each(partners, { role: 'participant', heads: 1, middleLeaders: 1, hours: 10 }),
    verdict: 'confirmed',
  },
  {
    kind: 'secondment',
    title: 'A middle leader goes to a partner for two terms',
    on: [[2, '01-06']],
    to: [2, '07-18'],
    recordedBy: 'C2',
    parts: {
      C2: { role: 'provider', middleLeaders: 1, days: 120 },
      C3: { role: 'recipient', days: 120 },
    },
    verdict: 'confirmed',
  },
];
