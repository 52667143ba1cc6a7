import type { ActivityKind } from '@collegial/model';

/** What somebody asks to do. */
export interface WriteRequest {
  readonly action: 'record' | 'correct' | 'confirm' | 'dispute';
  readonly tenant: string;
  /** School for which it is done; `null`: nobody in particular, for example a coordinator. */
  readonly by: string | null;
  readonly activityId: string;
  /** Schools that took part. */
  readonly schools: readonly string[];
}

/** Says whether somebody may do it. It knows who is signed in; this package does not. */
export type MayWrite = (request: WriteRequest) => boolean | Promise<boolean>;

/** What every write needs. */
export interface WriteOptions {
  /** Whose inbox it is. */
  readonly tenant: string;
  /** Names this one thing that is sent: sent again with the same key, it is written once. 1 to 200 characters. */
  readonly idempotencyKey: string;
  /** Default: everybody may. Give one wherever people sign in. */
  readonly may?: MayWrite;
  /** Kinds that are understood, see `defineActivityKinds`. Default: `activityKinds` of the model. */
  readonly kinds?: readonly ActivityKind[];
  /** The present day, `YYYY-MM-DD`. Default: by the clock, in UTC. */
  readonly today?: string;
}

/** The present day of some options. */
export function todayOf({ today }: Pick<WriteOptions, 'today'>): string {
  return today ?? new Date().toISOString().slice(0, 10);
}
