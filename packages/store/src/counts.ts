import { type EntityName, entities, entityNames } from '@collegial/model';
import type { QueryEngine } from '@collegial/query';

/** Number of rows of each entity, over all sources. */
export async function countRows(engine: Pick<QueryEngine, 'query'>): Promise<Record<EntityName, number>> {
  const parts = entityNames.map(
    (name) => `select '${name}' as entity, count(*) as count from data.${entities[name].table}`,
  );
  const rows = await engine.query<{ entity: EntityName; count: number }>({
    text: parts.join(' union all '),
    parameters: [],
  });
  return Object.fromEntries(rows.map(({ entity, count }) => [entity, count])) as Record<EntityName, number>;
}
