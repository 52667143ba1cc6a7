import type * as z from 'zod';

/** An entity of the domain model: its schema, its table and its key, written once. */
export interface EntityDefinition<Name extends string = string, Shape extends z.ZodRawShape = z.ZodRawShape> {
  /** Name in code, for example `Student`. */
  readonly name: Name;
  /** Table in the store, for example `student`. */
  readonly table: string;
  /** What one record stands for. */
  readonly description: string;
  /** Fields that together identify a record. */
  readonly key: readonly (keyof Shape & string)[];
  /** Field by which exported files are partitioned, when the table is large. */
  readonly partition?: keyof Shape & string;
  /** True when a record is about one person: such records never leave the store. */
  readonly personal: boolean;
  /** The fields. Unknown keys are refused, so that nothing personal slips in unnoticed. */
  readonly schema: z.ZodObject<Shape, z.core.$strict>;
}

/** Declares an entity; see any file of this package for an example. */
export function defineEntity<const Name extends string, Shape extends z.ZodRawShape>(
  definition: EntityDefinition<Name, Shape>,
): EntityDefinition<Name, Shape> {
  return definition;
}
