import { CollegialError } from '@collegial/model';

/** What a command's exit code means; documented in the README of this package. */
export const exitCode = {
  /** Done. */
  ok: 0,
  /** Something failed that was not foreseen. */
  failed: 1,
  /** The command, its arguments or the configuration are wrong. */
  usage: 2,
  /** Done in part: a stream failed, or the doctor found something; what could be done was done. */
  partial: 3,
  /** Stopped by a signal; the next run resumes. */
  stopped: 130,
} as const;

const usageCodes =
  /^(config|argument|identity|indicator|scope|period|agreement|grouping|model)\.|^file\.not-found$|^release\.not-/;

/** The exit code for an error. */
export function exitCodeOf(error: unknown): number {
  if (!CollegialError.isInstance(error)) return exitCode.failed;
  if (error.code === 'sync.aborted') return exitCode.stopped;
  return usageCodes.test(error.code) ? exitCode.usage : exitCode.failed;
}
