import type { EntityName } from '@collegial/model';
import type * as z from 'zod';
import type { HttpSettings } from '../http/http-settings.ts';
import type { MapContext, ReadContext } from './context.ts';
import type { Mapped } from './mapped.ts';
import type { Page } from './page.ts';

/** Version of this contract. */
export const specVersion = 1;

/**
 * How a stream learns of deletions: `feed` – a list of deleted ids · `tombstone` – deleted records say so ·
 * `snapshot-diff` – what a complete read did not meet is gone · `none` – it does not.
 */
export type Deletes = 'feed' | 'tombstone' | 'snapshot-diff' | 'none';

/** One kind of record that a connector reads. One stream feeds one entity. */
export interface StreamDefinition<
  Config,
  Entity extends EntityName = EntityName,
  Cursor = unknown,
  Wire = unknown,
> {
  readonly entity: Entity;
  /** What the stream holds, for people. */
  readonly title: string;
  readonly deletes: Deletes;
  /** Shape of the cursor; absent: the stream is always read from the beginning. */
  readonly cursor?: {
    readonly schema: z.ZodType<Cursor>;
    /** Raised when the shape changes. */
    readonly version: number;
    /** Turns a cursor of an older version into the present shape, or `undefined` to read from the beginning. */
    readonly migrate?: (old: unknown, version: number) => Cursor | undefined;
  };
  /** Lenient shape of a row: a row that does not have it is set aside with its place. */
  readonly wire: z.ZodType<Wire>;
  /** Reads pages. Everything that waits takes `context.signal`. */
  read(context: ReadContext<Config, Cursor>): AsyncIterable<Page<Cursor>>;
  /** Turns a row into records of the entity; pure. */
  map(row: Wire, context: MapContext<Config>): Mapped<Entity> | readonly Mapped<Entity>[];
}

// Streams of one connector differ in entity, cursor and wire type: the list of them cannot name each.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyStream<Config> = StreamDefinition<Config, any, any, any>;

/** What an author writes. */
export interface ConnectorDefinition<Schema extends z.ZodObject = z.ZodObject> {
  /** Short name, for example `wonde`; also the default name of a source. */
  readonly id: string;
  /** Version of the contract that the connector was written for: 1. */
  readonly specVersion: 1;
  readonly title: string;
  /** Shape of the settings; a settings form is derived from it. */
  readonly config: Schema;
  /** How the connector's requests are made; absent for connectors that only read files. */
  readonly http?: (config: z.output<Schema>) => HttpSettings;
  /** Streams by name, in the order in which they are read. */
  readonly streams: Readonly<Record<string, AnyStream<z.output<Schema>>>>;
}

/** A connector with its settings, ready to sync. */
export interface Source<Schema extends z.ZodObject = z.ZodObject> {
  /** Name in the configuration and in reports. */
  readonly name: string;
  readonly connector: ConnectorDefinition<Schema>;
  readonly config: z.output<Schema>;
}

/** A connector: call it with settings to get a source. */
export interface Connector<Schema extends z.ZodObject = z.ZodObject> extends ConnectorDefinition<Schema> {
  /**
   * @param config settings, checked against the connector's schema
   * @param options.name name of the source, default the connector's id; needed when one connector is used twice
   * @throws CollegialError `config.invalid` with the path of each wrong setting
   */
  (config: z.input<Schema>, options?: { name?: string }): Source<Schema>;
}
