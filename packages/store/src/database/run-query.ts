import { CollegialError } from '@collegial/model';
import type { QueryOptions, Sql } from '@collegial/query';
import { type DuckDBInstance, StatementType } from '@duckdb/node-api';
import { resultRows } from './result-rows.ts';
import { storeError } from './store-error.ts';

const readers = new Set([StatementType.SELECT, StatementType.EXPLAIN]);

/**
 * Runs one reading statement on a connection of its own, so that queries may overlap with each other and with a load: each
 * sees the last committed state.
 *
 * @throws CollegialError `store.query-failed`, `query.unknown-view`; the signal's reason when it is aborted
 */
export async function runQuery<Result extends object>(
  instance: DuckDBInstance,
  { text, parameters }: Sql,
  { signal }: QueryOptions = {},
): Promise<Result[]> {
  signal?.throwIfAborted();
  const connection = await instance.connect();
  const interrupt = () => connection.interrupt();
  try {
    const statement = await connection.prepare(text);
    if (!readers.has(statement.statementType)) throw onlyReads();
    statement.bind([...parameters]);
    signal?.throwIfAborted();
    signal?.addEventListener('abort', interrupt, { once: true });
    return (await resultRows(await statement.run())) as Result[];
  } catch (error) {
    signal?.throwIfAborted();
    throw storeError(error);
  } finally {
    signal?.removeEventListener('abort', interrupt);
    connection.closeSync();
  }
}

function onlyReads(): CollegialError {
  return new CollegialError({
    code: 'store.query-failed',
    message: 'A query may only read.',
    fix: 'Write through `load`; pass a single select statement to `query`.',
  });
}
