import type { AcademicYear, ActivityKind, Participation } from '@collegial/model';
import type { Reach } from '../ties/reach.ts';

/** The part of one school in a recorded activity. */
export interface Participant {
  readonly school: string;
  readonly role: Participation['role'];
  /** Staff and governors who took part; `null` when not stated. */
  readonly people: number | null;
  /** Students who took part; `null` when not stated. */
  readonly students: number | null;
  /** The same people by what they do. */
  readonly reach: Reach;
  readonly hours: number | null;
  readonly days: number | null;
  readonly places: number | null;
  readonly amount: number | null;
}

/** What a school says of an activity that another recorded. */
export type Verdict = 'confirmed' | 'disputed';

/** An activity with everyone who took part and what they say of it. */
export interface RecordedActivity {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly academicYear: AcademicYear;
  readonly startsOn: string;
  /** Last day; the first when none is stated. */
  readonly endsOn: string;
  readonly aim: string | null;
  readonly product: string | null;
  readonly groupId: string | null;
  readonly fundingId: string | null;
  /** School that recorded it; `null` when it was somebody else. */
  readonly recordedBy: string | null;
  readonly participants: readonly Participant[];
  /** False: it came of another activity that is recorded, which is the occasion. */
  readonly occasion?: boolean;
  /** Latest word of each school that has said something. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
}
