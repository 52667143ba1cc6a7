import {
  CollegialError,
  type Dataset,
  type EntityInput,
  type EntityName,
  entities,
  entityNames,
} from '@collegial/model';
import * as z from 'zod';
import type { AnyStream, Source } from '../contract/define-connector.ts';
import { page } from '../contract/page.ts';
import { specVersion } from '../contract/spec-version.ts';
import { type ChangingRecords, changingStream } from './changing-records.ts';

/** Records of one entity: a list, or a function that reads them anew, for example from a database. */
export type RecordsOf<Name extends EntityName> =
  | Iterable<EntityInput<Name>>
  | (() => Iterable<EntityInput<Name>> | AsyncIterable<EntityInput<Name>>);

/** Records by entity; each entity becomes a stream. */
export type Records = { readonly [Name in EntityName]?: RecordsOf<Name> | ChangingRecords<Name> };

const pageSize = 1_000;

/**
 * A source over records that the program already has, for a vendor whose own database holds them: no HTTP, no
 * file. Each entity is a stream of its own. A list, or a function that gives the records, is read whole each time, and what a complete read did not
 * meet is removed; with {@link ChangingRecords} only what changed is read. Records are checked like any others.
 *
 * @param records records by entity, in the shape of the model; a {@link Dataset} fits as it is
 * @param options.name name of the source, default `records`
 * @throws CollegialError `argument.invalid` for an entity that the model does not have
 *
 * @example
 * ```ts
 * import { fromRecords } from '@collegial/connector-kit';
 *
 * const source = fromRecords({
 *   SchoolGroup: [{ id: 'A', name: 'Group A' }],
 *   GroupMember: async function* () {
 *     yield { id: 'A1', groupId: 'A', organisationId: 'urn:100001' };
 *   },
 * });
 * Object.keys(source.connector.streams); // ['SchoolGroup', 'GroupMember']
 *
 * // Only what changed since the last time, with what is gone:
 * fromRecords({
 *   Class: {
 *     deletes: 'feed',
 *     async *read({ cursor }) {
 *       const changes = { changed: [], gone: ['urn:100001:7B'], until: '2026-01-05T02:00:00Z' }; // of your database, since `cursor`
 *       yield { records: changes.changed, deleted: changes.gone, cursor: changes.until };
 *     },
 *   },
 * });
 * ```
 */
export function fromRecords(
  records: Records | Dataset,
  { name = 'records' }: { name?: string } = {},
): Source {
  const given = records as Partial<Record<EntityName, RecordsOf<EntityName> | ChangingRecords<EntityName>>>;
  const unknown = Object.keys(given).find((entity) => !(entityNames as readonly string[]).includes(entity));
  if (unknown !== undefined) {
    throw new CollegialError({
      code: 'argument.invalid',
      message: `There is no entity “${unknown.slice(0, 60)}”.`,
      fix: `Use one of ${entityNames.join(', ')}.`,
    });
  }
  const streams = entityNames.flatMap((entity) => {
    const source = given[entity];
    if (source === undefined) return [];
    return [
      [entity, isChanging(source) ? changingStream(entity, source) : recordStream(entity, source)] as const,
    ];
  });
  return {
    name,
    connector: {
      id: 'records',
      specVersion,
      title: 'Records of this program',
      about: { reads: 'program', authentication: [], paging: [], verified: ['synthetic'] },
      config: z.strictObject({}),
      streams: Object.fromEntries(streams),
    },
    config: {},
  };
}

function isChanging(
  records: RecordsOf<EntityName> | ChangingRecords<EntityName>,
): records is ChangingRecords<EntityName> {
  return typeof records === 'object' && 'read' in records && typeof records.read === 'function';
}

function recordStream(
  entity: EntityName,
  records: RecordsOf<EntityName>,
): AnyStream<Record<string, unknown>> {
  return {
    entity,
    title: entities[entity].description,
    deletes: 'snapshot-diff',
    // The entity's own schema checks every record after this one.
    wire: z.looseObject({}),
    async *read({ signal }) {
      let rows: unknown[] = [];
      let first = 1;
      for await (const record of typeof records === 'function' ? records() : records) {
        if (rows.length === pageSize) {
          signal.throwIfAborted();
          yield page(rows, { place: { row: first } });
          first += rows.length;
          rows = [];
        }
        rows.push(record);
      }
      // The end was reached: this many there are, and none was left out.
      yield page(rows, { place: { row: first }, total: first - 1 + rows.length });
    },
    map: (row) => row,
  };
}
