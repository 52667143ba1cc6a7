import {
  type AcademicYear,
  type ActivityKind,
  activityKinds,
  parseAcademicYear,
  type Scope,
} from '@collegial/model';
import type { QueryEngine } from '@collegial/query';
import { readAccounts } from '../action-learning/read-accounts.ts';
import { withAccounts } from '../action-learning/with-accounts.ts';
import { requireAgreement } from '../agreement/require-agreement.ts';
import { type DerivedEvidence, type DerivedParameters, detectDerived } from '../derived/derived-evidence.ts';
import { derivedTies } from '../derived/derived-ties.ts';
import type { RecordsHeld } from '../levels/evidence-coverage.ts';
import { readAgreedValues } from '../levels/read-agreed-values.ts';
import { readRecordsHeld, yearsInForce } from '../levels/read-records-held.ts';
import { activityTies } from '../recorded/activity-ties.ts';
import { readActivities } from '../recorded/read-activities.ts';
import { schoolsOfScope } from '../schools/schools-of-scope.ts';
import type { Tie } from '../ties/tie.ts';
import { daysOf, observedYears } from '../time/observed-years.ts';

/** Options that every analysis of a scope in an academic year shares. */
export interface CollaborationOptions extends DerivedParameters {
  readonly scope: Scope;
  /** Academic year, for example `2023/24`. */
  readonly period: string;
  /** Academic years to look back over, the asked one included. Default 2. */
  readonly yearsBack?: number;
  /** Kinds of activity that are understood. Default: `activityKinds` of the model; a vendor adds its own to them. */
  readonly kinds?: readonly ActivityKind[];
  readonly signal?: AbortSignal;
}

/** All evidence of collaboration between the schools of a scope, in a year and the one before it. */
export interface Evidence {
  /** As `2023/24`. */
  readonly period: string;
  /** The schools, as they are at the end of the period, sorted. */
  readonly schools: readonly string[];
  /** Ids of the agreements under which they were read together. */
  readonly agreements: readonly string[];
  /** One entry for each piece of evidence and pair. */
  readonly ties: readonly Tie[];
  /** Pairs whose evidence from an activity was left out because one of the two disputes it. */
  readonly disputed: number;
  /** Activities of kinds that nobody declared, by kind: counted, not interpreted. */
  readonly unknownKinds: Readonly<Record<string, number>>;
  /** Shared posts and moves whose staff-days are not known because an FTE is not. */
  readonly postsWithoutFte: number;
  /** What the detectors saw in records and did not count, by detector and reason. */
  readonly excluded: DerivedEvidence['excluded'];
  /** Students who left in a way that nobody recorded: for a guardrail, never a tie. */
  readonly unrecordedMoves: DerivedEvidence['unrecordedMoves'];
  /** Academic years of which an agreement lets at least a term be read, the earliest first. */
  readonly observed: readonly AcademicYear[];
  /** Of which schools which records are held on those days. */
  readonly held: RecordsHeld;
}

/**
 * Gathers what staff records and recorded activities say about the schools of a scope, whichever group an activity is
 * tagged to. Only days on which a sharing agreement is in force are read; a year that none covers is an error, a year
 * before it that none covers is left out.
 *
 * @throws CollegialError `agreement.missing`, `scope.unknown`, `period.invalid`
 */
export async function gatherEvidence(engine: QueryEngine, options: CollaborationOptions): Promise<Evidence> {
  const year = parseAcademicYear(options.period);
  const query = options.signal === undefined ? {} : { signal: options.signal };
  const current = observedYears([year], options.asOf);
  const asked = Array.from({ length: options.yearsBack ?? 2 }, (_, back) => year - back).reverse();
  const years = observedYears(asked, options.asOf);
  const schools = await schoolsOfScope(engine, { scope: options.scope, ...daysOf(current), ...query });
  const { agreements, inForce } = await requireAgreement(engine, {
    schools: schools.schools,
    purpose: 'collaboration',
    ...daysOf(current),
    ...query,
  });
  const { from, to } = daysOf(years);
  const kinds = options.kinds ?? activityKinds;
  const read = { schools, from, to, inForce, ...query };
  const { activities: recordedOnly, unknownKinds } = await readActivities(engine, { ...read, kinds });
  const activities = withAccounts(recordedOnly, await readAccounts(engine, read), kinds);
  const derived = await detectDerived(engine, { ...options, schools, years, from, to, inForce, activities });
  const members = new Set(schools.schools);
  const recorded = activities.map((activity) => activityTies(activity, (school) => members.has(school)));
  return {
    period: options.period,
    schools: schools.schools,
    agreements,
    ties: [
      ...derivedTies(derived),
      ...recorded.flatMap((one) => one.ties),
      ...(await readAgreedValues(engine, read)),
    ],
    disputed: recorded.reduce((sum, one) => sum + one.disputed, 0),
    unknownKinds,
    postsWithoutFte: [...derived.sharedPosts, ...derived.staffMoves].filter(({ days }) => days === null)
      .length,
    excluded: derived.excluded,
    unrecordedMoves: derived.unrecordedMoves,
    observed: yearsInForce(years, inForce),
    held: await readRecordsHeld(engine, { schools, years, inForce, ...query }),
  };
}
