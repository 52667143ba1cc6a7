import type { EntityInput } from '@collegial/model';
import { plannedActivities } from '../activities/activity-records.ts';
import { formatDay } from '../calendar/day.ts';
import type { Timeline } from '../calendar/timeline.ts';
import type { SchoolKey } from '../places/school-profile.ts';
import { schoolId } from '../places/school-profiles.ts';
import type { StoryDay } from '../staff/planned-post.ts';

/** A set of heads who learn from each other's practice, its cycles, and what they wrote about each other. */
export interface ActionLearningRecords {
  readonly sets: EntityInput<'ActionLearningSet'>[];
  readonly members: EntityInput<'ActionLearningMember'>[];
  readonly cycles: EntityInput<'ActionLearningCycle'>[];
  readonly accounts: EntityInput<'AccountOfPractice'>[];
}

const setId = 'set:B';
const members: readonly SchoolKey[] = ['B1', 'B2', 'B4', 'B5'];

/** Days of the five steps of each cycle; the second passes over the focused texts and is not closed. */
const cycles: readonly {
  readonly theme: string;
  readonly startsOn: StoryDay;
  readonly steps: readonly (StoryDay | null)[];
}[] = [
  {
    theme: 'How departments come to plan together',
    startsOn: [1, '10-02'],
    steps: [
      [1, '10-02'],
      [1, '10-23'],
      [1, '11-20'],
      [1, '12-11'],
      [1, '01-22'],
    ],
  },
  {
    theme: 'What students say of their lessons',
    startsOn: [2, '10-07'],
    steps: [[2, '10-07'], [2, '11-04'], [2, '12-02'], null, null],
  },
];

/** Accounts of practice: of a visit for mutual observation, or the recorded activity itself, so that none is a second occasion. */
const accounts: readonly {
  readonly author: SchoolKey;
  readonly host: SchoolKey;
  readonly cycle: number;
  readonly writtenOn: StoryDay;
  readonly of: readonly [kind: string, occasion: number];
  readonly answer?: 'accepted' | 'amended' | 'rejected';
  readonly answeredOn?: StoryDay;
}[] = [
  {
    author: 'B2',
    host: 'B4',
    cycle: 1,
    writtenOn: [1, '06-20'],
    of: ['account-of-practice', 1],
    answer: 'accepted',
    answeredOn: [1, '06-30'],
  },
  {
    author: 'B4',
    host: 'B5',
    cycle: 1,
    writtenOn: [1, '11-15'],
    of: ['mutual-observation', 3],
    answer: 'amended',
    answeredOn: [1, '12-05'],
  },
  {
    author: 'B5',
    host: 'B4',
    cycle: 2,
    writtenOn: [2, '11-20'],
    of: ['mutual-observation', 6],
  },
];

/** The records of the set, as far as they fall in the years of the city. */
export function createActionLearning(timeline: Timeline): ActionLearningRecords {
  const happens = ([position]: StoryDay) => position < timeline.years.length;
  const day = (on: StoryDay) => formatDay(timeline.on(...on));
  const begun = cycles.filter(({ startsOn }) => happens(startsOn));
  if (begun.length === 0) return { sets: [], members: [], cycles: [], accounts: [] };
  return {
    sets: [
      {
        id: setId,
        name: 'Heads of group B',
        purpose: 'To see their own schools through the practice of others',
        groupId: 'B',
        outsideFacilitator: true,
        startsOn: day([1, '09-18']),
      },
    ],
    members: members.map((school) => ({
      id: `${setId}:${school}`,
      setId,
      organisationId: schoolId(school),
      people: school === 'B2' ? 2 : 1,
      validFrom: day([1, '09-18']),
    })),
    cycles: begun.map(({ theme, startsOn, steps }, index) => {
      const [discussedOn, readOn, analysedOn, reconsideredOn, reviewedOn] = steps.map((step) =>
        step === null ? null : day(step),
      );
      return {
        id: `${setId}:cycle:${index + 1}`,
        setId,
        theme,
        startsOn: day(startsOn),
        discussedOn,
        readOn,
        analysedOn,
        reconsideredOn,
        reviewedOn,
      };
    }),
    accounts: accounts
      .filter(({ writtenOn }) => happens(writtenOn))
      .map(({ author, host, cycle, writtenOn, of, answer, answeredOn }, index) => ({
        id: `${setId}:account:${index + 1}`,
        setId,
        cycleId: `${setId}:cycle:${cycle}`,
        authorId: schoolId(author),
        hostId: schoolId(host),
        visitedOn: null,
        writtenOn: day(writtenOn),
        answer: answer ?? null,
        answeredOn: answeredOn === undefined ? null : day(answeredOn),
        activityId: activityIdOf(...of),
      })),
  };
}

/** Id of an activity of group B, by its kind and which of its days. */
function activityIdOf(kind: string, occasion: number): string {
  const groupB = plannedActivities.find(([group]) => group === 'B')?.[1] ?? [];
  return `activity:B:${groupB.findIndex((activity) => activity.kind === kind) + 1}:${occasion}`;
}
