import { type QueryEngine, sql } from '@collegial/query';
import type { RoleRecord } from '../group-records.ts';
import { groupIdOf, type Reading } from './reading.ts';

/** Roles for the group that began before the last day. */
export async function readRoles(engine: QueryEngine, reading: Reading): Promise<RoleRecord[]> {
  const rows = await engine.query<{
    id: string;
    role: RoleRecord['role'];
    authority: boolean;
    person_id: string | null;
    valid_from: string | null;
    valid_to: string | null;
  }>(
    sql`with person as (select staff_id, min(person_id) as person_id from appointment group by staff_id)
      select group_role.id, group_role.role, coalesce(organisation.kind = 'authority', false) as authority,
        coalesce(person.person_id, group_role.staff_id) as person_id, group_role.valid_from, group_role.valid_to
      from group_role
      left join organisation on organisation.id = group_role.organisation_id
      left join person on person.staff_id = group_role.staff_id
      where group_role.group_id = ${groupIdOf(reading)}
        and (group_role.valid_from is null or group_role.valid_from <= cast(${reading.to} as date))
      order by group_role.id`,
    reading.query,
  );
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    authority: row.authority,
    person: row.person_id,
    from: row.valid_from,
    to: row.valid_to,
  }));
}
