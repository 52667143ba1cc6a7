import type { EntityName, EntityRecord } from '../entity/entities.ts';
import type { BulkBatch, BulkResult } from './bulk.ts';
import type { Quarantined } from './quarantined.ts';

/** Where a stream of a source stands: an opaque, JSON-serialisable cursor and what was counted up to it. */
export interface Checkpoint {
  /** Cursor as the connector gave it; `null` at the beginning. */
  readonly cursor: unknown;
  /** Version of the cursor's shape, so that a newer connector can migrate it. */
  readonly cursorVersion: number;
  /** Run that wrote this checkpoint. */
  readonly run: string;
  /** True when the stream was read to its end in that run. */
  readonly complete: boolean;
  /**
   * Counts of the run so far: what a resumed run goes on from. Given without what becomes of the batch it comes with: the target adds
   * each number of its {@link LoadResult} to the entry of the same name (`loaded`, `unchanged`, …; 0 when absent) before it stores the
   * checkpoint in the same transaction, so that the counts survive a crash right after the commit.
   */
  readonly counts: Readonly<Record<string, number>>;
  /** Fingerprint of the settings that decided which records were read; absent when the connector does not say. */
  readonly scope?: string;
}

/** Records of one entity, their deletions and the checkpoint, to be written as one. */
export interface LoadBatch<Name extends EntityName = EntityName> {
  /** Source as named in the configuration. */
  readonly source: string;
  /** Stream of the source. */
  readonly stream: string;
  readonly entity: Name;
  /** Id of the run; a record met twice in a run is counted as a duplicate. */
  readonly run: string;
  readonly records: readonly EntityRecord<Name>[];
  /**
   * Keys of records that the source says are gone: values of the entity's key fields, in order. A key is never both here and
   * among the records.
   */
  readonly deletedKeys: readonly (readonly string[])[];
  readonly quarantined: readonly Quarantined[];
  /** True when the stream's records can be deleted: the target then remembers which keys this run met, for {@link LoadTarget.deleteUnseen}. */
  readonly trackSeen?: boolean;
  /**
   * Fingerprint of the key that the pseudonyms of this run were made with; absent when it made none. A target refuses a batch with another fingerprint
   * than those before (`identity.key-changed`): the same people would be there twice.
   */
  readonly keyFingerprint?: string;
  /** Where the stream stands after this batch. */
  readonly checkpoint: Checkpoint;
}

/** What became of a batch: `loaded + unchanged + duplicate` is the number of records, each counted once. */
export interface LoadResult {
  /** New or changed. */
  readonly loaded: number;
  /** Present with the same content. */
  readonly unchanged: number;
  /** Met before in the same run. */
  readonly duplicate: number;
  /** Removed; keys that were not present are not counted here. */
  readonly deleted: number;
  /** Keys to delete that were not present. */
  readonly absent: number;
}

/** What {@link LoadTarget.deleteUnseen} needs to know. */
export interface DeleteUnseenOptions {
  readonly source: string;
  readonly stream: string;
  readonly entity: EntityName;
  readonly run: string;
  readonly maxShare: number;
  /**
   * True when nothing tells whether the run met every row that the source has: only what the complete run before this one did not meet either is removed,
   * and what this one is the first to miss is remembered as such. A record that any run meets in between begins anew. The same run, asked again,
   * counts once.
   */
  readonly missedTwice?: boolean;
}

/** What {@link LoadTarget.deleteUnseen} did. */
export interface UnseenDeleted {
  readonly deleted: number;
  /** With `missedTwice`: records that this run is the first to miss, and that are still there. */
  readonly kept?: number;
}

/** Takes records from sync; implemented by the store. */
export interface LoadTarget {
  /** The last committed checkpoint of a stream, or `undefined`. */
  checkpoint(source: string, stream: string): Promise<Checkpoint | undefined>;
  /**
   * Writes records, deletions, quarantine and checkpoint in one transaction: after a crash either all of it is there
   * or none. Idempotent by source, entity and key.
   */
  load<Name extends EntityName>(batch: LoadBatch<Name>): Promise<LoadResult>;
  /**
   * Reads a file itself, without a row passing through the program; absent when the target cannot. The same records result as from reading row by row.
   * Nothing is loaded when the file is not suited – another encoding, rows that do not fit the heading –: it is then read row by row, which names every place.
   */
  loadBulk?(batch: BulkBatch): Promise<BulkResult | { readonly unsuited: string }>;
  /**
   * Removes the records of a stream whose keys a complete run with `trackSeen` did not meet (snapshot difference). Refuses,
   * and removes and remembers nothing, when the run did not meet more than `maxShare` (0–1) of what is there.
   */
  deleteUnseen(options: DeleteUnseenOptions): Promise<UnseenDeleted | { readonly refused: string }>;
  /** Brings roll-ups up to date for what was loaded since the last call. */
  refresh(): Promise<void>;
}
