import { academicYearOf, academicYearSpan } from '@collegial/model';
import { type QueryEngine, sql } from '@collegial/query';
import { type ReadRollsOptions, rollSql, visitingSql } from '../shared-places/read-rolls.ts';
import { dayNumber, type Span } from '../time/days.ts';

/** A student in a class of a school other than a main school of the student. */
export interface Membership {
  readonly member: string;
  readonly classId: string;
  readonly person: string;
  /** School of the class. */
  readonly host: string;
  /** `null` when neither day of it is known. */
  readonly span: Span | null;
}

/** Days of a membership of which one end may be open: it then lasts to the turn of its academic year. */
export function memberSpan(from: string | null, to: string | null): Span | null {
  const known = from ?? to;
  if (known === null) return null;
  const year = academicYearSpan(academicYearOf(known));
  return { from: dayNumber(from ?? year.from), to: dayNumber(to ?? year.to) + 1 };
}

/** Memberships in classes of the schools by students whose main school is, or was, another one of them. */
export async function readMemberships(engine: QueryEngine, options: ReadRollsOptions): Promise<Membership[]> {
  const rows = await engine.query<{
    member_id: string;
    class_id: string;
    organisation_id: string;
    person_id: string;
    valid_from: string | null;
    valid_to: string | null;
  }>(
    sql`with roll as (${rollSql(options)}), visiting as (${visitingSql(options)})
      select * from visiting order by person_id, member_id, class_id`,
    options.signal === undefined ? {} : { signal: options.signal },
  );
  return rows.map((row) => ({
    member: row.member_id,
    classId: row.class_id,
    person: row.person_id,
    host: options.schools.schoolOf.get(row.organisation_id) ?? row.organisation_id,
    span: memberSpan(row.valid_from, row.valid_to),
  }));
}
