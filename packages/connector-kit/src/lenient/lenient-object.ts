import * as z from 'zod';
import { drifted, enterField } from './collect-drift.ts';
import { field, type Read, readerOf, wrong } from './field.ts';

/** Fields by name. */
export type Shape = Readonly<Record<string, z.ZodType>>;
type Outputs<Fields extends Shape> = { [Field in keyof Fields]: z.output<Fields[Field]> };

/** What an object of required and optional fields gives. */
export type Lenient<Required extends Shape, Optional extends Shape> = Outputs<Required> & {
  [Field in keyof Optional]?: NonNullable<z.output<Optional[Field]>> | undefined;
};

type Fields = readonly (readonly [name: string, read: Read<unknown>])[];
type Found = Record<string, unknown>;

/** See `lenient.object`. */
export function lenientObject<Required extends Shape, Optional extends Shape>(
  required: Required,
  optional: Optional,
): z.ZodType<Lenient<Required, Optional>> {
  const needed = fieldsOf(required);
  const others = fieldsOf(optional);
  // As a field of another object, or in a list, only whether it can be used is asked.
  const whole = field<Found>('an object with its required fields', (value) => {
    const missing = readObject(value, needed, others);
    return typeof missing === 'string' ? wrong : missing;
  });
  const schema = z.unknown().transform((value, context): Found => {
    const found = readObject(value, needed, others);
    if (typeof found !== 'string') return found;
    context.addIssue({
      code: 'custom',
      message: found === '' ? 'Expected an object.' : 'It is missing or cannot be used.',
      path: found === '' ? [] : [found],
    });
    return z.NEVER;
  });
  return Object.assign(schema, { [asField]: whole }) as unknown as z.ZodType<Lenient<Required, Optional>>;
}

const asField = Symbol('as field');

/** The reader of an item of a list or of a field: for objects the one that does not say which field is missing. */
export function innerReaderOf<Value>(schema: z.ZodType<Value>): Read<Value> {
  const inner = (schema as { [asField]?: z.ZodType<Value> })[asField];
  return readerOf(inner ?? schema);
}

function fieldsOf(shape: Shape): Fields {
  return Object.entries(shape).map(([name, schema]) => [name, innerReaderOf(schema)] as const);
}

/** The object, or the name of the required field that cannot be used; empty when it is no object at all. */
function readObject(value: unknown, needed: Fields, others: Fields): Found | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const given = value as Found;
  const found: Found = {};
  for (const [name, read] of needed) {
    enterField(name);
    const one = Object.hasOwn(given, name) ? read(given[name]) : wrong;
    if (one === wrong) return name;
    found[name] = one;
  }
  for (const [name, read] of others) {
    const one = Object.hasOwn(given, name) ? given[name] : undefined;
    // Servers write all three for nothing.
    if (one === undefined || one === null || one === '') continue;
    enterField(name);
    const meant = read(one);
    if (meant === wrong) drifted(name);
    else found[name] = meant;
  }
  return found;
}
