import type { AnySource, Identity, Logger, Sleep } from '@collegial/connector-kit';
import type { LoadTarget } from '@collegial/model';

/** How far a stream is. */
export interface SyncProgress {
  readonly source: string;
  readonly stream: string;
  readonly phase: 'reading' | 'finishing' | 'done' | 'failed';
  /** Rows received in this run. */
  readonly rows: number;
  /** Records and removals found. */
  readonly read: number;
  /** Records written so far that were new or changed. */
  readonly loaded: number;
  readonly quarantined: number;
  /** Rows a second, since this process began to read the stream. */
  readonly ratePerSecond: number;
  /** Rows in all, when the source says. */
  readonly total?: number;
}

/** Options of {@link sync}. */
export interface SyncOptions {
  /** What is read, in this order. Two sources need two names. */
  readonly sources: readonly AnySource[];
  /** What is written to: a store. */
  readonly target: LoadTarget;
  /**
   * Key for pseudonyms: 32 bytes, or base64. Without it, sources that hold personal identifiers fail with
   * `identity.key-missing`.
   */
  readonly key?: string | Uint8Array;
  /** Takes the place of `key`: makes the pseudonyms itself. */
  readonly identity?: Identity;
  /** Streams to read, each `stream` or `source.stream`; default all. */
  readonly streams?: readonly string[];
  /** Reads every stream from its beginning, as if there were no checkpoints; default false. */
  readonly full?: boolean;
  /** Records in one commit, about; default 50 000. A commit ends where a page ends. */
  readonly batchSize?: number;
  /** Milliseconds after which what was read is committed even when it is less than a batch, so that a slow source loses little when it is stopped; default 5 000. */
  readonly commitInterval?: number;
  /**
   * Largest share (0 to 1) of a stream's records that a snapshot difference may remove; default 0.2. More than
   * that looks like a fault of the source: nothing is removed, and the report says so.
   */
  readonly maxDeletedShare?: number;
  /** Called at most ten times a second for each stream, and at its end. */
  readonly onProgress?: (progress: SyncProgress) => void;
  /** Stops the sync; what is committed stays, and the next sync resumes there. */
  readonly signal?: AbortSignal;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  readonly sleep?: Sleep;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** A number from 0 to 1, for the jitter of waits. */
  readonly random?: () => number;
  /** Default: nothing is logged. */
  readonly logger?: Logger;
}
