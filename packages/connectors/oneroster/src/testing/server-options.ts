import type { Dataset } from '@collegial/model';

/**
 * What a dataset does not hold of people, and a real server sends: the connector must let none of it through. `city.people` of
 * `@collegial/sample-city` fits.
 */
export interface WirePeople {
  /** Unique pupil number of a student: the same at every school. */
  readonly upnOf?: (studentId: string) => string | undefined;
  /** Teacher reference number of a member of staff. */
  readonly teacherNumberOf?: (staffId: string) => string | undefined;
  readonly nameOf?: (id: string) => { readonly forename: string; readonly surname: string } | undefined;
  /** Day of birth, `YYYY-MM-DD`. */
  readonly birthDateOf?: (id: string) => string | undefined;
}

/** Ways in which real servers break or bend the specification; all off by default. */
export interface Quirks {
  /** Most rows per page; a request for more gets these, and nothing says so. */
  readonly clampsLimitAt?: number;
  /** Sends `X-Total-Count`; default true. */
  readonly total?: boolean;
  /** Sends `Link` headers; default false. */
  readonly links?: boolean;
  /** Every so many requests, one is answered with 429 and a page of HTML. */
  readonly htmlRateLimitEvery?: number;
  /** `href`s are paths without an origin. */
  readonly relativeHrefs?: boolean;
  /** Titles of classes, courses and sessions, and names of organisations, are empty. */
  readonly emptyTitles?: boolean;
  /** Booleans are written `TRUE` and `0`. */
  readonly oddBooleans?: boolean;
  /** Deleted objects are left out instead of being kept as `tobedeleted`. */
  readonly dropsDeleted?: boolean;
  /** Refuses the parameters `sort` and `orderBy`. */
  readonly refusesSort?: boolean;
}

/** What {@link createOneRosterServer} takes. */
export interface OneRosterServerOptions {
  /** The data to serve; entities that OneRoster does not have are left out. */
  readonly dataset: Dataset;
  /** Version of the standard; default `1.2`. */
  readonly version?: '1.1' | '1.2';
  /** Numbers, names and birthdays; default: made up, with a number for each link key of the dataset. */
  readonly people?: WirePeople;
  /** How applications are let in; default `oauth2`, in which the token endpoint is `/token`. */
  readonly authentication?: 'oauth1' | 'oauth2';
  /** Id of the application (consumer key); default `collegial`. */
  readonly clientId?: string;
  /** Its secret; default `test-secret`. */
  readonly clientSecret?: string;
  /** Seconds for which a token is good; default 3600. */
  readonly tokenSeconds?: number;
  /** Collections that are refused with 403, for example `demographics`. */
  readonly refused?: readonly string[];
  /** Gives the discovery documents of 1.2; default true. */
  readonly discovery?: boolean;
  readonly quirks?: Quirks;
  /** Clock of the server, in milliseconds since 1970. Default: the real one. */
  readonly now?: () => number;
}
