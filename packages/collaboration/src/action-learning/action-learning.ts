import { CollegialError } from '@collegial/model';
import { type QueryEngine, sql } from '@collegial/query';
import { requireAgreement } from '../agreement/require-agreement.ts';
import { dayNumber, type Span } from '../time/days.ts';
import { type ActionLearning, type ActionLearningRecords, actionLearningOf } from './action-learning-of.ts';
import { readAccounts } from './read-accounts.ts';

/** What {@link actionLearning} needs to know. */
export interface ActionLearningOptions {
  /** Id of the set. */
  readonly set: string;
  /** Last day that counts, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly signal?: AbortSignal;
}

/**
 * How an action learning set stands on a day: cycles completed, step reached, accounts of practice written and answered, and whether it is too large
 * (B9). Its members must share an agreement for collaboration; cycles and accounts of days on which none is in force are not read.
 *
 * @throws CollegialError `scope.unknown` when there is no such set, `agreement.missing`
 *
 * @example
 * ```ts
 * import { actionLearning } from '@collegial/collaboration';
 *
 * const set = await actionLearning(store, { set: 'set-1', asOf: '2024-07-31' });
 * set.cyclesCompleted; // 2
 * set.accounts.answeredShare; // 0.75
 * ```
 */
export async function actionLearning(
  engine: QueryEngine,
  options: ActionLearningOptions,
): Promise<ActionLearning & { readonly agreements: readonly string[] }> {
  const query = options.signal === undefined ? {} : { signal: options.signal };
  const [set] = await engine.query<{
    id: string;
    name: string;
    outside_facilitator: boolean | null;
    starts_on: string;
    ends_on: string | null;
  }>(
    sql`select id, name, outside_facilitator, starts_on, ends_on from action_learning_set where id = ${options.set}`,
    query,
  );
  if (set === undefined || set.starts_on > options.asOf) {
    throw new CollegialError({
      code: 'scope.unknown',
      message: `No action learning set has the id ${options.set} and had begun by ${options.asOf}.`,
    });
  }
  const members = await engine.query<{
    school: string;
    people: number;
    from: string | null;
    to: string | null;
  }>(
    sql`select organisation_id as school, people, valid_from as "from", valid_to as "to" from action_learning_member
      where set_id = ${options.set} order by organisation_id, id`,
    query,
  );
  const schools = [...new Set(members.map(({ school }) => school))];
  const span = { from: set.starts_on, to: options.asOf };
  const { agreements, inForce } = await requireAgreement(engine, {
    schools,
    purpose: 'collaboration',
    ...span,
    ...query,
  });
  const schoolOf = new Map(schools.map((school) => [school, school]));
  const accounts = await readAccounts(engine, { schools: { schools, schoolOf }, ...span, inForce, ...query });
  const records: ActionLearningRecords = {
    set: {
      id: set.id,
      name: set.name,
      outsideFacilitator: set.outside_facilitator,
      startsOn: set.starts_on,
      endsOn: set.ends_on,
    },
    members,
    cycles: await readCycles(engine, options, inForce),
    accounts: accounts.filter(({ setId }) => setId === set.id),
  };
  return { ...actionLearningOf(records, options.asOf), agreements };
}

async function readCycles(
  engine: QueryEngine,
  { set, signal }: ActionLearningOptions,
  inForce: readonly Span[],
): Promise<ActionLearningRecords['cycles']> {
  const rows = await engine.query<{
    id: string;
    theme: string | null;
    starts_on: string;
    discussed_on: string | null;
    read_on: string | null;
    analysed_on: string | null;
    reconsidered_on: string | null;
    reviewed_on: string | null;
  }>(
    sql`select id, theme, starts_on, discussed_on, read_on, analysed_on, reconsidered_on, reviewed_on
      from action_learning_cycle where set_id = ${set} order by starts_on, id`,
    signal === undefined ? {} : { signal },
  );
  return rows
    .filter(({ starts_on }) =>
      inForce.some((span) => span.from <= dayNumber(starts_on) && dayNumber(starts_on) < span.to),
    )
    .map((row) => ({
      id: row.id,
      theme: row.theme,
      startsOn: row.starts_on,
      steps: [row.discussed_on, row.read_on, row.analysed_on, row.reconsidered_on, row.reviewed_on],
    }));
}
