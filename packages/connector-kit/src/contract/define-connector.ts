import { type BulkRead, CollegialError, type EntityName, entities } from '@collegial/model';
import type * as z from 'zod';
import type { HttpSettings } from '../http/http-settings.ts';
import type { About } from './about.ts';
import type { MapContext, ReadContext } from './context.ts';
import type { Mapped } from './mapped.ts';
import type { Page } from './page.ts';
import { otherVersion, specVersion } from './spec-version.ts';

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
    /**
     * True when a cursor is only a place inside one read: after a complete run, the next one begins at the
     * beginning.
     */
    readonly resumeOnly?: boolean;
    /**
     * True when the cursor itself knows under which settings it was read, for example per school, and the stream reads anew what they add.
     * Otherwise sync begins anew when the settings change, see {@link ConnectorDefinition.scope}.
     */
    readonly scoped?: boolean;
  };
  /**
   * For attendance marks: whether the source marks every session (`mark`, the default) or only absences (`exception`). Silence then means
   * presence only on days that a calendar calls school days, so that a connector with exceptions also has a stream of calendars.
   */
  readonly basis?: 'mark' | 'exception';
  /** Lenient shape of a row: a row that does not have it is set aside with its place. */
  readonly wire: z.ZodType<Wire>;
  /**
   * Names a file of which each row gives one record, for targets that read files themselves, much faster than row by row. Called before a read from the
   * beginning; `undefined`: this time row by row. It must give the same records as `read` and `map`, which a test shows.
   */
  bulk?(context: ReadContext<Config, Cursor>): Promise<BulkRead | undefined>;
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
  /** Version of the contract that the connector was written for: 2. */
  readonly specVersion: 2;
  readonly title: string;
  readonly about: About;
  /** Shape of the settings; a settings form is derived from it. */
  readonly config: Schema;
  /** How the connector's requests are made; absent for connectors that only read files. */
  http?(config: z.output<Schema>): HttpSettings;
  /**
   * The settings that decide which records are read, for example schools and dates. When what it returns changes, sync reads from the beginning,
   * and takes nothing for deleted because the new read did not meet it. Default: all settings except secrets.
   */
  scope?(config: z.output<Schema>): unknown;
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

/**
 * Makes a connector: a function from settings to a {@link Source} that carries its own definition.
 *
 * @throws CollegialError `connector.spec-version` when the definition is for another version of the contract;
 * `argument.invalid` when an id or a stream cannot be used
 * @example
 * ```ts
 * import { defineConnector, page, secret, stream } from '@collegial/connector-kit';
 * import * as z from 'zod';
 *
 * const config = z.strictObject({ token: secret() });
 * const example = defineConnector({
 *   id: 'example', specVersion: 2, title: 'Example MIS', config,
 *   about: { reads: 'http', authentication: ['bearer token'], paging: ['none'], verified: ['synthetic'] },
 *   http: ({ token }) => ({
 *     baseUrl: 'https://mis.example/api/',
 *     authorization: { type: 'bearer', token: () => token.reveal() },
 *   }),
 *   streams: {
 *     schools: stream<z.output<typeof config>>()({
 *       entity: 'Organisation', title: 'Schools', deletes: 'none',
 *       wire: z.object({ urn: z.string(), name: z.string() }),
 *       async *read({ http }) {
 *         yield page((await http.json<unknown[]>('schools')).body);
 *       },
 *       map: (row) => ({ id: `urn:${row.urn}`, kind: 'school' as const, name: row.name }),
 *     }),
 *   },
 * });
 * example({ token: 'abc' }).name; // 'example'
 * ```
 */
export function defineConnector<Schema extends z.ZodObject>(
  definition: ConnectorDefinition<Schema>,
): Connector<Schema> {
  checkDefinition(definition as unknown as ConnectorDefinition);
  const strict =
    definition.config.def.catchall === undefined ? definition.config.strict() : definition.config;
  const connect = (config: z.input<Schema>, { name = definition.id }: { name?: string } = {}) => {
    if (!namePattern.test(name)) throw unusableName(`source name`, definition.id);
    const parsed = strict.safeParse(config);
    if (!parsed.success) throw invalidConfig(name, parsed.error);
    return { name, connector: definition, config: parsed.data as z.output<Schema> };
  };
  return Object.assign(connect, definition) as Connector<Schema>;
}

const namePattern = /^[a-z0-9][a-z0-9._-]{0,63}$/i;

function checkDefinition(definition: ConnectorDefinition): void {
  if (definition.specVersion !== specVersion) throw otherVersion(definition, 'defineConnector');
  if (!namePattern.test(definition.id)) throw unusableName('id', definition.id);
  for (const [name, stream] of Object.entries(definition.streams)) {
    if (!namePattern.test(name)) throw unusableName('stream name', definition.id);
    if (!Object.hasOwn(entities, stream.entity))
      throw new CollegialError({
        code: 'argument.invalid',
        message: `The stream “${name}” of the connector “${definition.id}” names an entity that does not exist.`,
        fix: `Use one of ${Object.keys(entities).join(', ')}.`,
      });
  }
  checkAttendanceBasis(definition);
}

function checkAttendanceBasis({ id, streams }: ConnectorDefinition): void {
  const all = Object.values(streams);
  if (!all.some((stream) => stream.basis === 'exception')) return;
  if (all.some((stream) => stream.entity === 'Calendar')) return;
  throw new CollegialError({
    code: 'argument.invalid',
    message: `The connector “${id}” reads attendance as exceptions and has no stream of calendars.`,
    fix: 'Add a stream of the entity Calendar: without one, silence cannot be told from a closed school.',
  });
}

function unusableName(what: string, connector: string): CollegialError {
  return new CollegialError({
    code: 'argument.invalid',
    message: `The connector “${connector}” was given a ${what} that cannot be used.`,
    fix: 'Use 1 to 64 letters, digits, dots, hyphens and underscores.',
  });
}

function invalidConfig(source: string, error: z.ZodError): CollegialError {
  const paths = error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => `${[...path, key].join('.')}: not a setting of this connector`)
      : [`${path.join('.') || 'settings'}: ${issue.message}`];
  });
  return new CollegialError({
    code: 'config.invalid',
    message: `The settings of the source “${source}” are not valid: ${paths.join('; ')}.`,
    place: { source, field: String(error.issues[0]?.path.join('.') ?? '') },
  });
}
