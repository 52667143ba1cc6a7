import type { EntityName, Place, Quarantined } from '@collegial/model';

/**
 * What became of what was read. Always `read = loaded + unchanged + deleted + duplicate + quarantined`.
 */
export interface Counts {
  /** Rows as the source gave them. One row can hold several records, or none. */
  readonly rows: number;
  /** Rows, or parts of rows, that hold nothing for the stream; see {@link StreamReport.skippedBy}. */
  readonly skipped: number;
  /** Records and removals found in the rows, those set aside included. */
  readonly read: number;
  /** Records new or changed at the target. */
  readonly loaded: number;
  /** Records that the target already had with the same content, and removals of what it did not have. */
  readonly unchanged: number;
  /** Removals, told by the source, of what the target had. */
  readonly deleted: number;
  /** Records and removals met before in the same run. */
  readonly duplicate: number;
  /** Records set aside because they could not be used. */
  readonly quarantined: number;
}

/** A failure as data. */
export interface FailureReport {
  /** Error code, see `docs/errors.md`. */
  readonly code: string;
  readonly message: string;
  readonly fix: string;
  readonly docs: string;
  readonly place: Place;
}

/** How many records were set aside for one reason. */
export interface QuarantineReason {
  readonly code: string;
  /** Field, or an empty string when the reason is not about one field. */
  readonly field: string;
  readonly count: number;
}

/** A code of the source that no code set knows, and how often it came. */
export interface UnmappedCode {
  readonly field: string;
  readonly code: string;
  readonly count: number;
}

/**
 * What happened to one stream. The counts are those of the whole run, including what an interrupted part of it
 * had committed.
 */
export interface StreamReport extends Counts {
  readonly source: string;
  readonly stream: string;
  readonly entity: EntityName;
  readonly title: string;
  /** Id of the run; a resumed run keeps its id. */
  readonly run: string;
  /**
   * `complete`: read to its end · `failed` · `aborted`: stopped · `unreadable`: the credentials may not read it and never could; that is no failure
   * of the sync, and a stream that was readable before fails instead.
   */
  readonly status: 'complete' | 'failed' | 'aborted' | 'unreadable';
  /** `full`: read from the beginning · `incremental`: from the end of the last complete run. */
  readonly mode: 'full' | 'incremental';
  /** What an interrupted part of this run had committed before, or `null` when the run began now. */
  readonly resumedAfter: Counts | null;
  /** Skipped rows by reason. */
  readonly skippedBy: Readonly<Record<string, number>>;
  /** All reasons for which records were set aside. */
  readonly quarantineBy: readonly QuarantineReason[];
  /** Places and reasons, at most 1000, of this process only; the target has them all. */
  readonly quarantine: readonly Quarantined[];
  /** Drift: how often each field of the source did not have the shape that the connector expects. */
  readonly drift: Readonly<Record<string, number>>;
  /** Codes that the connector knows no meaning of, most frequent first. */
  readonly unmapped: readonly UnmappedCode[];
  /** Whether everything that the source has was read; why that is not known otherwise. */
  readonly completeness: 'verified' | { readonly unverified: string };
  /**
   * Whether deletions at the source were applied; why that is not known otherwise – also when records that a read without a total did not
   * meet wait for a second one –; `none` when the stream cannot tell.
   */
  readonly deletes: 'applied' | 'none' | { readonly unknown: string };
  /**
   * Records removed because a complete read did not meet them. They were not read, and are not among the
   * counts.
   */
  readonly deletedUnseen: number;
  /** Where the stream stands now; `null` when nothing was committed. */
  readonly checkpoint: { readonly cursor: unknown; readonly complete: boolean } | null;
  /** Things worth knowing that are no failure. */
  readonly notes: readonly string[];
  readonly error?: FailureReport;
  readonly milliseconds: number;
}

/** What happened in a sync. Plain data: `JSON.stringify` loses nothing. */
export interface SyncReport {
  /**
   * `complete`: every stream that the credentials may read was read to its end · `incomplete`: at least one failed · `aborted`: stopped by
   * the signal.
   */
  readonly status: 'complete' | 'incomplete' | 'aborted';
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly milliseconds: number;
  readonly totals: Counts;
  readonly streams: readonly StreamReport[];
  /** Set when the data was loaded but the target could not bring its roll-ups up to date. */
  readonly refreshError?: FailureReport;
}
