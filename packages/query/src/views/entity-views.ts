import { type EntityName, entities, tableLayout } from '@collegial/model';
import type { View } from './view.ts';

/** Entities whose view says more, or less, than their table. */
const special = new Set<EntityName>(['AttendanceMark', 'Assessment', 'Appointment', 'Exclusion']);

/**
 * One view for each entity that needs no more than its own fields. Several sources may describe one thing; the view then
 * shows the row of the source that says most.
 */
export const entityViews: readonly View[] = (Object.keys(entities) as EntityName[])
  .filter((name) => !special.has(name))
  .map((name) => entityView(name));

function entityView(name: EntityName): View {
  const { table, columns } = tableLayout(name);
  return {
    name: table,
    description: entities[name].description,
    columns: columns.map((column) => ({
      name: column.name,
      type: column.type,
      description: `Field ${column.field} of ${name}.`,
    })),
    sql: () =>
      `select ${columns.map((column) => `"${column.name}"`).join(', ')} from data.${table} where not shadowed`,
  };
}
