import * as z from 'zod';
import { type EntityName, entities, entityNames } from './entities.ts';

/** A column of a table, derived from a field of an entity. */
export interface Column {
  /** Field in code, for example `validFrom`. */
  readonly field: string;
  /** Column in SQL, for example `valid_from`. */
  readonly name: string;
  /** Portable SQL type: `VARCHAR DATE BOOLEAN INTEGER SMALLINT UTINYINT DECIMAL(18,4) VARCHAR[] JSON`. */
  readonly type: string;
  readonly nullable: boolean;
}

/** The table of an entity, derived from its schema, so that a field is written once. */
export interface TableLayout {
  readonly entity: EntityName;
  readonly table: string;
  readonly columns: readonly Column[];
  /** Columns that identify a record. */
  readonly key: readonly string[];
  /** Column by which exported files are partitioned. */
  readonly partition: string | undefined;
  /** True when rows are about one person. */
  readonly personal: boolean;
}

/** `validFrom` → `valid_from`. */
export function columnName(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * The table of an entity.
 *
 * @example
 * ```ts
 * import { tableLayout } from '@collegial/model';
 *
 * tableLayout('Enrolment').columns.find((column) => column.name === 'entered_on')?.type; // 'DATE'
 * ```
 */
export function tableLayout(entity: EntityName): TableLayout {
  const definition = entities[entity];
  const columns = Object.entries(definition.schema.shape as Record<string, z.ZodType>).map(
    ([field, schema]) => {
      const { type, nullable } = sqlTypeOf(schema);
      return { field, name: columnName(field), type, nullable };
    },
  );
  return {
    entity,
    table: definition.table,
    columns,
    key: definition.key.map(columnName),
    partition: 'partition' in definition ? columnName(String(definition.partition)) : undefined,
    personal: definition.personal,
  };
}

/** The tables of all entities. */
export function tableLayouts(): TableLayout[] {
  return entityNames.map(tableLayout);
}

function sqlTypeOf(schema: z.ZodType): { type: string; nullable: boolean } {
  if (schema instanceof z.ZodDefault) return sqlTypeOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodNullable)
    return { type: sqlTypeOf(schema.unwrap() as z.ZodType).type, nullable: true };
  const declared = schema.meta()?.sqlType;
  if (typeof declared === 'string') return { type: declared, nullable: false };
  if (schema instanceof z.ZodBoolean) return { type: 'BOOLEAN', nullable: false };
  if (schema instanceof z.ZodString || schema instanceof z.ZodEnum)
    return { type: 'VARCHAR', nullable: false };
  if (schema instanceof z.ZodArray) {
    const item = sqlTypeOf(schema.element as z.ZodType).type;
    return { type: item === 'VARCHAR' ? 'VARCHAR[]' : 'JSON', nullable: false };
  }
  return { type: 'JSON', nullable: false };
}
