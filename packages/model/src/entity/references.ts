import * as z from 'zod';
import { type EntityName, entities, entityNames } from './entities.ts';

/** A field whose value is the id of a record, often of another entity. */
export interface Reference {
  /** Field of the record, for example `studentId`. */
  readonly field: string;
  /** Entity of the record that it names, for example `Student`. */
  readonly entity: EntityName;
  /** True when the field is a list of ids. */
  readonly list: boolean;
}

/**
 * The fields of an entity that name records, as its schema says. Its own id is not one of them, and neither is an id that no entity has, such as
 * that of a shared course.
 *
 * @example
 * ```ts
 * import { references } from '@collegial/model';
 *
 * references('ClassEnrolment').map(({ field, entity }) => `${field}: ${entity}`); // ['classId: Class', 'studentId: Student']
 * ```
 */
export function references(entity: EntityName): Reference[] {
  const { key, schema } = entities[entity];
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([field, type]) => {
    const { id, list } = idOf(type);
    const named = id === undefined ? undefined : entityNames.find((name) => ownId(name) === id);
    const own = key.length === 1 && field === key[0];
    return named === undefined || own ? [] : [{ field, entity: named, list }];
  });
}

/** The kind of id that an entity has for itself; `undefined` where nothing can refer to its records. */
function ownId(entity: EntityName): string | undefined {
  const shape = entities[entity].schema.shape as Record<string, z.ZodType>;
  const id = shape.id && idOf(shape.id).id;
  return id === 'RecordId' ? undefined : id;
}

/** The title of an id's schema, whatever is around it. */
function idOf(schema: z.ZodType, list = false): { id: string | undefined; list: boolean } {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return idOf(schema.unwrap() as z.ZodType, list);
  if (schema instanceof z.ZodArray) return idOf(schema.element as z.ZodType, true);
  return { id: schema.meta()?.title, list };
}
