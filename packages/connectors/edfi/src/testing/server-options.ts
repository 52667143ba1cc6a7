import type { Dataset, EntityInput } from '@collegial/model';

/** What a dataset does not hold of people, and a real server sends; `city.people` of `@collegial/sample-city` fits. */
export interface WirePeople {
  /** Unique id of a student, the same at every school. */
  readonly upnOf?: (studentId: string) => string | undefined;
  /** Unique id of a member of staff, the same at every school. */
  readonly teacherNumberOf?: (staffId: string) => string | undefined;
  readonly nameOf?: (id: string) => { forename: string; surname: string } | undefined;
  /** Day of birth, `YYYY-MM-DD`. */
  readonly birthDateOf?: (id: string) => string | undefined;
}

/** What the server serves, and how. */
export interface EdfiServerOptions {
  readonly dataset: Dataset;
  /** Marks of a school, where the dataset does not hold them all at once. Of marks, the absences become events. */
  readonly marksOf?: (organisationId: string) => Iterable<EntityInput<'AttendanceMark'>>;
  readonly people?: WirePeople;
  /** Version of the ODS/API; from 7.3 on it pages by cursor. Default `7.3`. */
  readonly version?: string;
  /** Version of the data standard; default 5 from version 7 on, before it 4. */
  readonly dataStandard?: 4 | 5;
  /** Whether references carry links; default true. */
  readonly links?: boolean;
  /** Whether change queries are offered; default true. */
  readonly changeQueries?: boolean;
  /** Whether rows that refer to a changed key keep their change version; default false. */
  readonly silentCascades?: boolean;
  /** Rows that the server gives at most, without saying so; default 500. */
  readonly clamp?: number;
  /** Resources that the key may not read. */
  readonly refused?: readonly string[];
  /** Called before each request is answered: a place for changes while a list is read. */
  readonly onRequest?: (url: URL) => void;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** Seconds that a token lives; default 1800. */
  readonly tokenLife?: number;
  readonly now?: () => number;
}
