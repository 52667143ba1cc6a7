import { type EntityInput, type EntityName, entities } from '@collegial/model';
import * as z from 'zod';
import type { AnyStream, Deletes } from '../contract/define-connector.ts';
import { remove } from '../contract/mapped.ts';
import { type Page, page } from '../contract/page.ts';

/** A part of what has changed. */
export interface RecordChanges<Name extends EntityName, Cursor = string> {
  /** New and changed records, whole. */
  readonly records?: Iterable<EntityInput<Name>>;
  /** Keys of records that are gone: the id, or the values of the entity's key fields in order. */
  readonly deleted?: Iterable<string | readonly string[]>;
  /**
   * Where the next read goes on once everything up to here is stored, for example the largest revision or time of change in it. Parts without
   * one are no place to stop at.
   */
  readonly cursor?: Cursor;
  /** Number of records in all in this read, when it is known: what lets the report say that all were read. */
  readonly total?: number;
}

/** Records of one entity that are read as changes since the last time. */
export interface ChangingRecords<Name extends EntityName, Cursor = string> {
  /** Shape of the cursor; default a text. */
  readonly cursor?: z.ZodType<Cursor>;
  /** Raised when the meaning or the shape of the cursor changes: the next read then begins at the beginning. Default 1. */
  readonly version?: number;
  /**
   * How it becomes known that a record is gone: `feed` – `deleted` tells · `snapshot-diff` – a full read (`sync` with `full`) shows what is missing,
   * and `deleted` may tell in between · `none` – never.
   */
  readonly deletes: Exclude<Deletes, 'tombstone'>;
  /**
   * Reads everything when there is no cursor, and what changed since otherwise. Give what changed at the cursor itself once more rather than miss it: a
   * record that is given twice does no harm.
   */
  read(options: {
    readonly cursor: Cursor | undefined;
    readonly signal: AbortSignal;
  }): AsyncIterable<RecordChanges<Name, Cursor>>;
}

/**
 * Gives records that change a cursor of a shape of their own; with a text for a cursor, {@link ChangingRecords} can be written down as it is.
 *
 * @example
 * ```ts
 * import { changing, fromRecords } from '@collegial/connector-kit';
 * import * as z from 'zod';
 *
 * const log = [{ revision: 1, id: 'A', name: 'Group A' }, { revision: 2, id: 'B', name: 'Group B' }];
 * const source = fromRecords({
 *   SchoolGroup: changing({
 *     cursor: z.int(),
 *     deletes: 'none',
 *     async *read({ cursor = 0 }) {
 *       for (const { revision, id, name } of log)
 *         if (revision >= cursor) yield { records: [{ id, name }], cursor: revision };
 *     },
 *   }),
 * });
 * source.connector.streams.SchoolGroup?.deletes; // 'none'
 * ```
 */
export function changing<Name extends EntityName, Cursor>(
  records: ChangingRecords<Name, Cursor>,
): ChangingRecords<Name> {
  // The stream checks each cursor by its own shape; only the type is forgotten.
  return records as unknown as ChangingRecords<Name>;
}

/** Key of a record that is gone, among rows that are records. */
class Gone {
  readonly key: readonly string[];

  constructor(key: string | readonly string[]) {
    this.key = typeof key === 'string' ? [key] : key;
  }
}

/** The stream of an entity whose records are read as changes. */
export function changingStream(
  entity: EntityName,
  records: ChangingRecords<EntityName>,
): AnyStream<Record<string, unknown>> {
  return {
    entity,
    title: entities[entity].description,
    deletes: records.deletes,
    cursor: { schema: records.cursor ?? z.string(), version: records.version ?? 1 },
    wire: z.custom<object>((row) => typeof row === 'object' && row !== null && !Array.isArray(row)),
    async *read({ cursor, signal }): AsyncGenerator<Page<string>, void, undefined> {
      let first = 1;
      for await (const change of records.read({ cursor, signal })) {
        signal.throwIfAborted();
        const rows: unknown[] = [...(change.records ?? [])];
        for (const key of change.deleted ?? []) rows.push(new Gone(key));
        yield page(rows, {
          place: { row: first },
          ...(change.cursor !== undefined && { cursor: change.cursor }),
          ...(change.total !== undefined && { total: change.total }),
        });
        first += rows.length;
      }
    },
    map: (row) => (row instanceof Gone ? remove(...row.key) : row),
  };
}
