/** A step from one schema version to the next: statements that run in the transaction that opens an older file. */
export interface Migration {
  /** Version that the file has after this step. */
  readonly version: number;
  readonly statements: readonly string[];
}

/**
 * The steps in order. Columns that the model adds need none: see `match-layout.ts`. Add a step for anything else, such as a
 * renamed column, and never change one that was released.
 */
export const migrations: readonly Migration[] = [
  {
    // A key that was met is written with the number of its run, and no longer with four texts.
    version: 2,
    statements: [
      `create table bookkeeping.stream_run (run_no integer not null, source varchar not null, stream varchar not null, entity varchar not null, run varchar not null)`,
      `insert into bookkeeping.stream_run
        select row_number() over (order by source, stream, entity, run), source, stream, entity, run
        from (select distinct source, stream, entity, run from bookkeeping.seen)`,
      'create table bookkeeping.seen_by_number (run_no integer not null, key varchar not null)',
      `insert into bookkeeping.seen_by_number
        select r.run_no, s.key from bookkeeping.seen s join bookkeeping.stream_run r using (source, stream, entity, run)`,
      'drop table bookkeeping.seen',
      'alter table bookkeeping.seen_by_number rename to seen',
    ],
  },
];

/** Version of a new file. */
export const schemaVersion = 1 + migrations.length;
