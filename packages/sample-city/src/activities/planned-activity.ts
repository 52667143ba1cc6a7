import type { EntityInput } from '@collegial/model';
import type { SchoolKey } from '../places/school-profile.ts';
import type { StoryDay } from '../staff/planned-post.ts';

/** One school's part in a planned activity: the fields of `Participation` that say role and amounts. */
export type PlannedPart = Omit<EntityInput<'Participation'>, 'id' | 'activityId' | 'organisationId'>;

/** Something that schools of the story do together. */
export interface PlannedActivity {
  /** Id of an activity kind. */
  readonly kind: string;
  readonly title: string;
  readonly aim?: string;
  /** One record for each day. */
  readonly on: readonly StoryDay[];
  /** For what lasts: its last day. */
  readonly to?: StoryDay;
  readonly product?: string;
  readonly fundingId?: string;
  readonly recordedBy: SchoolKey;
  readonly parts: Readonly<Record<SchoolKey, PlannedPart>>;
  /** The part of an officer of the authority, where one came. */
  readonly officer?: PlannedPart;
  /** What the other schools say of it; `confirmed` by each of them, or disputed by one. */
  readonly verdict: 'confirmed' | 'unconfirmed' | { readonly disputedBy: SchoolKey };
}

/** The same part for several schools. */
export function each(keys: readonly SchoolKey[], part: PlannedPart): Record<SchoolKey, PlannedPart> {
  return Object.fromEntries(keys.map((key) => [key, part]));
}

/** A meeting of heads: two hours, nobody gives or receives. */
export function headsMeeting(keys: readonly SchoolKey[], on: readonly StoryDay[]): PlannedActivity {
  return {
    kind: 'meeting',
    title: 'Meeting of heads',
    on,
    recordedBy: keys[0]!,
    parts: each(keys, { role: 'participant', heads: 1, hours: 2 }),
    verdict: 'confirmed',
  };
}
