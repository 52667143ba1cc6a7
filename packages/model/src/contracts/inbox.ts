import type { EntityInput } from '../entity/entities.ts';

/** What a school or coordinator entered about an activity between schools. */
export type InboxEntry =
  | {
      readonly type: 'activity';
      readonly activity: EntityInput<'Activity'>;
      readonly participations: readonly EntityInput<'Participation'>[];
    }
  | { readonly type: 'confirmation'; readonly confirmation: EntityInput<'Confirmation'> };

/** An entry with its place in the list. */
export interface PlacedEntry {
  /** 1 for the first entry of a tenant, then one more for each. */
  readonly position: number;
  readonly entry: InboxEntry;
}

/**
 * An append-only list of recorded collaboration for each tenant, written by `recordActivity`, `confirm` and `dispute` and read by the activities
 * connector. Nothing is ever changed or taken out: who changes their mind appends.
 */
export interface Inbox {
  /**
   * Appends an entry once; when it returns, the entry outlives a crash. The same idempotency key with the same content again returns the same position.
   *
   * @throws CollegialError `inbox.key-reused` when the key came with other content before
   */
  append(
    entry: InboxEntry,
    options: { readonly idempotencyKey: string; readonly tenant: string },
  ): Promise<{ readonly position: number }>;
  /** Entries after a position, in order, without gaps. */
  read(options: {
    readonly tenant: string;
    readonly after: number;
    readonly limit: number;
  }): Promise<readonly PlacedEntry[]>;
  /**
   * The entries about one activity, in order. An inbox that keeps an index gives them without a reading of the whole list; absent: everything is read.
   */
  about?(options: { readonly tenant: string; readonly activityId: string }): Promise<readonly PlacedEntry[]>;
}
