import { type QueryEngine, sql } from '@collegial/query';
import type { FundingRecord } from '../group-records.ts';
import { groupIdOf, type Reading } from './reading.ts';

/** Money of the group, and money that activities between its schools name. */
export async function readFundings(
  engine: QueryEngine,
  reading: Reading,
  named: readonly string[],
): Promise<FundingRecord[]> {
  const group = groupIdOf(reading);
  const rows = await engine.query<{
    id: string;
    of_group: boolean;
    valid_from: string | null;
    valid_to: string | null;
  }>(
    sql`select id, coalesce(group_id = ${group}, false) as of_group, valid_from, valid_to from funding
      where group_id = ${group} or id in (${['', ...named]}) order by id`,
    reading.query,
  );
  return rows.map((row) => ({
    id: row.id,
    ofGroup: row.of_group,
    from: row.valid_from,
    to: row.valid_to,
  }));
}
