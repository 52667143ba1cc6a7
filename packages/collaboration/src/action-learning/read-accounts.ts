import { type QueryEngine, type QueryOptions, sql } from '@collegial/query';
import type { ScopeSchools } from '../schools/schools-of-scope.ts';
import { dayNumber, type Span } from '../time/days.ts';

/** An account of practice: what one school wrote about another after visiting it, and what the host said to it (B9). */
export interface Account {
  readonly id: string;
  readonly author: string;
  readonly host: string;
  readonly title: string | null;
  readonly writtenOn: string;
  readonly answer: 'accepted' | 'amended' | 'rejected' | null;
  readonly answeredOn: string | null;
  /** Recorded activity of which it came, or that records the same. */
  readonly activityId: string | null;
  readonly setId: string | null;
  readonly cycleId: string | null;
  /** Group to which its set belongs. */
  readonly groupId: string | null;
}

/** What {@link readAccounts} needs to know. */
export interface ReadAccountsOptions extends QueryOptions {
  /** Whose accounts: those that a school of these wrote or was host of. */
  readonly schools: ScopeSchools;
  /** First and last day on which they were written. */
  readonly from: string;
  readonly to: string;
  /** Days that may be read. */
  readonly inForce: readonly Span[];
}

interface Row {
  readonly id: string;
  readonly author_id: string;
  readonly host_id: string;
  readonly title: string | null;
  readonly written_on: string;
  readonly answer: Account['answer'];
  readonly answered_on: string | null;
  readonly activity_id: string | null;
  readonly set_id: string | null;
  readonly cycle_id: string | null;
  readonly group_id: string | null;
}

/** Reads accounts of practice by the day on which they were written, each school as it is now. */
export async function readAccounts(engine: QueryEngine, options: ReadAccountsOptions): Promise<Account[]> {
  const { schools, from, to, inForce, signal } = options;
  const ids = [...schools.schoolOf.keys()];
  const rows = await engine.query<Row>(
    sql`select account.id, author_id, host_id, title, written_on, answer, answered_on, activity_id,
        account.set_id, cycle_id, learning.group_id
      from account_of_practice account left join action_learning_set learning on learning.id = account.set_id
      where (author_id in (${ids}) or host_id in (${ids}))
        and written_on between cast(${from} as date) and cast(${to} as date)
      order by written_on, account.id`,
    signal === undefined ? {} : { signal },
  );
  const school = (id: string) => schools.schoolOf.get(id) ?? id;
  return rows
    .filter(({ written_on }) => {
      const day = dayNumber(written_on);
      return inForce.some((span) => span.from <= day && day < span.to);
    })
    .map((row) => ({
      id: row.id,
      author: school(row.author_id),
      host: school(row.host_id),
      title: row.title,
      writtenOn: row.written_on,
      answer: row.answer,
      answeredOn: row.answered_on,
      activityId: row.activity_id,
      setId: row.set_id,
      cycleId: row.cycle_id,
      groupId: row.group_id,
    }));
}
