import type { ChapterCase } from './chapter-case.ts';

const all = ['measures', 'second', 'third', 'fourth', 'fifth', 'linked'] as const;
const givers = ['second', 'third', 'fourth', 'fifth', 'linked'] as const;
const aim = 'Teaching and learning in counterpart departments';

/** Group B of the city (ch. 10, B4): a pooled budget and a coordinator. */
export const chapter10GroupB: ChapterCase = {
  id: 'chapter-10-b',
  title: 'Group B: a pooled budget and a coordinator',
  source: 'ch. 10, B4',
  schools: {
    measures: 'In special measures; its work on teaching moves the others',
    second: 'A school of the group',
    third: 'A school of the group',
    fourth: 'A school of the group',
    fifth: 'A school of the group',
    linked: 'A school of the linked authority',
  },
  activities: [
    {
      kind: 'meeting',
      days: [2002, 2003].flatMap((year) =>
        [9, 10, 11]
          .map((month) => `${year}-${month === 9 ? '09' : month}-18`)
          .concat([`${year + 1}-02-10`, `${year + 1}-04-28`]),
      ),
      parts: all.map((school) => ({ school })),
      why: 'The heads put their meetings first and speak openly of what is difficult',
      assumed: 'Five meetings a year',
    },
    {
      kind: 'pooled-fund',
      days: ['2002-09-30', '2003-09-30'],
      parts: all.map((school) => ({ school, amount: 10_000 })),
      why: 'Substantial money from each school in one pot, from which the school in special measures is helped',
      assumed: 'Ten thousand pounds from each; the sum is not told',
    },
    {
      kind: 'joint-appointment',
      days: ['2003-01-06'],
      parts: all.map((school) => ({ school })),
      why: 'A coordinator at the level of a deputy head, appointed and paid by the group',
      assumed: 'From January 2003',
    },
    {
      kind: 'joint-training',
      days: ['2003-02-14'],
      parts: [
        ...givers.map((school) => ({ school, role: 'provider' as const, hours: 6 })),
        { school: 'measures', role: 'recipient' },
      ],
      aim,
      why: 'A training day on which counterpart departments begin to work together',
      assumed: 'Six hours from each of the other schools; every school had teachers who gave',
    },
    {
      kind: 'mutual-observation',
      days: [...['2003-03-12', '2003-05-14', '2003-06-18'], ...['2003-10-15', '2004-01-21', '2004-03-17']],
      parts: all.map((school) => ({ school, hours: 10 })),
      aim,
      why: 'After the training day teachers go on helping their counterparts; the school in special measures turns all of them to the classroom',
      assumed: 'Three rounds a year, ten hours from each school in a round',
    },
    {
      kind: 'joint-bid',
      days: ['2004-02-02'],
      parts: all.map((school) => ({ school })),
      why: 'A joint application to another programme, to keep going what they had',
      assumed: 'In the second year',
    },
    {
      kind: 'peer-review',
      days: ['2004-06-10'],
      parts: all.map((school) => ({ school, hours: 3 })),
      why: 'In the end every group of the city did peer review, with officers of the authority',
      assumed: 'Once, half a day from each school',
    },
  ],
  posts: [],
  pairs: [
    {
      schools: ['measures', 'second'],
      academicYear: 2001,
      level: 'no-link-seen',
      why: 'Before the project the schools compete; of these two nothing is told',
    },
    {
      schools: ['measures', 'second'],
      academicYear: 2002,
      level: 'collaboration',
      why: 'Money, a coordinator and departments that work together on teaching',
    },
    {
      schools: ['measures', 'second'],
      academicYear: 2003,
      level: 'collegiality',
      why: 'A lasting pattern beyond the project, commitment to each other, money for the school in trouble, and that school gives direction to the rest',
      rules: {
        level: 'collaboration',
        why: 'Years, flows both ways and shared responsibility are there; no agreed values and nothing new made together are told of, and two of the three are needed',
      },
    },
    {
      schools: ['linked', 'third'],
      academicYear: 2003,
      level: 'collaboration',
      why: 'The school of the other authority pays and works with them; that it shares in the commitment is not told',
    },
  ],
};
