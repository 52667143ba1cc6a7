import { type ActivityKind, activityKinds, parseAcademicYear, type Scope } from '@collegial/model';
import type { QueryEngine } from '@collegial/query';
import { requireAgreement } from '../agreement/require-agreement.ts';
import { activityTies } from '../recorded/activity-ties.ts';
import { readActivities } from '../recorded/read-activities.ts';
import { schoolsOfScope } from '../schools/schools-of-scope.ts';
import { readCalendars } from '../shared-staff/read-calendars.ts';
import { readPosts } from '../shared-staff/read-posts.ts';
import { sharedPostTie } from '../shared-staff/shared-post-ties.ts';
import { sharedPostsOf } from '../shared-staff/shared-posts-of.ts';
import type { SharedStaffParameters } from '../shared-staff/shared-staff.ts';
import type { Tie } from '../ties/tie.ts';
import { daysOf, observedYears } from '../time/observed-years.ts';

/** Options that every analysis of a scope in an academic year shares. */
export interface CollaborationOptions extends SharedStaffParameters {
  readonly scope: Scope;
  /** Academic year, for example `2023/24`. */
  readonly period: string;
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
  /** Shared posts whose staff-days are not known because an FTE is not. */
  readonly postsWithoutFte: number;
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
  const years = observedYears([year - 1, year], options.asOf);
  const schools = await schoolsOfScope(engine, { scope: options.scope, ...daysOf(current), ...query });
  const { agreements, inForce } = await requireAgreement(engine, {
    schools: schools.schools,
    purpose: 'collaboration',
    ...daysOf(current),
    ...query,
  });
  const { from, to } = daysOf(years);
  const posts = sharedPostsOf({
    posts: await readPosts(engine, schools, to, query),
    years,
    schools: new Set(schools.schools),
    inForce,
    calendarOf: await readCalendars(engine, schools, [year - 1, year], query),
    minimumOverlapDays: options.minimumOverlapDays ?? 28,
    schoolDaysPerYear: options.schoolDaysPerYear ?? 195,
  });
  const { activities, unknownKinds } = await readActivities(engine, {
    schools,
    from,
    to,
    inForce,
    kinds: options.kinds ?? activityKinds,
    ...query,
  });
  const members = new Set(schools.schools);
  const recorded = activities.map((activity) => activityTies(activity, (school) => members.has(school)));
  return {
    period: options.period,
    schools: schools.schools,
    agreements,
    ties: [...posts.map(sharedPostTie), ...recorded.flatMap((one) => one.ties)],
    disputed: recorded.reduce((sum, one) => sum + one.disputed, 0),
    unknownKinds,
    postsWithoutFte: posts.filter((post) => post.days === null).length,
  };
}
