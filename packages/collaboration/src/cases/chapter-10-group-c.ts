import type { ChapterCase } from './chapter-case.ts';

const willing = ['academy', 'improved', 'third', 'fourth'] as const;
const aim = 'Revision and supported self-study, 14 to 19';

/** Group C of the city (ch. 10, B4): little moves until there is a coordinator. */
export const chapter10GroupC: ChapterCase = {
  id: 'chapter-10-c',
  title: 'Group C: little moves until there is a coordinator',
  source: 'ch. 10, B4',
  schools: {
    academy: 'A city academy',
    improved: 'Has already improved results of disadvantaged students',
    third: 'In challenging circumstances',
    fourth: 'In challenging circumstances',
    declining: 'In challenging circumstances; its head chooses not to take part',
  },
  activities: [
    {
      kind: 'meeting',
      days: ['2002-10-10', '2003-03-10'],
      parts: willing.map((school) => ({ school })),
      why: 'Planning meetings, for which leaders in difficult schools say they have no time',
      assumed: 'Two in the first year',
    },
    {
      kind: 'in-service-event',
      days: ['2002-11-05', '2003-11-05'],
      parts: [...willing, 'declining'].map((school) => ({ school })),
      why: 'Events of the project to which all schools of the city are asked',
      assumed: 'One a year at which the one that declines was too',
    },
    {
      kind: 'resource-production',
      days: ['2003-01-20', '2003-02-20'],
      parts: willing.map((school) => ({ school, hours: 2 })),
      why: 'Revision guides in some subjects, written in meetings for which teachers were paid',
      assumed: 'Two meetings of two hours in the first year, with no aim of the group’s own',
    },
    {
      kind: 'resource-production',
      days: ['2003-10-20', '2003-11-24', '2004-01-26', '2004-03-08'],
      parts: willing.map((school) => ({ school, hours: 10 })),
      aim,
      product: 'Guides for revision and self-study',
      why: 'With a coordinator there is a push: joint resources for revision and self-study',
      assumed: 'Four rounds, ten hours from each school in each',
    },
    {
      kind: 'peer-review',
      days: ['2004-06-10'],
      parts: willing.map((school) => ({ school, hours: 3 })),
      why: 'In the end every group of the city did peer review, with officers of the authority',
      assumed: 'Once, half a day from each school that takes part',
    },
  ],
  posts: [],
  pairs: [
    {
      schools: ['academy', 'improved'],
      academicYear: 2002,
      level: 'cooperation',
      why: 'Meetings and some shared guides; the chapter itself finds very little collaboration in these',
    },
    {
      schools: ['academy', 'improved'],
      academicYear: 2003,
      level: 'collaboration',
      why: 'A coordinator drives work on one thing, resources for revision, for looked-for gains',
    },
    {
      schools: ['fourth', 'third'],
      academicYear: 2003,
      level: 'collaboration',
      why: 'The same work; self-interest is what holds it together',
    },
    {
      schools: ['academy', 'declining'],
      academicYear: 2003,
      level: 'association',
      why: 'The head stays away; what is left are events of the authority',
    },
  ],
};
