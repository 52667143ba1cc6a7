import { each, headsMeeting, type PlannedActivity } from './planned-activity.ts';

const secondary = ['D1', 'D2', 'D3', 'D4', 'D5'];
const all = [...secondary, 'D6'];
const quarter = ['D2', 'D3', 'D4', 'D5'];

/** Group D: slow under new heads; then posts that no school could fill alone, in English and then in music (ch. 10). */
export const groupD: readonly PlannedActivity[] = [
  headsMeeting(secondary, [[0, '11-09']]),
  {
    kind: 'in-service-event',
    title: 'Evening on the future of the group',
    on: [[1, '10-11']],
    recordedBy: 'D1',
    parts: each(all, { role: 'participant', heads: 1, hours: 2 }),
    verdict: 'confirmed',
  },
  headsMeeting(quarter, [
    [1, '11-08'],
    [1, '01-24'],
    [1, '03-06'],
    [1, '05-22'],
  ]),
  {
    kind: 'joint-appointment',
    title: 'A middle leader of English for four schools',
    aim: 'English led well in every school',
    on: [[1, '09-04']],
    to: [2, '07-18'],
    fundingId: 'funding:D:grant',
    recordedBy: 'D2',
    parts: each(quarter, { role: 'participant', heads: 1, amount: 13_500 }),
    verdict: 'confirmed',
  },
  headsMeeting(all, [
    [2, '09-25'],
    [2, '11-20'],
    [2, '01-29'],
    [2, '03-26'],
    [2, '06-11'],
  ]),
  {
    kind: 'shared-post',
    title: 'Music for three schools that have none',
    aim: 'Music taught at every school',
    on: [[2, '09-04']],
    to: [2, '07-18'],
    recordedBy: 'D1',
    parts: {
      D1: { role: 'provider', teachers: 1, days: 117 },
      ...each(['D3', 'D4', 'D5'], { role: 'recipient', days: 39 }),
    },
    verdict: 'confirmed',
  },
  {
    kind: 'joint-training',
    title: 'Teachers of English plan together',
    on: [
      [2, '10-21'],
      [2, '02-26'],
    ],
    recordedBy: 'D3',
    parts: {
      D1: { role: 'provider', middleLeaders: 1, teachers: 2, hours: 16 },
      ...each(quarter, { role: 'recipient', teachers: 3, hours: 9 }),
    },
    verdict: 'confirmed',
  },
  {
    kind: 'visit',
    title: 'Visits to the special school',
    on: [
      [0, '02-08'],
      [0, '03-15'],
      [0, '05-24'],
    ],
    recordedBy: 'D5',
    parts: { D6: { role: 'host', teachers: 2, hours: 6 }, D5: { role: 'recipient', teachers: 3, hours: 9 } },
    verdict: 'unconfirmed',
  },
  {
    kind: 'values-statement',
    title: 'What are our values?',
    on: [[2, '05-14']],
    product: 'Statement of values',
    recordedBy: 'D4',
    parts: each(all, { role: 'participant', heads: 1 }),
    verdict: 'confirmed',
  },
];
