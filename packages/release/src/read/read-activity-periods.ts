import { formatAcademicYear } from '@collegial/model';
import { type QueryEngine, type QueryOptions, raw, sql } from '@collegial/query';

/** Academic years in which an activity between schools was recorded, as `2023/24`, in order. */
export async function readActivityPeriods(engine: QueryEngine, options: QueryOptions): Promise<string[]> {
  const year = raw(engine.dialect.academicYear('starts_on'));
  const rows = await engine.query<{ year: number }>(
    sql`select distinct ${year} as year from activity order by year`,
    options,
  );
  return rows.map((row) => formatAcademicYear(row.year));
}
