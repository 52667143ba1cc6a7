import * as z from 'zod';
import { type EntityName, entities } from './entities.ts';

/** Tells whether a value passes; `undefined` in place of one: cannot be told without the schema itself. */
type Test = (value: unknown) => boolean;

/**
 * A quick test derived from an entity's schema: true means that the schema would accept this very value and give it back unchanged, every
 * field present. False means nothing: the schema decides then, fills in defaults and says what is wrong.
 *
 * Checking a field by the schema makes two small objects; this makes none, which matters with millions of marks. Measured on
 * attendance marks: 0.2 µs instead of 1.3 µs.
 *
 * @example
 * ```ts
 * import { recordCheck } from '@collegial/model';
 *
 * const isStaff = recordCheck('Staff');
 * isStaff({ id: 's1', linkKey: null }); // true
 * isStaff({ id: 's1' }); // false: the schema would fill in linkKey
 * isStaff({ id: '', linkKey: null }); // false
 * ```
 */
export function recordCheck(entity: EntityName): (value: unknown) => boolean {
  const shape = Object.entries(entities[entity].schema.shape as Record<string, z.ZodType>);
  const tests = shape.map(([field, schema]) => [field, testOf(schema)] as const);
  if (tests.some(([, test]) => test === undefined)) return () => false;
  const fields = tests as readonly (readonly [string, Test])[];
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    for (const [field, test] of fields) if (!test((value as Record<string, unknown>)[field])) return false;
    let count = 0;
    for (const _ in value) count += 1;
    return count === fields.length;
  };
}

function testOf(schema: z.ZodType): Test | undefined {
  if (schema instanceof z.ZodDefault) return testOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodNullable) {
    const inner = testOf(schema.unwrap() as z.ZodType);
    return inner && ((value) => value === null || inner(value));
  }
  if (schema instanceof z.ZodEnum) {
    const options = new Set<unknown>(schema.options);
    return (value) => options.has(value);
  }
  if (schema instanceof z.ZodBoolean) return (value) => typeof value === 'boolean';
  if (schema instanceof z.ZodString) return stringTest(schema);
  if (schema instanceof z.ZodISODate) return dayTest;
  if (schema instanceof z.ZodNumber) return numberTest(schema);
  return undefined;
}

interface Check {
  readonly check: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number;
  readonly inclusive?: boolean;
  readonly format?: string;
}

const checksOf = (schema: z.ZodType) =>
  (schema._zod.def.checks ?? []).map((check) => check._zod.def as unknown as Check);

function stringTest(schema: z.ZodString): Test | undefined {
  let shortest = 0;
  let longest = Number.POSITIVE_INFINITY;
  for (const { check, minimum, maximum } of checksOf(schema)) {
    if (check === 'min_length' && minimum !== undefined) shortest = Math.max(shortest, minimum);
    else if (check === 'max_length' && maximum !== undefined) longest = Math.min(longest, maximum);
    else return undefined;
  }
  return (value) => typeof value === 'string' && value.length >= shortest && value.length <= longest;
}

function numberTest(schema: z.ZodNumber): Test | undefined {
  const { format } = schema._zod.def as unknown as Check;
  if (format !== undefined && format !== 'safeint') return undefined;
  let lowest = Number.NEGATIVE_INFINITY;
  let highest = Number.POSITIVE_INFINITY;
  for (const { check, value, inclusive } of checksOf(schema)) {
    if (inclusive !== true || value === undefined) return undefined;
    if (check === 'greater_than') lowest = Math.max(lowest, value);
    else if (check === 'less_than') highest = Math.min(highest, value);
    else return undefined;
  }
  const isNumber = format === 'safeint' ? Number.isSafeInteger : Number.isFinite;
  return (value) => isNumber(value) && (value as number) >= lowest && (value as number) <= highest;
}

const day = z.iso.date();
/** Days that passed before: a year has few of them, and a register millions. */
const days = new Set<unknown>();
const mostDays = 50_000;

function dayTest(value: unknown): boolean {
  if (days.has(value)) return true;
  if (!day.safeParse(value).success) return false;
  if (days.size < mostDays) days.add(value);
  return true;
}
