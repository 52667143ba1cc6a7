import { evaluate, indicators } from '@collegial/indicators';
import { sql } from '@collegial/query';
import type { Store } from '@collegial/store';
import { compare, type Finding } from './measure.ts';

/** One indicator over attendance against a raw scan of the same session masks. */
export async function absenceRateAgainstScan(store: Store, students: number): Promise<Finding> {
  const [row] = await store.query<{ months: number }>(
    sql`select count(*) as months from data.attendance_month`,
  );
  const months = row?.months ?? 0;
  return await compare({
    name: `absence rate of each group, ${students} students`,
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
      title: 'evaluate presence.absence-rate, with intervals and coverage',
      run: async () => {
        await evaluate(store, { indicators: 'presence.absence-rate', scopes: 'group:*', periods: 'all' });
        return months;
      },
    },
  });
}

/** How long the whole catalogue takes. */
export interface CatalogueTime {
  readonly students: number;
  readonly indicators: number;
  readonly results: number;
  /** Fastest of three. */
  readonly seconds: number;
}

/** Seconds for the whole catalogue, for every group and school of the city, all years. */
export async function catalogueSeconds(store: Store, students: number): Promise<CatalogueTime> {
  let seconds = Number.POSITIVE_INFINITY;
  let results = 0;
  for (let run = 0; run < 3; run++) {
    const started = performance.now();
    results = (await evaluate(store, { indicators, scopes: ['group:*', 'school:*'], periods: 'all' })).length;
    seconds = Math.min(seconds, (performance.now() - started) / 1000);
  }
  return { students, indicators: indicators.length, results, seconds };
}
