import type { AcademicYear, EvidenceKind } from '@collegial/model';
import { type QueryEngine, type QueryOptions, type Sql, sql } from '@collegial/query';
import type { ScopeSchools } from '../schools/schools-of-scope.ts';
import { dayText, overlapOf, type Span } from '../time/days.ts';
import type { ObservedYear } from '../time/observed-years.ts';
import type { RecordsHeld } from './evidence-coverage.ts';
import { defaultLevelThresholds } from './level-rules.ts';

/** What {@link readRecordsHeld} needs to know. */
export interface ReadRecordsHeldOptions extends QueryOptions {
  readonly schools: ScopeSchools;
  readonly years: readonly ObservedYear[];
  /** Days that may be read. */
  readonly inForce: readonly Span[];
}

/** Academic years of which at least a term may be read: in less, joint work cannot show. */
export function yearsInForce(years: readonly ObservedYear[], inForce: readonly Span[]): AcademicYear[] {
  const days = (year: ObservedYear) =>
    inForce.reduce((sum, span) => {
      const common = overlapOf(year, span);
      return sum + (common === undefined ? 0 : common.to - common.from);
    }, 0);
  return years
    .filter((year) => days(year) >= defaultLevelThresholds.termDays)
    .map(({ academicYear }) => academicYear);
}

/**
 * Of which schools which kinds of records are held, by academic year: whether a link could have been seen at all. Only
 * that there are records is read, and only on days on which an agreement is in force. Records of a school that was followed by another count
 * for the one that followed it.
 *
 * Most schools have no recorded transfer in a year. Where one school of the scope has, transfers are recorded, and count as held of all.
 * A school in no recorded activity may have had none: there, not held means that none is known.
 */
export async function readRecordsHeld(
  engine: QueryEngine,
  options: ReadRecordsHeldOptions,
): Promise<RecordsHeld> {
  const { schools, years, inForce } = options;
  const ids = [...schools.schoolOf.keys()];
  const held = new Map<EvidenceKind, Map<AcademicYear, Set<string>>>();
  for (const [kind, recordsOf] of Object.entries(records) as [
    EvidenceKind,
    (typeof records)[EvidenceKind],
  ][]) {
    const byYear = new Map<AcademicYear, Set<string>>();
    for (const year of years) {
      const found = new Set<string>();
      for (const span of inForce) {
        const common = overlapOf(year, span);
        if (common === undefined) continue;
        const rows = await engine.query<{ organisation_id: string }>(
          recordsOf(ids, dayText(common.from), dayText(common.to - 1)),
          options.signal === undefined ? {} : { signal: options.signal },
        );
        for (const row of rows) {
          const school = schools.schoolOf.get(row.organisation_id);
          if (school !== undefined) found.add(school);
        }
      }
      const everyone = kind === 'transfers' && found.size > 0;
      byYear.set(year.academicYear, everyone ? new Set(schools.schools) : found);
    }
    held.set(kind, byYear);
  }
  return held;
}

type RecordsOf = (ids: readonly string[], from: string, to: string) => Sql;

/** Schools with a record of each kind on some days. */
const records: Readonly<Record<EvidenceKind, RecordsOf>> = {
  staff: (ids, from, to) => sql`select distinct organisation_id from appointment
    where organisation_id in (${[...ids]}) and valid_from <= cast(${to} as date)
      and (valid_to is null or valid_to >= cast(${from} as date)) order by organisation_id`,
  enrolments: (ids, from, to) => sql`select distinct organisation_id from enrolment
    where organisation_id in (${[...ids]}) and entered_on <= cast(${to} as date)
      and (left_on is null or left_on >= cast(${from} as date)) order by organisation_id`,
  classes: (ids, from, to) => sql`select distinct class.organisation_id
    from class join class_enrolment on class_enrolment.class_id = class.id
    where class.organisation_id in (${[...ids]})
      and (class_enrolment.valid_from is null or class_enrolment.valid_from <= cast(${to} as date))
      and (class_enrolment.valid_to is null or class_enrolment.valid_to >= cast(${from} as date))
    order by class.organisation_id`,
  transfers: (ids, from, to) => sql`select distinct organisation_id from (
      select from_organisation_id as organisation_id, starts_on, kind from transfer
      union all select to_organisation_id, starts_on, kind from transfer
    ) moves
    where organisation_id in (${[...ids]}) and kind in ('managed-move', 'off-site-direction')
      and starts_on between cast(${from} as date) and cast(${to} as date) order by organisation_id`,
  activities: (ids, from, to) => sql`select distinct participation.organisation_id
    from participation join activity on activity.id = participation.activity_id
    where participation.organisation_id in (${[...ids]})
      and activity.starts_on between cast(${from} as date) and cast(${to} as date)
    order by participation.organisation_id`,
};
