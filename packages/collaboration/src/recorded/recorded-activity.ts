import type { AcademicYear, ActivityKind, Participation } from '@collegial/model';

/** The part of one school in a recorded activity. */
export interface Participant {
  readonly school: string;
  readonly role: Participation['role'];
  /** Staff and governors who took part; `null` when not stated. */
  readonly people: number | null;
  /** Students who took part; `null` when not stated. */
  readonly students: number | null;
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
  /** School that recorded it; `null` when it was somebody else. */
  readonly recordedBy: string | null;
  readonly participants: readonly Participant[];
  /** Latest word of each school that has said something. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
}
