import * as z from 'zod';
import { type EntityName, entities } from './entities.ts';

/**
 * JSON Schema (draft 2020-12) of an entity's record as a connector may give it.
 *
 * @example
 * ```ts
 * import { jsonSchema } from '@collegial/model';
 *
 * jsonSchema('Student').required; // ['id']
 * ```
 */
export function jsonSchema(entity: EntityName): Record<string, unknown> {
  const { schema, description } = entities[entity];
  return { title: entity, description, ...z.toJSONSchema(schema, { io: 'input' }) };
}
