import { CollegialError } from '@collegial/model';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { plainValue } from './result-rows.ts';
import { isFatal, storeError } from './store-error.ts';

/** Named values for `$name` in a statement. */
export type Values = Record<string, DuckDBValue>;

/** Runs work in a transaction: committed when it returns, rolled back when it throws. */
export type InTransaction = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Writes, one transaction after the other. */
export interface Writer {
  readonly connection: DuckDBConnection;
  /** Runs a statement and gives the number of rows it changed. */
  run(statement: string, values?: Values): Promise<number>;
  /** Runs a statement and gives its rows as engine values. */
  rows(statement: string, values?: Values): Promise<DuckDBValue[][]>;
  /** Runs a statement that gives one row of numbers. */
  numbers(statement: string, values?: Values): Promise<number[]>;
  /**
   * Runs work in a transaction after all work before it: committed when it returns, rolled back when it throws.
   *
   * @param undo called after a rollback, to forget what was remembered outside the database
   */
  transaction<Result>(doing: string, work: () => Promise<Result>, undo?: () => void): Promise<Result>;
  /**
   * Runs work after all work before it, which itself says what of it is a transaction. Temporary tables that were made before it are read with all threads, those
   * made inside it with one.
   *
   * @param undo called when the work fails
   */
  turn<Result>(
    doing: string,
    work: (inTransaction: InTransaction) => Promise<Result>,
    undo?: () => void,
  ): Promise<Result>;
  /** Waits for the work under way and refuses any more. */
  stop(): Promise<void>;
}

/** Makes the one writer of a database. */
export function createWriter(connection: DuckDBConnection): Writer {
  let last: Promise<unknown> = Promise.resolve();
  let refusal: (() => CollegialError) | undefined;
  const run: Writer['run'] = async (statement, values) =>
    (await connection.run(statement, values)).rowsChanged;
  const rows: Writer['rows'] = async (statement, values) =>
    await (await connection.run(statement, values)).getRows();
  const inTransaction: InTransaction = async (work) => {
    try {
      await connection.run('begin transaction');
      const result = await work();
      await connection.run('commit');
      return result;
    } catch (error) {
      await connection.run('rollback').catch(() => undefined);
      throw error;
    }
  };
  const attempt: Writer['turn'] = async (doing, work, undo) => {
    if (refusal !== undefined) throw refusal();
    try {
      return await work(inTransaction);
    } catch (error) {
      undo?.();
      const wrapped = storeError(error, doing);
      if (isFatal(error)) refusal = () => wrapped;
      throw wrapped;
    }
  };
  const turn: Writer['turn'] = (doing, work, undo) => {
    const done = last.then(() => attempt(doing, work, undo));
    last = done.catch(() => undefined);
    return done;
  };
  return {
    connection,
    run,
    rows,
    numbers: async (statement, values) =>
      ((await rows(statement, values))[0] ?? []).map((value) => Number(plainValue(value, 'count') ?? 0)),
    transaction: (doing, work, undo) => turn(doing, (inTransaction) => inTransaction(work), undo),
    turn,
    stop: async () => {
      refusal ??= closed;
      await last;
    },
  };
}

/** What every method throws once the store has been closed. */
export function closed(): CollegialError {
  return new CollegialError({
    code: 'store.query-failed',
    message: 'The store has been closed.',
    fix: 'Open it again.',
  });
}
