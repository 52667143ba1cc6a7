import { type AnyStream, type Connector, defineConnector, stream } from '@collegial/connector-kit';
import { type EntityName, entities, entityNames } from '@collegial/model';
import { mapRecord } from './map-record.ts';
import { ParquetConfig } from './parquet-config.ts';
import { ParquetCursor, ParquetRow } from './parquet-schemas.ts';
import { readPages } from './read-pages.ts';

const define = stream<ParquetConfig>();
const cursor = { schema: ParquetCursor, version: 1, resumeOnly: true };

const streamOf = (entity: EntityName): AnyStream<ParquetConfig> =>
  define({
    entity,
    title: entities[entity].description,
    deletes: 'snapshot-diff',
    cursor,
    wire: ParquetRow,
    read: (context) => readPages(context, entity),
    map: mapRecord(entity),
  });

/**
 * A vendor's own database as Parquet files, one table for each entity of the model. Each entity is a stream of the same name, read whole
 * each time.
 *
 * @example
 * ```ts
 * import { parquet } from '@collegial/connector-parquet';
 *
 * const source = parquet({
 *   directory: './warehouse',
 *   columns: { Enrolment: { enteredOn: 'ENTRY_DATE' } },
 * });
 * source.name; // 'parquet'
 * ```
 */
export const parquet: Connector<typeof ParquetConfig> = defineConnector({
  id: 'parquet',
  specVersion: 2,
  title: 'Parquet files',
  about: { reads: 'files', authentication: [], paging: [], verified: ['synthetic'] },
  config: ParquetConfig,
  streams: Object.fromEntries(entityNames.map((entity) => [entity, streamOf(entity)])),
});
