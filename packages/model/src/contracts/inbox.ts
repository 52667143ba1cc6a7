import type { EntityInput } from '../entity/entities.ts';

/** What a school or coordinator entered about an activity between schools. */
export type InboxEntry =
  | {
      readonly type: 'activity';
      readonly activity: EntityInput<'Activity'>;
      readonly participations: readonly EntityInput<'Participation'>[];
    }
  | { readonly type: 'confirmation'; readonly confirmation: EntityInput<'Confirmation'> };

/** An append-only list of recorded collaboration, written by the embed handler and read by the activities connector. */
export interface Inbox {
  /** Appends an entry once: the same idempotency key again returns the same position. */
  append(
    entry: InboxEntry,
    options: { idempotencyKey: string; tenant: string },
  ): Promise<{ position: number }>;
  /** Entries after a position, in order. */
  read(options: {
    tenant: string;
    after: number;
    limit: number;
  }): Promise<readonly { position: number; entry: InboxEntry }[]>;
}
