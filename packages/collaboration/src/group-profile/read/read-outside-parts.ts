import { type QueryEngine, sql } from '@collegial/query';
import type { OutsidePart } from '../group-records.ts';
import type { Reading } from './reading.ts';

/** Parts of challengers, facilitators and authorities in activities in which a school of the scope took part. */
export async function readOutsideParts(
  engine: QueryEngine,
  { schools, query }: Reading,
): Promise<OutsidePart[]> {
  const ids = [...schools.schoolOf.keys()];
  const rows = await engine.query<{
    activity_id: string;
    role: OutsidePart['role'];
    organisation_id: string;
    authority: boolean;
  }>(
    sql`select participation.activity_id, participation.role, participation.organisation_id,
        coalesce(organisation.kind = 'authority', false) as authority
      from participation left join organisation on organisation.id = participation.organisation_id
      where (participation.role in ('outside-challenger', 'facilitator') or organisation.kind = 'authority')
        and participation.activity_id in (select activity_id from participation where organisation_id in (${ids}))
      order by participation.activity_id, participation.id`,
    query,
  );
  return rows.map((row) => ({
    activity: row.activity_id,
    role: row.role,
    outsider: !schools.schoolOf.has(row.organisation_id),
    authority: row.authority,
  }));
}
