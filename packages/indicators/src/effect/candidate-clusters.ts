import { type QueryEngine, type QueryOptions, sql } from '@collegial/query';

/** By school, the trust or authority that it was in first: what it may share its fortunes with. Empty for `school`. */
export async function candidateClusters(
  engine: QueryEngine,
  movesWith: 'school' | 'trust' | 'authority',
  options: QueryOptions,
): Promise<ReadonlyMap<string, string>> {
  if (movesWith === 'school') return new Map();
  const rows = await engine.query<{ organisation_id: string; scope_id: string }>(
    sql`select organisation_id, scope_id from membership where scope_kind = ${movesWith}
      order by organisation_id, coalesce(valid_from, date '1900-01-01') desc, scope_id desc`,
    options,
  );
  return new Map(rows.map((row) => [row.organisation_id, row.scope_id]));
}
