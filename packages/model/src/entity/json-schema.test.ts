import { expect, it } from 'vitest';
import { entityNames } from './entities.ts';
import { jsonSchema } from './json-schema.ts';

it.each(entityNames)('%s has a JSON Schema that closes its fields', (name) => {
  const schema = jsonSchema(name);
  expect(schema).toMatchObject({ title: name, type: 'object', additionalProperties: false });
  expect(schema.description).toMatch(/\.$/);
});

it('asks only for the fields that have no default', () => {
  expect(jsonSchema('Student').required).toEqual(['id']);
});
