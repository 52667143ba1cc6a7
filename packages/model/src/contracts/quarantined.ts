import type { Place } from '../errors/collegial-error.ts';

/** A record that could not be loaded, with its place and reason; never with its content. */
export interface Quarantined {
  readonly place: Place;
  /** Error code, for example `record.invalid`. */
  readonly code: string;
  /** What is wrong, in one sentence without personal data. */
  readonly reason: string;
}
