import type { HmacPads } from '@collegial/model';
import type { HttpClient } from '../http/http-client.ts';

/** Something that takes log lines. Values of records are never logged. */
export interface Logger {
  debug(message: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  info(message: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  warn(message: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
}

/** Turns identifiers into pseudonyms with the tenant's key, at the connector's edge. */
export interface Identity {
  /**
   * Keyed hash of an identifier. `kind` separates what must never meet, for example `student` and `upn`; the
   * same kind and value give the same pseudonym in every run and at every source of the tenant.
   *
   * @throws CollegialError `identity.key-missing`
   */
  pseudonym(kind: string, value: string): string;
  /**
   * What a target needs to make the same pseudonyms for a whole file itself; absent when they are made in another way. As secret as the key.
   *
   * @throws CollegialError `identity.key-missing`
   */
  hmac?(): HmacPads;
}

/** What the host gives a stream that maps rows. */
export interface MapContext<Config> {
  readonly config: Config;
  /** Name of the source in the configuration: the prefix of ids that are only unique at the source. */
  readonly source: string;
  readonly identity: Identity;
  /** Counts that a field did not have its documented shape and was put right or left out; the record goes on. */
  drift(field: string): void;
  /** Counts and shows a code that no code set knows; whether it is kept or left out is the connector's decision, never a guess. */
  unmapped(field: string, code: string): void;
}

/** What the host gives a stream that reads. */
export interface ReadContext<Config, Cursor> extends MapContext<Config> {
  /** Where to go on: the cursor of the last committed page, or `undefined` from the beginning. */
  readonly cursor: Cursor | undefined;
  /** True when the last run ended before its end: the cursor is a place inside a read, not the end of one. */
  readonly resuming: boolean;
  readonly http: HttpClient;
  readonly signal: AbortSignal;
  readonly logger: Logger;
  /** Milliseconds since 1970, by the host's clock. */
  now(): number;
  /**
   * Says, before the first page, that the cursor cannot be used any more – a file has changed, a server has
   * forgotten it – and that reading begins at the beginning: the host then counts from nothing and forgets
   * what the interrupted run had met.
   */
  restart(reason: string): void;
  /**
   * Says, before the first page, that this read does not meet every record although it begins at the beginning – a file of changes, a part that was
   * not sent – so that nothing is taken for deleted because it was not met. What `remove` says is gone is removed all the same.
   */
  partial(reason: string): void;
}
