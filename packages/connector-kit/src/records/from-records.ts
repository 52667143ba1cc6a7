import {
  CollegialError,
  type Dataset,
  type EntityInput,
  type EntityName,
  entities,
  entityNames,
} from '@collegial/model';
import * as z from 'zod';
import { type AnyStream, type Source, specVersion } from '../contract/define-connector.ts';
import { page } from '../contract/page.ts';

/** Records of one entity: a list, or a function that reads them anew, for example from a database. */
export type RecordsOf<Name extends EntityName> =
  | Iterable<EntityInput<Name>>
  | (() => Iterable<EntityInput<Name>> | AsyncIterable<EntityInput<Name>>);

/** Records by entity; each entity becomes a stream. */
export type Records = { readonly [Name in EntityName]?: RecordsOf<Name> };

const pageSize = 1_000;

/**
 * A source over records that the program already has, for a vendor whose own database holds them: no HTTP, no
 * file. Each entity is a stream of its own, read whole each time; what a complete read did not meet is
 * removed. Records are checked like any others.
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
 * ```
 */
export function fromRecords(
  records: Records | Dataset,
  { name = 'records' }: { name?: string } = {},
): Source {
  const given = records as Partial<Record<EntityName, RecordsOf<EntityName>>>;
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
    return source === undefined ? [] : [[entity, recordStream(entity, source)] as const];
  });
  return {
    name,
    connector: {
      id: 'records',
      specVersion,
      title: 'Records of this program',
      config: z.strictObject({}),
      streams: Object.fromEntries(streams),
    },
    config: {},
  };
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
        rows.push(record);
        if (rows.length < pageSize) continue;
        signal.throwIfAborted();
        yield page(rows, { place: { row: first } });
        first += rows.length;
        rows = [];
      }
      if (rows.length > 0) yield page(rows, { place: { row: first } });
    },
    map: (row) => row,
  };
}
