import { type QueryEngine, sql } from '@collegial/query';
import { type ReadRollsOptions, rollSql, visitingSql } from '../shared-places/read-rolls.ts';
import { excludedAppointmentKinds, excludedEmployerKinds } from '../shared-staff/read-posts.ts';
import { dayNumber, type Span } from '../time/days.ts';

/** A post of someone who teaches a class that students of another school are in. */
export interface ClassTeacher extends Span {
  readonly classId: string;
  readonly person: string;
  /** School of the post, which need not be that of the class. */
  readonly school: string;
}

/** A class that students of another school are in. */
export interface VisitedClass {
  readonly classId: string;
  readonly school: string;
  readonly hasCourseId: boolean;
}

/**
 * The classes that students of another one of the schools are in, and the posts at the schools of everyone who teaches
 * them: without supply, visiting and central-team posts, which bring a teacher to two schools for no doing of theirs.
 */
export async function readClassTeachers(
  engine: QueryEngine,
  options: ReadRollsOptions,
): Promise<{
  readonly classes: ReadonlyMap<string, VisitedClass>;
  readonly teachers: readonly ClassTeacher[];
}> {
  const { schoolOf } = options.schools;
  const ids = [...schoolOf.keys()];
  const query = options.signal === undefined ? {} : { signal: options.signal };
  const visited = sql`with roll as (${rollSql(options)}), visiting as (${visitingSql(options)})`;
  const classes = await engine.query<{ id: string; organisation_id: string; has_course: boolean }>(
    sql`${visited} select id, organisation_id, shared_course_id is not null as has_course from class
      where id in (select class_id from visiting) order by id`,
    query,
  );
  const posts = await engine.query<{
    class_id: string;
    person_id: string;
    organisation_id: string;
    valid_from: string;
    valid_to: string | null;
  }>(
    sql`${visited}
      select distinct teaching.class_id, appointment.person_id, appointment.organisation_id, appointment.valid_from, appointment.valid_to
      from teaching
      left join staff on staff.id = teaching.staff_id
      join appointment on appointment.person_id = coalesce(staff.link_key, teaching.staff_id)
      left join organisation employer on employer.id = appointment.employer_id
      where teaching.class_id in (select class_id from visiting)
        and appointment.organisation_id in (${ids})
        and appointment.kind not in (${excludedAppointmentKinds})
        and (employer.kind is null or employer.kind not in (${excludedEmployerKinds}))
      order by 1, 2, 3, 4`,
    query,
  );
  const last = dayNumber(options.to) + 1;
  const school = (id: string) => schoolOf.get(id) ?? id;
  return {
    classes: new Map(
      classes.map((row) => [
        row.id,
        { classId: row.id, school: school(row.organisation_id), hasCourseId: row.has_course },
      ]),
    ),
    teachers: posts.map((row) => ({
      classId: row.class_id,
      person: row.person_id,
      school: school(row.organisation_id),
      from: dayNumber(row.valid_from),
      to: row.valid_to === null ? last : Math.min(last, dayNumber(row.valid_to) + 1),
    })),
  };
}
