import type { AcademicYear, CollaborationLevel, Participation } from '@collegial/model';
import type { Post } from '../shared-staff/share-posts.ts';

/** The part of a school in an activity of a case. */
export interface CasePart {
  readonly school: string;
  readonly role?: Participation['role'];
  readonly hours?: number;
  readonly places?: number;
  readonly amount?: number;
}

/** Something that the chapter tells the schools did together, coded by hand. */
export interface CaseActivity {
  /** Id of an activity kind. */
  readonly kind: string;
  /** Days on which it happened, `YYYY-MM-DD`; the chapter seldom gives one, so they are spread over the time that it gives. */
  readonly days: readonly string[];
  readonly parts: readonly CasePart[];
  readonly aim?: string;
  readonly product?: string;
  /** What in the chapter it stands for. */
  readonly why: string;
  /** What of it the chapter does not say and we put there. */
  readonly assumed: string;
}

/** A member of staff of whom the chapter tells that several schools had a share. */
export interface CasePost {
  /** Where the person works, and who employs the person when it is another school. */
  readonly posts: readonly (Pick<Post, 'school' | 'fte'> & { readonly employer?: string })[];
  readonly from: string;
  readonly to: string;
  readonly why: string;
  readonly assumed: string;
}

/** A pair of the chapter with the level that a reader gives it by the words of chapter 12. */
export interface CasePair {
  readonly schools: readonly [string, string];
  readonly academicYear: AcademicYear;
  readonly level: CollaborationLevel;
  /** Why a reader of the chapter gives that level. */
  readonly why: string;
  /** Set where the rules say otherwise: what they say, and why. */
  readonly rules?: { readonly level: CollaborationLevel; readonly why: string };
}

/** Schools of a chapter of the book, what they did, and how close a reader finds them: a test of the rules, not their proof. */
export interface ChapterCase {
  readonly id: string;
  readonly title: string;
  /** Chapter, and id of the evidence base. */
  readonly source: string;
  /** What the chapter says of each school; it names none of them. */
  readonly schools: Readonly<Record<string, string>>;
  readonly activities: readonly CaseActivity[];
  readonly posts: readonly CasePost[];
  readonly pairs: readonly CasePair[];
}
