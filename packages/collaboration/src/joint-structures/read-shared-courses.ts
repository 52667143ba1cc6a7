import { type QueryEngine, sql } from '@collegial/query';
import type { ReadRollsOptions } from '../shared-places/read-rolls.ts';
import { dayNumber, type Span } from '../time/days.ts';

/** A class with a course id, and the days on which anyone was taught in it. */
export interface CourseClass {
  readonly classId: string;
  readonly course: string;
  readonly school: string;
  /** `null` when no day of any student or teacher is known. */
  readonly span: Span | null;
}

/** What is known of course ids at the schools. */
export interface SharedCourses {
  readonly classes: readonly CourseClass[];
  /** Share of a school's classes that carry a course id, 0–1. */
  readonly shareWithCourse: ReadonlyMap<string, number>;
  /** Courses at which one person, student or teacher, is seen at two schools: `course school school`, schools sorted. */
  readonly peopleInCommon: ReadonlySet<string>;
}

/** Course ids that are at two of the schools. */
export async function readSharedCourses(
  engine: QueryEngine,
  options: ReadRollsOptions,
): Promise<SharedCourses> {
  const { schoolOf } = options.schools;
  const query = options.signal === undefined ? {} : { signal: options.signal };
  const ids = [...schoolOf.keys()];
  const school = (id: string) => schoolOf.get(id) ?? id;
  const course = sql`select class.id, class.organisation_id, class.shared_course_id from class
    where class.organisation_id in (${ids}) and class.shared_course_id in (
      select shared_course_id from class where organisation_id in (${ids}) and shared_course_id is not null
      group by shared_course_id having count(distinct organisation_id) > 1)`;
  const classes = await engine.query<{
    id: string;
    organisation_id: string;
    shared_course_id: string;
    first_day: string | null;
    last_day: string | null;
  }>(
    sql`with course as (${course}),
      taught as (
        select class_id, valid_from, valid_to from class_enrolment where class_id in (select id from course)
        union all select class_id, valid_from, valid_to from teaching where class_id in (select id from course)
      )
      select course.id, course.organisation_id, course.shared_course_id,
        min(taught.valid_from) as first_day, max(taught.valid_to) as last_day
      from course left join taught on taught.class_id = course.id
      group by course.id, course.organisation_id, course.shared_course_id
      order by course.shared_course_id, course.id`,
    query,
  );
  const shares = await engine.query<{ organisation_id: string; numbered: number; classes: number }>(
    sql`select organisation_id, count(shared_course_id) as numbered, count(*) as classes from class
      where organisation_id in (${ids}) group by organisation_id order by organisation_id`,
    query,
  );
  const common = await engine.query<{ course: string; one: string; other: string }>(
    sql`with course as (${course}),
      seen as (
        select course.shared_course_id as course, course.organisation_id, coalesce(student.link_key, class_enrolment.student_id) as person
        from course join class_enrolment on class_enrolment.class_id = course.id
        left join student on student.id = class_enrolment.student_id
        union
        select course.shared_course_id, course.organisation_id, coalesce(staff.link_key, teaching.staff_id)
        from course join teaching on teaching.class_id = course.id
        left join staff on staff.id = teaching.staff_id
      )
      select distinct one.course, one.organisation_id as one, other.organisation_id as other
      from seen one join seen other on other.course = one.course and other.person = one.person
        and other.organisation_id > one.organisation_id
      order by 1, 2, 3`,
    query,
  );
  const totals = new Map<string, { numbered: number; classes: number }>();
  for (const row of shares) {
    const total = totals.get(school(row.organisation_id)) ?? { numbered: 0, classes: 0 };
    totals.set(school(row.organisation_id), {
      numbered: total.numbered + row.numbered,
      classes: total.classes + row.classes,
    });
  }
  return {
    classes: classes.map((row) => ({
      classId: row.id,
      course: row.shared_course_id,
      school: school(row.organisation_id),
      span:
        row.first_day === null || row.last_day === null
          ? null
          : { from: dayNumber(row.first_day), to: dayNumber(row.last_day) + 1 },
    })),
    shareWithCourse: new Map([...totals].map(([id, { numbered, classes: all }]) => [id, numbered / all])),
    peopleInCommon: new Set(
      common.map((row) => [row.course, ...[school(row.one), school(row.other)].sort()].join(' ')),
    ),
  };
}
