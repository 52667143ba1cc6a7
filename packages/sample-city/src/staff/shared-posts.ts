import type { PlannedPerson, PlannedPost } from './planned-post.ts';

const post = (school: string, fte: number, from: PlannedPost['from'], to?: PlannedPost['to']): PlannedPost =>
  to === undefined ? { school, fte, from } : { school, fte, from, to };

/** People who work at several schools of a group at once, their full-time equivalent split between them (ch. 10). */
export const sharedPosts: readonly PlannedPerson[] = [
  {
    note: 'The closing school lends a strong art teacher to A1 until it closes',
    person: 'shared:A:art-1',
    subject: 'Art',
    posts: [
      post('A4', 0.6, [0, '09-01'], [1, '08-31']),
      post('A1', 0.4, [0, '09-01'], [1, '08-31']),
      post('A1', 1, [2, '09-01']),
    ],
  },
  {
    note: 'A second art teacher of the closing school works at A3 in its last year',
    person: 'shared:A:art-2',
    subject: 'Art',
    posts: [post('A4', 0.6, [1, '09-01'], [1, '08-31']), post('A3', 0.4, [1, '09-01'], [1, '08-31'])],
  },
  {
    note: 'A mathematics teacher of the strong school has a day a week at A2',
    person: 'shared:A:mathematics',
    subject: 'Mathematics',
    posts: [post('A1', 0.8, [1, '09-01']), post('A2', 0.2, [1, '09-01'])],
  },
  {
    note: 'A science teacher is shared with the school in special measures',
    person: 'shared:B:science',
    subject: 'Science',
    posts: [post('B1', 0.6, [0, '01-04']), post('B3', 0.4, [0, '01-04'])],
  },
  {
    note: 'A language teacher is shared half and half',
    person: 'shared:B:languages',
    subject: 'French',
    posts: [post('B2', 0.5, [1, '09-01']), post('B5', 0.5, [1, '09-01'])],
  },
  {
    note: 'A teacher of the linked authority has a day a week in the city',
    person: 'shared:B:linked',
    subject: 'Geography',
    posts: [post('B6', 0.8, [1, '09-01'], [1, '08-31']), post('B4', 0.2, [1, '09-01'], [1, '08-31'])],
  },
  {
    note: 'The first shared post of group C, made by its coordinator',
    person: 'shared:C:computing',
    subject: 'Science',
    posts: [post('C2', 0.6, [1, '04-17']), post('C3', 0.4, [1, '04-17'])],
  },
  {
    note: 'A middle leader of English, once at D1, whose post four schools pay for by quarters',
    person: 'shared:D:english',
    subject: 'English',
    posts: [
      post('D1', 1, [0, '09-01'], [0, '08-31']),
      ...['D2', 'D3', 'D4', 'D5'].map(
        (school): PlannedPost => ({ school, fte: 0.25, from: [1, '09-01'], role: 'middle-leader' }),
      ),
    ],
  },
  {
    note: 'A music teacher of the school with many serves three that have none',
    person: 'shared:D:music',
    subject: 'Music',
    posts: [
      post('D1', 0.4, [2, '09-01']),
      ...['D3', 'D4', 'D5'].map((school) => post(school, 0.2, [2, '09-01'])),
    ],
  },
  {
    note: 'A specialist of the special school works two days a week at D2',
    person: 'shared:D:needs',
    posts: [post('D6', 0.6, [2, '09-01']), post('D2', 0.4, [2, '09-01'])],
  },
];

/** People who go to a partner school for a time and come back. */
export const secondments: readonly PlannedPerson[] = [
  {
    note: 'The lead teacher of mathematics goes to the school in special measures for two terms',
    person: 'seconded:B:mathematics',
    subject: 'Mathematics',
    posts: [
      { school: 'B4', fte: 1, from: [0, '09-01'], to: [0, '12-31'], role: 'middle-leader' },
      {
        school: 'B3',
        fte: 1,
        from: [0, '01-04'],
        to: [0, '08-31'],
        kind: 'secondment',
        role: 'middle-leader',
        employer: 'B4',
      },
      { school: 'B4', fte: 1, from: [1, '09-01'], role: 'middle-leader' },
    ],
  },
  {
    note: 'A leader of the improved school helps C4 for a year',
    person: 'seconded:C:leader',
    posts: [
      { school: 'C2', fte: 1, from: [0, '09-01'], to: [1, '08-31'], role: 'senior-leader' },
      {
        school: 'C4',
        fte: 1,
        from: [2, '09-01'],
        to: [2, '08-31'],
        kind: 'secondment',
        role: 'senior-leader',
        employer: 'C2',
      },
    ],
  },
];

/** People appointed by a group who begin at the closing school, and go to their employer when it has closed. */
export const jointContracts: readonly PlannedPerson[] = [
  ['A1', 'English'],
  ['A3', 'Science'],
].map(([employer = '', subject = ''], index) => ({
  note: `Appointed by ${employer} on a group contract, with the first year at the closing school`,
  person: `joint-contract:A:${index + 1}`,
  subject,
  posts: [
    {
      school: 'A4',
      fte: 1,
      from: [1, '09-01'],
      to: [1, '08-31'],
      kind: 'fixed-term',
      employer: employer as 'A1',
    },
    { school: employer, fte: 1, from: [2, '09-01'] },
  ],
}));

/** Coordinators: B from the start, at the level of a deputy head; C only from the second year, and then things move. */
export const coordinators: readonly PlannedPerson[] = [
  {
    note: 'Coordinator of group B, paid from the pooled budget',
    person: 'coordinator:B',
    subject: 'Group coordination',
    posts: [{ school: 'B1', fte: 1, from: [0, '11-01'], role: 'senior-leader' }],
  },
  {
    note: 'Coordinator of group C',
    person: 'coordinator:C',
    subject: 'Group coordination',
    posts: [{ school: 'C2', fte: 1, from: [1, '01-08'], role: 'senior-leader' }],
  },
];
