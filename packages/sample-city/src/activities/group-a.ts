import { each, headsMeeting, type PlannedActivity } from './planned-activity.ts';

const all = ['A1', 'A2', 'A3', 'A4'];
const left = ['A1', 'A2', 'A3'];

/** Group A: the heads manage it themselves, share resources, and carry a school through its closure (ch. 10). */
export const groupA: readonly PlannedActivity[] = [
  headsMeeting(all, [
    [0, '09-21'],
    [0, '11-16'],
    [0, '01-18'],
    [0, '03-08'],
    [0, '05-03'],
    [0, '06-28'],
    [1, '09-20'],
    [1, '11-15'],
    [1, '01-17'],
    [1, '03-06'],
    [1, '05-01'],
    [1, '06-26'],
  ]),
  headsMeeting(left, [
    [2, '09-18'],
    [2, '11-20'],
    [2, '01-22'],
    [2, '03-19'],
    [2, '06-11'],
  ]),
  {
    kind: 'joint-training',
    title: 'Training day on feedback',
    aim: 'One way of giving feedback in Years 10 and 11',
    on: [
      [0, '10-20'],
      [1, '10-20'],
      [2, '10-21'],
    ],
    fundingId: 'funding:A:grant',
    recordedBy: 'A1',
    parts: {
      A1: { role: 'provider', middleLeaders: 2, teachers: 4, hours: 24 },
      ...each(['A2', 'A3'], { role: 'recipient', teachers: 8, hours: 8 }),
    },
    verdict: 'confirmed',
  },
  {
    kind: 'course-places',
    title: 'Places on the art course',
    aim: 'Art in Year 10 for schools without a specialist',
    on: [
      [0, '09-14'],
      [1, '09-13'],
    ],
    recordedBy: 'A4',
    parts: {
      A4: { role: 'provider', places: 12, students: 6 },
      ...each(['A2', 'A3'], { role: 'recipient', places: 6, students: 6 }),
    },
    verdict: 'confirmed',
  },
  {
    kind: 'course-places',
    title: 'Places on the language course',
    on: [
      [1, '09-13'],
      [2, '09-11'],
    ],
    recordedBy: 'A1',
    parts: {
      A1: { role: 'provider', places: 12, students: 6 },
      ...each(['A2', 'A3'], { role: 'recipient', places: 6, students: 6 }),
    },
    verdict: 'confirmed',
  },
  {
    kind: 'support-in-crisis',
    title: 'Support through the closure',
    aim: 'A good last year for the closing school',
    on: [
      [1, '10-04'],
      [1, '02-07'],
      [1, '05-15'],
    ],
    recordedBy: 'A1',
    parts: {
      A1: { role: 'provider', heads: 1, teachers: 2, days: 6 },
      A3: { role: 'provider', heads: 1, teachers: 1, days: 4 },
      A4: { role: 'recipient', heads: 1, days: 10 },
    },
    verdict: 'confirmed',
  },
  {
    kind: 'joint-advertisement',
    title: 'Teachers for the group, advertised together',
    on: [[0, '03-15']],
    recordedBy: 'A1',
    parts: each(all, { role: 'participant', heads: 1 }),
    verdict: 'confirmed',
  },
  {
    kind: 'peer-review',
    title: 'Peer review with an officer of the authority',
    on: [[2, '02-05']],
    recordedBy: 'A3',
    parts: each(left, { role: 'participant', heads: 1, middleLeaders: 2, hours: 12 }),
    verdict: 'confirmed',
  },
  {
    kind: 'admissions-sharing',
    title: 'Places beyond the limit for the closing school',
    on: [[1, '03-20']],
    recordedBy: 'A1',
    parts: each(all, { role: 'participant', heads: 1 }),
    verdict: 'confirmed',
  },
  {
    kind: 'values-statement',
    title: 'Statement of a good social mix in every school',
    on: [[1, '07-03']],
    product: 'Statement of values',
    recordedBy: 'A1',
    parts: each(all, { role: 'participant', heads: 1 }),
    verdict: 'unconfirmed',
  },
];
