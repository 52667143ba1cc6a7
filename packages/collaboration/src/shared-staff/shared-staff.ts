import { parseAcademicYear, type Scope } from '@collegial/model';
import type { QueryEngine } from '@collegial/query';
import { requireAgreement } from '../agreement/require-agreement.ts';
import { schoolsOfScope } from '../schools/schools-of-scope.ts';
import { daysOf, observedYears } from '../time/observed-years.ts';
import { readCalendars } from './read-calendars.ts';
import { readPosts } from './read-posts.ts';
import { type SharedPost, sharedPostsOf } from './shared-posts-of.ts';

/** What counts as a shared member of staff; every default is our judgement and can be set. */
export interface SharedStaffParameters {
  /** Last day that counts, `YYYY-MM-DD`: posts still held are counted up to it. Default: the end of the last period. */
  readonly asOf?: string;
  /** Two schools share a person only if the posts overlap on at least so many days: a leaver's handover is no collaboration. Default 28. */
  readonly minimumOverlapDays?: number;
  /** School days of a year where a school has no calendar. Default 195: the working days of a full-time teacher in England. */
  readonly schoolDaysPerYear?: number;
}

/** Options of {@link sharedStaff}. */
export interface SharedStaffOptions extends SharedStaffParameters {
  readonly scope: Scope;
  /** Academic years, for example `['2022/23', '2023/24']`. */
  readonly periods: readonly string[];
  readonly signal?: AbortSignal;
}

/**
 * Staff that schools of a scope share: one person with posts at two schools at once, seen in the schools' own staff
 * records (B3). Left out are supply, peripatetic and central-team posts, people with a post at a trust or authority,
 * overlaps of days, and moves from one school to another. Two part-time posts that someone found without the schools'
 * doing look the same in the records: this is evidence, not proof.
 *
 * Each line says who gave whom how many staff-days: FTE × school days of the recipient's calendar, or of
 * `schoolDaysPerYear` spread over September to July. See {@link SharedPost} for the direction.
 *
 * @throws CollegialError `agreement.missing`, `scope.unknown`, `period.invalid`
 *
 * @example
 * ```ts
 * import { sharedStaff } from '@collegial/collaboration';
 *
 * const posts = await sharedStaff(store, { scope: { kind: 'group', id: 'A' }, periods: ['2023/24'] });
 * posts[0]; // { provider: 'urn:100001', recipient: 'urn:100002', days: 39, … }
 * ```
 */
export async function sharedStaff(engine: QueryEngine, options: SharedStaffOptions): Promise<SharedPost[]> {
  const years = observedYears(options.periods.map(parseAcademicYear), options.asOf);
  const { from, to } = daysOf(years);
  const query = options.signal === undefined ? {} : { signal: options.signal };
  const schools = await schoolsOfScope(engine, { scope: options.scope, from, to, ...query });
  const { inForce } = await requireAgreement(engine, {
    schools: schools.schools,
    purpose: 'collaboration',
    from,
    to,
    ...query,
  });
  const posts = await readPosts(engine, schools, to, query);
  const calendarOf = await readCalendars(
    engine,
    schools,
    years.map((year) => year.academicYear),
    query,
  );
  return sharedPostsOf({
    posts,
    years,
    schools: new Set(schools.schools),
    inForce,
    calendarOf,
    minimumOverlapDays: options.minimumOverlapDays ?? 28,
    schoolDaysPerYear: options.schoolDaysPerYear ?? 195,
  });
}
