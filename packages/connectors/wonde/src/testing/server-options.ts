import type { Dataset, EntityInput } from '@collegial/model';

/**
 * What a dataset does not hold of people, and a real server sends: the connector must let none of it through. By the ids of
 * the dataset's `Student` and `Staff` records; `city.people` of `@collegial/sample-city` fits.
 */
export interface WirePeople {
  /** Unique pupil number of a student: the same at every school. */
  readonly upnOf?: (studentId: string) => string | undefined;
  /** Teacher reference number of a member of staff: the same at every school. */
  readonly teacherNumberOf?: (staffId: string) => string | undefined;
  readonly nameOf?: (id: string) => { readonly forename: string; readonly surname: string } | undefined;
  /** Day of birth, `YYYY-MM-DD`. */
  readonly birthDateOf?: (id: string) => string | undefined;
}

/** What {@link createWondeServer} takes. */
export interface WondeServerOptions {
  /** The data to serve. Attendance marks are read once per school, when they are first asked for. */
  readonly dataset: Dataset;
  /**
   * Marks of one organisation, for datasets that can make them without going through all: then a school's marks are only made
   * when they are asked for. Default: one walk through `dataset.AttendanceMark`.
   */
  readonly marksOf?: (organisationId: string) => Iterable<EntityInput<'AttendanceMark'>>;
  /** Numbers, names and birthdays; default: made up, with a number for each link key of the dataset. */
  readonly people?: WirePeople;
  /** The one token that is let in; default `test-token`. */
  readonly token?: string;
  /** Endpoints that are refused with 403, for example `exclusions` or `A123/attendance/session`. */
  readonly refused?: readonly string[];
  /** Rows per page when the request names no number; default 50, as documented. */
  readonly perPage?: number;
  /** Most rows per page; a request for more gets these. Default 500. */
  readonly mostPerPage?: number;
  /** Answers 429 with `Retry-After` when more requests than this come within so many seconds. */
  readonly rateLimit?: { readonly requests: number; readonly seconds: number };
  /** Milliseconds that each answer takes longer; default 0. */
  readonly latency?: number;
  /** Bytes of answers that are kept as they were sent, for benchmarks of the reader alone; default 0. */
  readonly keepBytes?: number;
  /** Clock of the server, in milliseconds since 1970; it decides what is current. Default: the real one. */
  readonly now?: () => number;
}
