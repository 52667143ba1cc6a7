import type { ChapterCase } from './chapter-case.ts';

const all = ['traditional', 'reopened', 'new', 'closing'] as const;
const aim = 'The last year group of the closing school';

/** Group A of the city (ch. 10, B4): four schools, one of them closing. */
export const chapter10GroupA: ChapterCase = {
  id: 'chapter-10-a',
  title: 'Group A: four schools, one of them closing',
  source: 'ch. 10, B4',
  schools: {
    traditional: 'A strong foundation school that takes over the buildings of the one that closes',
    reopened: 'Reopened after it had not improved',
    new: 'Newly opened',
    closing: 'Closes in July 2004',
  },
  activities: [
    {
      kind: 'meeting',
      days: [2002, 2003].flatMap((year) => [`${year}-10-10`, `${year + 1}-01-20`, `${year + 1}-05-12`]),
      parts: all.map((school) => ({ school })),
      why: 'The heads run the group themselves and ask each other for support and challenge',
      assumed: 'One meeting a term',
    },
    {
      kind: 'joint-planning',
      days: ['2003-09-20', '2003-11-15', '2004-02-10'],
      parts: all.map((school) => ({ school, hours: 6 })),
      aim,
      why: 'Joint projects that keep the closing school going',
      assumed: 'Three days of six hours from each school',
    },
    {
      kind: 'support-in-crisis',
      days: ['2004-03-01'],
      parts: [
        ...all.slice(0, 3).map((school) => ({ school, role: 'provider' as const })),
        { school: 'closing', role: 'recipient' as const },
      ],
      why: 'The other three heads see the school through its closure',
      assumed: 'Recorded once, without days',
    },
    {
      kind: 'peer-review',
      days: ['2004-06-10'],
      parts: all.map((school) => ({ school, hours: 3 })),
      why: 'In the end every group of the city did peer review, with officers of the authority',
      assumed: 'Once, half a day from each school',
    },
    {
      kind: 'course-places',
      days: ['2003-09-08'],
      parts: [
        { school: 'traditional', role: 'provider', places: 12 },
        { school: 'reopened', role: 'recipient' },
        { school: 'new', role: 'recipient' },
      ],
      why: 'Schools whose strength lies with different students open courses to each other’s',
      assumed: 'Which school opened them, and twelve places in all',
    },
  ],
  posts: [
    {
      posts: [
        { school: 'closing', fte: 0.6 },
        { school: 'traditional', fte: 0.2 },
        { school: 'reopened', fte: 0.2 },
      ],
      from: '2003-09-01',
      to: '2004-07-20',
      why: 'The closing school has strong teachers of art who work part of their time in the others',
      assumed: 'One day a week at each of two of them, in the last year',
    },
    {
      posts: [{ school: 'closing', fte: 1, employer: 'new' }],
      from: '2003-09-01',
      to: '2004-07-20',
      why: 'Those whom the group appoints work in the closing school for their first year',
      assumed: 'One teacher, employed by the new school',
    },
  ],
  pairs: [
    {
      schools: ['closing', 'traditional'],
      academicYear: 2002,
      level: 'cooperation',
      why: 'The heads have found that they can rely on each other; staff are not involved yet',
    },
    {
      schools: ['closing', 'traditional'],
      academicYear: 2003,
      level: 'collaboration',
      why: 'Resources go both ways for one purpose, the last year group, and end with it',
    },
    {
      schools: ['closing', 'new'],
      academicYear: 2003,
      level: 'collaboration',
      why: 'New staff of the group spend their first year in the closing school',
    },
    {
      schools: ['reopened', 'traditional'],
      academicYear: 2003,
      level: 'collaboration',
      why: 'A close group that shares courses and joint projects; no values or new practice are told of',
      rules: {
        level: 'cooperation',
        why: 'Joint work is there; the chapter gives neither places nor hours, and with those put there six places and fourteen hours lie between these two, below ten and twenty',
      },
    },
  ],
};
