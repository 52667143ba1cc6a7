import type { EntityInput } from '@collegial/model';
import type { WriteOptions } from './write-options.ts';

/** What schools did, as somebody describes it. */
export interface NewActivity extends Omit<EntityInput<'Activity'>, 'id' | 'recordedById'> {
  /** Give the id of an activity that you recorded before to correct it. Default: made from tenant, school and idempotency key. */
  readonly id?: string;
}

/** The part of one school; without a role it is a `participant`. */
export interface NewParticipation extends Omit<EntityInput<'Participation'>, 'id' | 'activityId' | 'role'> {
  readonly role?: EntityInput<'Participation'>['role'];
}

/** What `recordActivity` needs. */
export interface RecordActivityOptions extends WriteOptions {
  /** School that records it; `null` when a coordinator or adviser does, whose word stands for no school. */
  readonly by: string | null;
  readonly activity: NewActivity;
  readonly participations: readonly NewParticipation[];
}
