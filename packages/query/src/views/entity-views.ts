import { type EntityName, entities, tableLayout } from '@collegial/model';
import type { View } from './view.ts';

/** Entities whose view says more than their table, or that several sources may describe at once. */
const special = new Set<EntityName>([
  'Organisation',
  'OrganisationLink',
  'SchoolMeasure',
  'AttendanceMark',
  'Assessment',
  'Appointment',
  'Exclusion',
]);

/** One view for each entity that needs no more than its own fields. */
export const entityViews: readonly View[] = (Object.keys(entities) as EntityName[])
  .filter((name) => !special.has(name))
  .map((name) => plainView(name));

function plainView(name: EntityName): View {
  const { table, columns } = tableLayout(name);
  return {
    name: table,
    description: entities[name].description,
    columns: columns.map((column) => ({
      name: column.name,
      type: column.type,
      description: `Field ${column.field} of ${name}.`,
    })),
    sql: () => `select ${columns.map((column) => column.name).join(', ')} from data.${table}`,
  };
}
