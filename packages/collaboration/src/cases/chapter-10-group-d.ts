import type { ChapterCase } from './chapter-case.ts';

const five = ['church', 'second', 'third', 'fourth', 'measures'] as const;
const year = { from: '2003-09-01', to: '2004-08-31' };

/** Group D of the city (ch. 10, B4): slow, then joint posts. */
export const chapter10GroupD: ChapterCase = {
  id: 'chapter-10-d',
  title: 'Group D: slow, then joint posts',
  source: 'ch. 10, B4',
  schools: {
    church: 'A large and successful church school',
    second: 'In challenging circumstances; a new head during the project',
    third: 'In challenging circumstances; a new head during the project',
    fourth: 'In challenging circumstances, with more than ten teachers of music',
    measures: 'In special measures at the outset; a new head during the project',
    special: 'A special school that is linked to the group',
  },
  activities: [
    {
      kind: 'meeting',
      days: ['2002-11-12', '2003-05-06', '2003-10-07', '2003-12-02', '2004-02-10', '2004-05-11'],
      parts: five.map((school) => ({ school })),
      why: 'The group is imposed and slow to begin; later the heads talk about what their values are',
      assumed:
        'Two meetings in the first year, four in the second. A debate about values is not yet an agreement on them',
    },
    {
      kind: 'in-service-event',
      days: ['2003-02-11', '2003-11-11'],
      parts: [...five, 'special'].map((school) => ({ school })),
      why: 'First activities that are well received and not focused; the special school is linked to the group',
      assumed: 'One a year, at which the special school was too',
    },
    {
      kind: 'joint-appointment',
      days: ['2003-09-01'],
      parts: ['church', 'second', 'third', 'measures'].map((school) => ({ school })),
      why: 'A teacher of English in a post of middle leadership, paid by four schools a quarter each',
      assumed: 'Which four of the five',
    },
    {
      kind: 'peer-review',
      days: ['2004-06-10'],
      parts: five.map((school) => ({ school, hours: 3 })),
      why: 'In the end every group of the city did peer review, with officers of the authority',
      assumed: 'Once, half a day from each school',
    },
  ],
  posts: [
    {
      posts: ['church', 'second', 'third', 'measures'].map((school) => ({ school, fte: 0.25 })),
      ...year,
      why: 'The teacher of English, a quarter of the post at each of four schools',
      assumed: 'That the four quarters are worked as they are paid, from September 2003',
    },
    {
      posts: [
        { school: 'fourth', fte: 0.6 },
        { school: 'second', fte: 0.2 },
        { school: 'third', fte: 0.2 },
      ],
      ...year,
      why: 'Three schools cannot offer music, one has more than ten teachers of it: they share',
      assumed: 'Which schools; one teacher, a day a week at each of two of the three',
    },
  ],
  pairs: [
    {
      schools: ['second', 'third'],
      academicYear: 2002,
      level: 'cooperation',
      why: 'Meetings and first activities to which each can bring something, without a focus',
    },
    {
      schools: ['second', 'third'],
      academicYear: 2003,
      level: 'collaboration',
      why: 'A shared post for one problem that none of them could solve alone',
    },
    {
      schools: ['fourth', 'third'],
      academicYear: 2003,
      level: 'collaboration',
      why: 'Music teachers lent to a school that has none: a stronger and a weaker partner, one problem',
    },
    {
      schools: ['church', 'special'],
      academicYear: 2003,
      level: 'association',
      why: 'Nothing is told but that the special school is linked to the group',
    },
  ],
};
