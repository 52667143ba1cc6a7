import { academicYearSpan } from '@collegial/model';
import { type QueryEngine, sql } from '@collegial/query';
import { sixConditionsInstrument } from '../conditions/group-conditions.ts';
import type { ReviewAnswer } from '../group-records.ts';
import { groupIdOf, type Reading } from './reading.ts';

/** The group's answers to the six-conditions review in the year. */
export async function readReviews(engine: QueryEngine, reading: Reading): Promise<ReviewAnswer[]> {
  const { from } = academicYearSpan(reading.academicYear);
  const rows = await engine.query<{ id: string; factor: string; value: number; reviewed_on: string }>(
    sql`select id, factor, value, reviewed_on from review
      where group_id = ${groupIdOf(reading)} and instrument = ${sixConditionsInstrument}
        and reviewed_on between cast(${from} as date) and cast(${reading.to} as date)
      order by reviewed_on, id`,
    reading.query,
  );
  return rows.map(({ id, factor, value, reviewed_on }) => ({ id, factor, value, on: reviewed_on }));
}
