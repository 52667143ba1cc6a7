import { CollegialError } from '@collegial/model';
import type { FailureReport } from './sync-report.ts';

/**
 * A failure as the error it stands for: what no one foresaw is `connector.failed`, or `sync.aborted` when the
 * signal has aborted.
 */
export function asCollegialError(
  error: unknown,
  place: CollegialError['place'],
  signal: AbortSignal,
): CollegialError {
  if (signal.aborted)
    return new CollegialError({ code: 'sync.aborted', message: 'The sync was stopped.', place });
  if (CollegialError.isInstance(error)) return error;
  return new CollegialError({
    code: 'connector.failed',
    message: `The connector failed with ${error instanceof Error ? error.name : 'something that is not an error'}.`,
    place,
    cause: error,
  });
}

/** An error as data. Causes stay out: they may quote what was read. */
export function failureReport({ code, message, fix, docs, place }: CollegialError): FailureReport {
  return { code, message, fix, docs, place };
}
