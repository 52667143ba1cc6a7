import { type QueryEngine, sql } from '@collegial/query';
import type { ReadRollsOptions } from '../shared-places/read-rolls.ts';
import { excludedAppointmentKinds, excludedEmployerKinds } from './read-posts.ts';

/** Why a post that brings someone to several schools is nobody's doing there. */
export type UnsharedReason = (typeof excludedAppointmentKinds)[number] | 'agency' | 'central-post';

/** Someone with posts at two or more of the schools, one of which is of a kind that does not count. */
export interface UnsharedPerson {
  readonly person: string;
  readonly reason: UnsharedReason;
}

/** Everyone who holds posts at two or more of the schools on the days asked for, with each reason not to count one of them. */
export async function readUnshared(
  engine: QueryEngine,
  options: ReadRollsOptions,
): Promise<UnsharedPerson[]> {
  const rows = await engine.query<{ person_id: string; reason: UnsharedReason }>(
    sql`with post as (
        select appointment.person_id, appointment.organisation_id, appointment.kind, employer.kind as employer_kind,
          appointment.valid_from, appointment.valid_to
        from appointment left join organisation employer on employer.id = appointment.employer_id
        where valid_from <= cast(${options.to} as date)
          and (valid_to is null or valid_to >= cast(${options.from} as date))
      ),
      here as (select * from post where organisation_id in (${[...options.schools.schoolOf.keys()]})),
      several as (select person_id from here group by person_id having count(distinct organisation_id) > 1)
      select distinct here.person_id,
        case when here.kind in (${excludedAppointmentKinds}) then here.kind else 'agency' end as reason
      from here join several on several.person_id = here.person_id
      where here.kind in (${excludedAppointmentKinds}) or here.employer_kind in (${excludedEmployerKinds})
      union
      select several.person_id, 'central-post'
      from several join appointment on appointment.person_id = several.person_id
      join organisation on organisation.id = appointment.organisation_id
      where organisation.kind not in ('school', 'provider', 'other')
      order by 1, 2`,
    options.signal === undefined ? {} : { signal: options.signal },
  );
  return rows.map((row) => ({ person: row.person_id, reason: row.reason }));
}
