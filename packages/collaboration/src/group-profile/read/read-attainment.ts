import { academicYearSpan, CollegialError } from '@collegial/model';
import { type QueryEngine, sql } from '@collegial/query';
import { requireAgreement } from '../../agreement/require-agreement.ts';
import type { AttainmentRecord } from '../group-records.ts';
import type { Reading } from './reading.ts';

/** Results of fewer students than this say nothing about a school. */
const fewestResults = 10;

/**
 * Attainment of the schools: the measure as published for the year or the one before it – figures come out after the
 * year –, else the mean points of the results in the store. The latter are read only where the schools also share data
 * about students' experience or for comparison: an agreement for collaboration alone does not cover results.
 */
export async function readAttainment(
  engine: QueryEngine,
  reading: Reading,
  { measure, results }: { readonly measure: string; readonly results: boolean },
): Promise<AttainmentRecord | null> {
  const published = await readPublished(engine, reading, measure);
  if (published !== null || !results || !(await mayReadResults(engine, reading))) return published;
  const rows = await engine.query<{ organisation_id: string; value: number }>(
    sql`select organisation_id, avg(attainment8_points) as value from result
      where academic_year = ${reading.academicYear} and attainment8_points is not null
        and organisation_id in (${[...reading.schools.schoolOf.keys()]})
      group by organisation_id having count(distinct student_id) >= ${fewestResults} order by organisation_id`,
    reading.query,
  );
  if (rows.length === 0) return null;
  return {
    measure: 'points-per-result',
    source: 'results',
    academicYear: reading.academicYear,
    values: bySchool(reading, rows),
  };
}

async function readPublished(
  engine: QueryEngine,
  reading: Reading,
  measure: string,
): Promise<AttainmentRecord | null> {
  const { academicYear, schools, query } = reading;
  const rows = await engine.query<{ organisation_id: string; academic_year: number; value: number }>(
    sql`select organisation_id, academic_year, value from school_measure
      where measure = ${measure} and subgroup = 'all' and value is not null
        and academic_year in (${[academicYear - 1, academicYear]})
        and organisation_id in (${[...schools.schoolOf.keys()]})
      order by organisation_id, academic_year,
        case when publication like '%provisional%' then 0 else 1 end, coalesce(published_on, date '1900-01-01'), publication`,
    query,
  );
  const latest = Math.max(...rows.map((row) => row.academic_year));
  if (rows.length === 0) return null;
  return {
    measure,
    source: 'published',
    academicYear: latest,
    values: bySchool(
      reading,
      rows.filter((row) => row.academic_year === latest),
    ),
  };
}

/** One value a school: the last of several, which is the one of the latest publication. */
function bySchool(
  { schools }: Reading,
  rows: readonly { readonly organisation_id: string; readonly value: number }[],
): AttainmentRecord['values'] {
  const values = new Map(
    rows.map((row) => [schools.schoolOf.get(row.organisation_id) ?? row.organisation_id, row.value]),
  );
  return [...values].map(([school, value]) => ({ school, value }));
}

async function mayReadResults(
  engine: QueryEngine,
  { schools, academicYear, query }: Reading,
): Promise<boolean> {
  for (const purpose of ['student-experience', 'comparison'] as const) {
    try {
      const span = academicYearSpan(academicYear);
      await requireAgreement(engine, { schools: schools.schools, purpose, ...span, ...query });
      return true;
    } catch (error) {
      if (!CollegialError.isInstance(error) || error.code !== 'agreement.missing') throw error;
    }
  }
  return false;
}
