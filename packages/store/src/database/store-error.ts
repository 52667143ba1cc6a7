import { CollegialError } from '@collegial/model';

/** Kinds of engine errors whose text speaks of the statement alone; others may quote a value of the data. */
const aboutTheStatement = /^(Binder|Parser|Catalog|Syntax|Not implemented) Error/i;

/** True for errors after which DuckDB refuses every further statement until the file is opened again. */
export function isFatal(error: unknown): boolean {
  return error instanceof Error && /^(INTERNAL|FATAL) Error/i.test(error.message);
}

/**
 * Wraps an error of the engine. Its message is passed on only where it cannot hold a value of the data: failed
 * conversions quote what they failed on.
 *
 * @param doing what was being done, for example `A query`
 */
export function storeError(error: unknown, doing = 'A query'): CollegialError {
  if (CollegialError.isInstance(error)) return error;
  const text = error instanceof Error ? error.message : '';
  const kind = /^([A-Z][\w -]*) Error/i.exec(text)?.[1] ?? 'unknown';
  if (isFatal(error)) {
    return new CollegialError({
      code: 'store.query-failed',
      message: `${doing} met an internal error of DuckDB; the store refuses further work until it is opened again.`,
      fix: 'Close the store and open it again; nothing committed is lost. Report this with the query that was run.',
    });
  }
  const missing = /^Catalog Error: Table with name (\w+) does not exist/.exec(text)?.[1];
  if (missing !== undefined) {
    return new CollegialError({
      code: 'query.unknown-view',
      message: `${doing} names “${missing}”, which is no view.`,
    });
  }
  if (aboutTheStatement.test(text)) {
    return new CollegialError({
      code: 'store.query-failed',
      message: `${doing} failed: ${text.split('\n\nLINE')[0]?.trim()}`,
      cause: error,
    });
  }
  return new CollegialError({ code: 'store.query-failed', message: `${doing} failed (${kind} error).` });
}
