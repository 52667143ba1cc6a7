import type { ChapterCase } from './chapter-case.ts';

const consultants = ['resources', 'targets', 'marketing'] as const;
const aim = 'Raise achievement in the school in difficulty';
/** One consultant day a week over three terms of thirteen weeks, at 6.5 hours: a term each time. */
const termHours = 13 * 6.5;
const consulting = (year: number) => ({
  kind: 'consultant-leadership',
  days: [`${year}-09-15`, `${year + 1}-01-15`, `${year + 1}-04-25`],
  parts: [
    ...consultants.map((school) => ({ school, role: 'provider' as const, hours: termHours })),
    { school: 'difficulty', role: 'recipient' as const },
  ],
  aim,
});

/** A partnership of three schools with one in difficulty (ch. 8, B5). */
export const chapter8: ChapterCase = {
  id: 'chapter-8',
  title: 'Three schools and one in difficulty',
  source: 'ch. 8, B5',
  schools: {
    difficulty:
      'About 450 students in a school built for 1,000; 7 % with five good grades in 2000; a new head from September 2000',
    resources: 'Its head is known for finances and resources',
    targets: 'Its head is known for target setting',
    marketing: 'Its head knows marketing and unions',
  },
  activities: [
    {
      kind: 'meeting',
      days: ['1998-10-15', '1999-10-15'],
      parts: ['difficulty', ...consultants].map((school) => ({ school })),
      why: 'Schools of one authority whose heads meet there; the three knew each other before',
      assumed: 'One meeting a year at which all four were',
    },
    {
      kind: 'joint-planning',
      days: ['2000-05-10', '2000-06-07', '2000-07-05'],
      parts: ['difficulty', ...consultants].map((school) => ({ school, hours: 3 })),
      aim,
      product: 'A plan for raising achievement',
      why: 'From Easter to summer 2000 the three work out a plan with the head who is to come',
      assumed: 'Three half days of three hours for each head',
    },
    {
      ...consulting(2000),
      why: 'A day a week from each of the three heads in the first year: observations, interviews, the talk about value added, finances, staffing',
      assumed: 'Thirty-nine weeks of 6.5 hours',
    },
    {
      ...consulting(2001),
      why: 'The partnership goes on: inspectors look at it after two years',
      assumed: 'The same day a week in the second year',
    },
    {
      kind: 'support-in-crisis',
      days: ['2000-11-15'],
      parts: [
        { school: 'resources', role: 'provider' },
        { school: 'difficulty', role: 'recipient' },
      ],
      why: 'Through the redundancies one of the heads calls the new head every evening',
      assumed: 'Which of the three it was; hours are not counted',
    },
    {
      kind: 'joint-training',
      days: ['2001-10-10', '2002-02-06'],
      parts: [
        ...consultants.map((school) => ({ school, role: 'provider' as const, hours: 3 })),
        { school: 'difficulty', role: 'recipient' as const },
      ],
      why: 'Other groups of staff join in, for subjects in difficulty',
      assumed: 'Two afternoons, all three schools giving',
    },
    {
      kind: 'joint-target',
      days: ['2000-09-05', '2001-09-05'],
      parts: ['difficulty', ...consultants].map((school) => ({ school })),
      why: 'All four answer for one goal; the three say that they had as much to lose',
      assumed: 'Written down once a year',
    },
  ],
  posts: [],
  pairs: [
    {
      schools: ['difficulty', 'resources'],
      academicYear: 1998,
      level: 'association',
      why: 'Nothing is told but that both belong to one authority',
    },
    {
      schools: ['difficulty', 'resources'],
      academicYear: 2000,
      level: 'collaboration',
      why: 'Work on one particular problem, knowledge given for a stated goal, a stronger and a weaker partner',
    },
    {
      schools: ['difficulty', 'targets'],
      academicYear: 2001,
      level: 'collaboration',
      why: 'It goes on for a second year, and the goal is still the one school; what came back was insight of the heads, not something given',
    },
    {
      schools: ['difficulty', 'marketing'],
      academicYear: 1999,
      level: 'cooperation',
      why: 'A term of planning with a head who has not come yet; little can be done while the old one is there',
    },
    {
      schools: ['resources', 'targets'],
      academicYear: 2000,
      level: 'collaboration',
      why: 'The two heads work as a team for one goal, make their roles clear to each other and learn from each other',
      rules: {
        level: 'cooperation',
        why: 'Both gave to the third school, not to each other: nothing that is written down flows between the two but the hours of planning',
      },
    },
  ],
};
