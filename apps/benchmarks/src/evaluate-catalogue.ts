import { evaluate, indicators } from '@collegial/indicators';
import { sql } from '@collegial/query';
import { cityStore } from './city-store.ts';
import { compare, type Finding } from './measure.ts';

/** One indicator over attendance against a raw scan of the same session masks. */
export async function absenceRateAgainstScan(students: number): Promise<Finding> {
  const store = await cityStore(students);
  try {
    const [row] = await store.query<{ months: number }>(
      sql`select count(*) as months from data.attendance_month`,
    );
    const months = row?.months ?? 0;
    return await compare({
      name: `absence rate of the city, ${students} students`,
      unit: 'enrolment-months',
      limit: {
        title: 'bit counts over the masks in SQL',
        run: async () => {
          await store.query(
            sql`select sum(bit_count(authorised | unauthorised))::bigint as absent, sum(bit_count(present | approved | authorised | unauthorised))::bigint as possible from data.attendance_month`,
          );
          return months;
        },
      },
      ours: {
        title: 'evaluate presence.absence-rate for each group and year',
        run: async () => {
          await evaluate(store, { indicators: 'presence.absence-rate', scopes: 'group:*', periods: 'all' });
          return months;
        },
      },
    });
  } finally {
    await store.close();
  }
}

/** Seconds for the whole catalogue, for every group and school of the city, all years. */
export async function catalogueSeconds(
  students: number,
): Promise<{ students: number; indicators: number; results: number; seconds: number }> {
  const store = await cityStore(students);
  try {
    const started = performance.now();
    const results = await evaluate(store, { indicators, scopes: ['group:*', 'school:*'], periods: 'all' });
    return {
      students,
      indicators: indicators.length,
      results: results.length,
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await store.close();
  }
}
