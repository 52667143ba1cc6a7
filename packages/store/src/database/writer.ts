import { CollegialError } from '@collegial/model';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { plainValue } from './result-rows.ts';
import { isFatal, storeError } from './store-error.ts';

/** Named values for `$name` in a statement. */
export type Values = Record<string, DuckDBValue>;

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
  const attempt = async <Result>(doing: string, work: () => Promise<Result>, undo?: () => void) => {
    if (refusal !== undefined) throw refusal();
    try {
      await connection.run('begin transaction');
      const result = await work();
      await connection.run('commit');
      return result;
    } catch (error) {
      await connection.run('rollback').catch(() => undefined);
      undo?.();
      const wrapped = storeError(error, doing);
      if (isFatal(error)) refusal = () => wrapped;
      throw wrapped;
    }
  };
  return {
    connection,
    run,
    rows,
    numbers: async (statement, values) =>
      ((await rows(statement, values))[0] ?? []).map((value) => Number(plainValue(value, 'count') ?? 0)),
    transaction: (doing, work, undo) => {
      const turn = last.then(() => attempt(doing, work, undo));
      last = turn.catch(() => undefined);
      return turn;
    },
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
