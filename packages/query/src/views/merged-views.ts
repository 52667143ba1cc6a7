import { type EntityName, entities, tableLayout } from '@collegial/model';
import type { View } from './view.ts';

/**
 * Several sources may describe one organisation, link or published figure. The row of the source that says most wins
 * (fewest unknown fields, then the source's name), whole, so that no row is a mixture.
 */
function mergedView(name: EntityName): View {
  const { table, columns, key } = tableLayout(name);
  const nullable = columns
    .filter((column) => column.nullable)
    .map((column) => `(${column.name} is not null)::integer`);
  const known = nullable.length === 0 ? '0' : nullable.join(' + ');
  return {
    name: table,
    description: `${entities[name].description} One row for each, from the source that says most about it.`,
    columns: columns.map((column) => ({
      name: column.name,
      type: column.type,
      description: `Field ${column.field} of ${name}.`,
    })),
    sql: (dialect) => {
      const rank = `lpad(cast(${known} as varchar), 3, '0') || source_id`;
      const winner = dialect.argMax('t', rank);
      const fields = columns.map(({ name: column }) => `winner.${column} as ${column}`);
      return `select ${fields.join(', ')} from (select ${winner} as winner from data.${table} t group by ${key.join(', ')})`;
    },
  };
}

/** Organisations, their links and published figures, merged over sources. */
export const mergedViews: readonly View[] = (
  ['Organisation', 'OrganisationLink', 'SchoolMeasure'] as const
).map(mergedView);
