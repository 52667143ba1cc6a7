import type { EntityInput } from '@collegial/model';
import type { Timeline } from '../calendar/timeline.ts';
import { bodies } from '../places/other-organisations.ts';
import type { SchoolKey } from '../places/school-profile.ts';
import { schoolId } from '../places/school-profiles.ts';
import type { HeldPost, StaffBook } from './staff-book.ts';

/** A day of the story: position of the academic year and `MM-DD`. */
export type StoryDay = readonly [position: number, monthAndDay: string];

/** One of a person's posts in the story. */
export interface PlannedPost {
  readonly school: SchoolKey;
  readonly fte: number;
  readonly from: StoryDay;
  /** Last day; absent: held to the end. */
  readonly to?: StoryDay;
  /** Default `permanent`. */
  readonly kind?: EntityInput<'Appointment'>['kind'];
  /** Default `teacher`. */
  readonly role?: EntityInput<'Appointment'>['role'];
  /** A school of the story, or another body, when the employer is not the school itself. */
  readonly employer?: SchoolKey | keyof typeof bodies;
}

/** A person of the story with all posts that matter to it. */
export interface PlannedPerson {
  /** What the story says of it, for a reader of the truth. */
  readonly note: string;
  readonly person: string;
  readonly subject?: string;
  readonly posts: readonly PlannedPost[];
}

/** Enters the posts that begin before the city ends; one that would end later stays open. */
export function appointPlanned(plan: PlannedPerson, timeline: Timeline, book: StaffBook): HeldPost[] {
  const years = timeline.years.length;
  return plan.posts
    .filter(({ from }) => from[0] < years)
    .map(({ school, fte, from, to, kind = 'permanent', role = 'teacher', employer }) =>
      book.appoint({
        person: plan.person,
        school,
        role,
        kind,
        fte,
        subject: plan.subject,
        employerId: employer === undefined ? undefined : employerId(employer),
        from: timeline.date(...from),
        to: to === undefined || to[0] >= years ? undefined : timeline.date(...to),
      }),
    );
}

function employerId(employer: string): string {
  return employer in bodies ? bodies[employer as keyof typeof bodies] : schoolId(employer);
}
