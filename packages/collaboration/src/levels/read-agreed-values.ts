import { type ActivityKind, academicYearOf, activityKind } from '@collegial/model';
import { type QueryEngine, type QueryOptions, sql } from '@collegial/query';
import type { ScopeSchools } from '../schools/schools-of-scope.ts';
import { unknownReach } from '../ties/reach.ts';
import { pairOf, type Tie } from '../ties/tie.ts';
import { dayNumber, type Span } from '../time/days.ts';

/** The instrument in which each school answers for itself whether a group has values that it shares: 0 not, 1 partly, 2 agreed. */
export const agreedValuesInstrument = 'agreed-values';
/** Answers from this value on are agreement. */
const agreed = 2;

interface AnswerRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly group_id: string;
  readonly value: number;
  readonly reviewed_on: string;
}

/** What {@link readAgreedValues} needs to know. */
export interface ReadAgreedValuesOptions extends QueryOptions {
  readonly schools: ScopeSchools;
  readonly from: string;
  readonly to: string;
  /** Days that may be read. */
  readonly inForce: readonly Span[];
}

/**
 * Agreed values (V) from reviews: two schools that in one academic year both answer that the values of one group are agreed. Each
 * speaks for itself, so this is confirmed; the latest answer of a year counts. The same as a recorded statement of values.
 */
export async function readAgreedValues(
  engine: QueryEngine,
  options: ReadAgreedValuesOptions,
): Promise<Tie[]> {
  const { schools, from, to, inForce, signal } = options;
  const rows = await engine.query<AnswerRow>(
    sql`select id, organisation_id, group_id, value, reviewed_on from review
      where instrument = ${agreedValuesInstrument} and group_id is not null
        and organisation_id in (${[...schools.schoolOf.keys()]})
        and reviewed_on between cast(${from} as date) and cast(${to} as date)
      order by reviewed_on, id`,
    signal === undefined ? {} : { signal },
  );
  const latest = new Map<string, Map<string, AnswerRow>>();
  for (const row of rows) {
    const day = dayNumber(row.reviewed_on);
    const school = schools.schoolOf.get(row.organisation_id);
    if (school === undefined || !inForce.some((span) => span.from <= day && day < span.to)) continue;
    const key = `${academicYearOf(row.reviewed_on)} ${row.group_id}`;
    const answers = latest.get(key) ?? new Map<string, AnswerRow>();
    latest.set(key, answers.set(school, row));
  }
  return [...latest].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, answers]) => tiesOf(answers));
}

function tiesOf(answers: ReadonlyMap<string, AnswerRow>): Tie[] {
  const agreeing = [...answers]
    .filter(([, { value }]) => value >= agreed)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return agreeing.flatMap(([one, first], index) =>
    agreeing.slice(index + 1).map(([other, second]) => valuesTie([one, first], [other, second])),
  );
}

function valuesTie([one, first]: [string, AnswerRow], [other, second]: [string, AnswerRow]): Tie {
  const kind = activityKind('values-statement') as ActivityKind;
  const [, day = first.reviewed_on] = [first.reviewed_on, second.reviewed_on].sort();
  return {
    schools: pairOf(one, other),
    academicYear: academicYearOf(day),
    from: day,
    to: day,
    trace: 'activity',
    kind: kind.id,
    process: kind.process,
    flow: kind.flow,
    basis: 'confirmed',
    eventWeight: 0,
    contributed: [true, true],
    flows: [],
    aim: null,
    structure: false,
    product: null,
    groupId: first.group_id,
    fundingId: null,
    reach: unknownReach,
    evidence: [first.id, second.id].sort(),
  };
}
