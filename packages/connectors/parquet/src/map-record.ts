import { type MapContext, type Mapped, skip } from '@collegial/connector-kit';
import type { EntityName } from '@collegial/model';
import type { ParquetConfig } from './parquet-config.ts';
import type { ParquetRow } from './parquet-schemas.ts';
import { personFields, pseudonymOf } from './person-ids.ts';

/** Makes the mapping of an entity: its fields as they are, with pseudonyms in place of the ids of persons. */
export function mapRecord<Entity extends EntityName>(
  entity: Entity,
): (row: ParquetRow, context: MapContext<ParquetConfig>) => Mapped<Entity> {
  const persons = personFields(entity);
  return ({ values, raw, passedOver }, context) => {
    if (passedOver !== undefined) return skip(passedOver);
    if (!raw) return values as unknown as Mapped<Entity>;
    const record = { ...values };
    for (const [field, kind] of persons) {
      const value = values[field];
      if (typeof value === 'string' && value !== '') record[field] = pseudonymOf(context, kind, field, value);
    }
    return record as unknown as Mapped<Entity>;
  };
}
