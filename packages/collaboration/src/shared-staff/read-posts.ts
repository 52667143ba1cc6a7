import { type QueryEngine, type QueryOptions, sql } from '@collegial/query';
import type { ScopeSchools } from '../schools/schools-of-scope.ts';
import { dayNumber } from '../time/days.ts';
import type { Post } from './share-posts.ts';

/**
 * Kinds of appointment that bring one person to several schools without any collaboration between those schools:
 * cover from an agency, a service that travels, and a trust's or authority's own team.
 */
export const excludedAppointmentKinds = ['supply', 'central-team', 'peripatetic'] as const;

/**
 * Kinds of organisation whose employees are nobody's shared staff, however their posts are entered: agencies, music
 * services and the like. A trust or authority may well be the employer of teachers whom two of its schools share.
 */
export const excludedEmployerKinds = ['provider', 'sponsor', 'other'] as const;

interface PostRow {
  readonly appointment_id: string;
  readonly person_id: string;
  readonly organisation_id: string;
  readonly employer_id: string | null;
  readonly role: string;
  readonly kind: string;
  readonly fte: number | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

/**
 * The posts of everyone who holds posts at two or more of the schools, or is employed by another one of them. Left out
 * are the excluded kinds and employers, and everyone who at the same time holds a post at a body that is no school: a
 * trust's executive is not shared between its schools.
 *
 * @param to last day that counts: open posts are held until then
 */
export async function readPosts(
  engine: QueryEngine,
  { schoolOf }: ScopeSchools,
  to: string,
  options: QueryOptions,
): Promise<Post[]> {
  const ids = [...schoolOf.keys()];
  const rows = await engine.query<PostRow>(
    sql`with post as (
        select appointment_id, person_id, organisation_id, employer_id, role, appointment.kind, fte, valid_from, valid_to
        from appointment
        left join organisation employer on employer.id = appointment.employer_id
        where appointment.kind not in (${excludedAppointmentKinds})
          and (employer.kind is null or employer.kind not in (${excludedEmployerKinds}))
          and valid_from <= cast(${to} as date)
      ),
      central as (
        select appointment.person_id, appointment.valid_from, appointment.valid_to
        from appointment join organisation on organisation.id = appointment.organisation_id
        where organisation.kind not in ('school', 'provider', 'other')
      ),
      candidate as (
        select post.* from post
        where post.organisation_id in (${ids})
          and not exists (
            select 1 from central
            where central.person_id = post.person_id
              and (central.valid_to is null or central.valid_to >= post.valid_from)
              and (post.valid_to is null or post.valid_to >= central.valid_from)
          )
      ),
      shared as (
        select person_id from candidate group by person_id
        having count(distinct organisation_id) > 1
          or max(case when employer_id in (${ids}) and employer_id <> organisation_id then 1 else 0 end) = 1
      )
      select candidate.* from candidate join shared on shared.person_id = candidate.person_id
      order by person_id, appointment_id, organisation_id, valid_from`,
    options,
  );
  const last = dayNumber(to) + 1;
  return rows.map((row) => ({
    appointment: row.appointment_id,
    person: row.person_id,
    school: schoolOf.get(row.organisation_id) ?? row.organisation_id,
    employer: row.employer_id === null ? null : (schoolOf.get(row.employer_id) ?? row.employer_id),
    role: row.role,
    secondment: row.kind === 'secondment',
    permanent: row.kind === 'permanent',
    fte: row.fte,
    from: dayNumber(row.valid_from),
    to: row.valid_to === null ? last : Math.min(last, dayNumber(row.valid_to) + 1),
  }));
}
