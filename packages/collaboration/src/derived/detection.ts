import type { QueryOptions } from '@collegial/query';
import type { ScopeSchools } from '../schools/schools-of-scope.ts';
import type { Span } from '../time/days.ts';
import type { ObservedYear } from '../time/observed-years.ts';

/** What every detector needs to know: the schools that may be read together, and the days on which they may. */
export interface Detection extends QueryOptions {
  readonly schools: ScopeSchools;
  /** Academic years, each cut off after the last day that counts. */
  readonly years: readonly ObservedYear[];
  /** First and last day of the years, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Days on which a sharing agreement is in force: nothing outside them counts. */
  readonly inForce: readonly Span[];
}

/** What a detector saw and did not count, by reason. */
export type Excluded = Readonly<Record<string, number>>;

/** The options of a query that a detection carries. */
export function queryOptions({ signal }: QueryOptions): QueryOptions {
  return signal === undefined ? {} : { signal };
}
