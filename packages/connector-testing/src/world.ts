import type { Source } from '@collegial/connector-kit';
import type { TestClock } from './test-clock.ts';

/** Something that answers requests. */
export type Handler = (request: Request) => Response | Promise<Response>;

/** What a world is made for. */
export interface Conditions {
  /** The server's clock: use `clock.now()` for everything that the server dates. It moves only when somebody sleeps or advances it. */
  readonly clock: TestClock;
  /** Most rows in one answer, whatever the request asks for; `Infinity` when the server's own limit shall hold. */
  readonly mostPerPage: number;
  /** True: every list is empty. */
  readonly empty: boolean;
  /** A fresh and empty folder, removed afterwards. */
  readonly directory: string;
}

/** Numbers of records by stream. */
export type RecordCounts = Readonly<Record<string, number | undefined>>;

/** A small school system and the connector that reads it. */
export interface World {
  /** The connector with its settings: the same name, settings and data each time. */
  // biome-ignore lint/suspicious/noExplicitAny: a source of any connector
  readonly source: Source<any>;
  /** Answers the connector's requests; needed by connectors with HTTP. */
  readonly fetch?: Handler;
  /**
   * How many records each stream has to load into an empty target, counted at the source and not by the connector. Streams that are left out are
   * not counted.
   */
  readonly holds: RecordCounts;
  /** Changes and adds records. */
  change?(): unknown;
  /** Takes a few records away. Returns how many records of each stream go; streams that are left out: none. */
  remove?(): RecordCounts | Promise<RecordCounts>;
  /**
   * For connectors of files: names of those that say what the others are (a manifest). The suite `leniency` changes cells of rows, and leaves
   * these alone.
   */
  readonly controlFiles?: readonly string[];
  /** Names, national ids and birth dates that the source gives and that may appear nowhere. */
  readonly canaries?: readonly string[];
}

/** Makes a world, afresh with each call and always the same. */
export type MakeWorld = (conditions: Conditions) => World | Promise<World>;
