import { type QueryEngine, sql } from '@collegial/query';
import type { Reading } from './reading.ts';

/** Students registered alone or mainly at each school in the week of the January census; schools without any are left out. */
export async function readRoll(
  engine: QueryEngine,
  { schools, academicYear, query }: Reading,
): Promise<Map<string, number>> {
  const rows = await engine.query<{ organisation_id: string; students: number }>(
    sql`select organisation_id, count(distinct person_id) as students from enrolment_year
      where academic_year = ${academicYear} and on_roll_in_january and status in ('current', 'main')
        and organisation_id in (${[...schools.schoolOf.keys()]})
      group by organisation_id order by organisation_id`,
    query,
  );
  const roll = new Map<string, number>();
  for (const { organisation_id, students } of rows) {
    const school = schools.schoolOf.get(organisation_id) ?? organisation_id;
    roll.set(school, (roll.get(school) ?? 0) + students);
  }
  return roll;
}
