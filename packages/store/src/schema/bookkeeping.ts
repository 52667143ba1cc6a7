/** Tables of schema `bookkeeping`: what the store knows about its own content. None of it is exported. */
export const bookkeepingTables: readonly string[] = [
  // Schema version, layout hash, salt of the record keys, tenant, day created.
  'create table bookkeeping.meta (name varchar not null, value varchar not null)',
  'create table bookkeeping.checkpoint (source varchar not null, stream varchar not null, value varchar not null)',
  `create table bookkeeping.quarantine (
    run varchar not null, source varchar not null, stream varchar not null, entity varchar not null,
    place varchar not null, code varchar not null, reason varchar not null)`,
  // Runs of streams with snapshot differences, and the keys that each was the last to meet; see seen.ts.
  'create table bookkeeping.stream_run (run_no integer not null, source varchar not null, stream varchar not null, entity varchar not null, run varchar not null)',
  'create table bookkeeping.seen (run_no integer not null, key varchar not null)',
  'create table bookkeeping.run (run_no integer not null, run varchar not null)',
  // Enrolments and years whose roll-up is due. Survives a crash, so that a reopened store can catch up.
  'create table bookkeeping.touched (enrolment_no integer not null, academic_year smallint not null)',
  // Sum of the hashes of a table's rows, modulo 2^64; see content-checksum.ts.
  'create table bookkeeping.content (table_name varchar not null, checksum ubigint not null)',
];
