import { type Column, type EntityName, entities, jsonSchema } from '@collegial/model';
import * as z from 'zod';
import { quoted } from './value-sql.ts';

interface FieldSchema {
  readonly anyOf?: readonly FieldSchema[];
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/**
 * SQL that says what is wrong with the text of a field, or null: what the entity's schema says, in the engine's language.
 *
 * @param shaped true when it is no text any more, and has the shape for certain
 * @returns `undefined` when nothing can be wrong
 */
export function fieldCheck(
  entity: EntityName,
  column: Column,
  text: string,
  shaped: boolean,
): string | undefined {
  const properties = jsonSchema(entity).properties as Record<string, FieldSchema>;
  const declared = properties[column.field] ?? {};
  const schema = declared.anyOf?.find(({ type }) => type !== 'null') ?? declared;
  const wrong = [
    ...(column.nullable ? [] : [`when ${text} is null then 'It is missing.'`]),
    ...(shaped || column.type === 'VARCHAR'
      ? []
      : [
          `when ${text} is not null and try_cast(${text} as ${column.type}) is null then 'It does not have the expected shape.'`,
        ]),
    ...(schema.enum === undefined
      ? []
      : [
          `when ${text} not in (${schema.enum.map(quoted).join(', ')}) then 'It is none of the known words.'`,
        ]),
    ...(schema.maxLength === undefined
      ? []
      : [`when length(cast(${text} as varchar)) > ${schema.maxLength} then 'It is too long.'`]),
    ...(schema.minimum === undefined || schema.minimum < -1e12
      ? []
      : [`when try_cast(${text} as double) < ${schema.minimum} then 'It is too small.'`]),
    ...(schema.maximum === undefined || schema.maximum > 1e12
      ? []
      : [`when try_cast(${text} as double) > ${schema.maximum} then 'It is too large.'`]),
  ];
  return wrong.length === 0 ? undefined : `case ${wrong.join(' ')} end`;
}

/** The default of a field as SQL text to be cast to its type, or `null`. */
export function defaultSql(entity: EntityName, field: string): string {
  const schema = (entities[entity].schema.shape as Record<string, z.ZodType>)[field];
  const value = schema instanceof z.ZodDefault ? schema.def.defaultValue : null;
  if (value === null || value === undefined) return 'null';
  return quoted(typeof value === 'string' ? value : JSON.stringify(value));
}
