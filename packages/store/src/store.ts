import type { EntityName, LoadTarget, Quarantined } from '@collegial/model';
import type { QueryEngine } from '@collegial/query';
import type { UnknownCode } from './attendance/unknown-codes.ts';

/** A quarantined record as the store keeps it. */
export interface QuarantineEntry extends Quarantined {
  readonly source: string;
  readonly stream: string;
  readonly entity: EntityName;
  readonly run: string;
}

/** Which part of the quarantine to list; what is absent is not narrowed. */
export interface QuarantineFilter {
  readonly source?: string;
  readonly stream?: string;
  readonly run?: string;
  /** Most entries to give; default 1,000. */
  readonly limit?: number;
}

/** The data of one tenant in an embedded DuckDB: takes records from sync, answers queries over the views. */
export interface Store extends QueryEngine, LoadTarget {
  /** The file, or `:memory:`. */
  readonly path: string;
  /** Tenant whose data this is; `undefined` when none was ever named. */
  readonly tenant: string | undefined;
  /** Number of rows of each entity, over all sources. */
  counts(): Promise<Record<EntityName, number>>;
  /** Attendance codes that were not known on the day they were used, with how often and when: kept, never guessed. */
  unknownCodes(): Promise<UnknownCode[]>;
  /** Records that could not be loaded, latest first, with place and reason. */
  quarantine(filter?: QuarantineFilter): Promise<QuarantineEntry[]>;
  /**
   * Writes every table as Parquet files (zstd) in Hive layout, one folder for each table, with `academic_year=…` folders where
   * a table is partitioned. The directory appears whole or not at all; an earlier export in its place is replaced.
   *
   * @param directory one of the directories named when the store was opened, or inside one
   * @throws CollegialError `argument.invalid` when it is outside, or holds something that is no export
   */
  exportParquet(directory: string): Promise<void>;
  /** Waits for what is being written, brings the file up to date and lets go of it. Closing twice is fine. */
  close(): Promise<void>;
}
