import { entities, entityNames, jsonSchema, references, tableLayout } from '@collegial/model';
import { fieldDocs } from './field-docs.js';

const docs = fieldDocs();

/** `docs/records.md`: every entity field by field, from the schemas. */
export function recordsPage() {
  return `# Records

What connectors give and \`fromRecords\` takes, field by field. Generated from \`packages/model\`; \`jsonSchema(entity)\` of \`@collegial/model\` gives the same for programs.
A field that is not required may be left out or \`null\`. An arrow says whose id it is: both must come from one function of the connector, from the same field of the source. Days are \`YYYY-MM-DD\`, academic years are named by the calendar year they start in.

${entityNames.map(section).join('\n')}`;
}

function section(name) {
  const { description, personal } = entities[name];
  const { columns, key } = tableLayout(name);
  const { properties, required = [] } = jsonSchema(name);
  const rows = columns.map(({ field, name: column, type }) => {
    const isKey = key.includes(column) ? ' (key)' : '';
    const named = references(name).find((one) => one.field === field);
    const to = named === undefined ? '' : ` → [${named.entity}](#${named.entity.toLowerCase()})`;
    const meaning = (docs.get(`${name}.${field}`) ?? '').replaceAll('|', '\\|');
    return `| \`${field}\`${isKey} | ${required.includes(field) ? 'yes' : ''} | ${shape(properties[field], type)}${to} | ${meaning} |`;
  });
  return `## ${name}

${description}${personal ? ' Personal: it never leaves the store.' : ''}

| field | required | shape | meaning |
|---|---|---|---|
${rows.join('\n')}
`;
}

/** A schema in a few words. */
function shape(schema, type) {
  const inner = withoutNull(schema);
  const shown =
    inner.enum !== undefined
      ? inner.enum.map((word) => `\`${word}\``).join(' · ')
      : inner.format === 'date'
        ? 'day'
        : inner.type === 'array'
          ? listShape(inner)
          : inner.type === 'string'
            ? `text${inner.maxLength === undefined ? '' : `, at most ${inner.maxLength} characters`}`
            : inner.type === 'boolean'
              ? 'true or false'
              : inner.type === 'integer'
                ? `whole number${range(inner)}`
                : inner.type === 'number'
                  ? `number${range(inner)}`
                  : refuse(type);
  const standard = schema.default;
  return `${shown}${standard === undefined || standard === null ? '' : `; default \`${JSON.stringify(standard)}\``}`;
}

/** Optional fields are written as one of two, or, by some, as a list of types. */
function withoutNull(schema) {
  const one = schema.anyOf?.find(({ type }) => type !== 'null') ?? schema;
  return Array.isArray(one.type) ? { ...one, type: one.type.find((type) => type !== 'null') } : one;
}

/** SQL is no language for readers of this page. */
function refuse(type) {
  throw new Error(
    `docs/records.md has no words for a field that is ${type} in SQL: add them in records-page.js.`,
  );
}

function listShape({ items, maxItems }) {
  const of =
    items.type === 'object'
      ? `{ ${Object.keys(items.properties).join(', ')} }`
      : items.enum !== undefined
        ? items.enum.map((word) => `\`${word}\``).join(' · ')
        : 'texts';
  return `list of ${of}${maxItems === undefined ? '' : `, at most ${maxItems}`}`;
}

function range({ minimum, maximum }) {
  if (minimum === undefined || maximum === undefined || Math.abs(minimum) > 1e9) return '';
  return `, ${minimum} to ${maximum}`;
}
