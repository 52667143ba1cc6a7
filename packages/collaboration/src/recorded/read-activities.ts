import { type ActivityKind, academicYearOf } from '@collegial/model';
import { type QueryEngine, type QueryOptions, sql } from '@collegial/query';
import type { ScopeSchools } from '../schools/schools-of-scope.ts';
import type { Reach } from '../ties/reach.ts';
import { dayNumber, type Span } from '../time/days.ts';
import { mergeParticipants } from './merge-participants.ts';
import type { Participant, RecordedActivity, Verdict } from './recorded-activity.ts';

interface ParticipationRow {
  readonly activity_id: string;
  readonly kind: string;
  readonly starts_on: string;
  readonly ends_on: string | null;
  readonly aim: string | null;
  readonly product: string | null;
  readonly group_id: string | null;
  readonly funding_id: string | null;
  readonly recorded_by_id: string | null;
  readonly participation_id: string;
  readonly organisation_id: string;
  readonly role: Participant['role'];
  readonly people: number | null;
  readonly heads: number | null;
  readonly middle_leaders: number | null;
  readonly teachers: number | null;
  readonly support_staff: number | null;
  readonly governors: number | null;
  readonly students: number | null;
  readonly hours: number | null;
  readonly days: number | null;
  readonly places: number | null;
  readonly amount: number | null;
}

/** Activities of known kinds, and how many there were of each kind that is not known. */
export interface ReadActivities {
  readonly activities: readonly RecordedActivity[];
  /** Kinds that nobody declared: kept and counted, never guessed. */
  readonly unknownKinds: Readonly<Record<string, number>>;
}

/** What {@link readActivities} needs to know. */
export interface ReadActivitiesOptions extends QueryOptions {
  readonly schools: ScopeSchools;
  readonly from: string;
  readonly to: string;
  /** Days that may be read. */
  readonly inForce: readonly Span[];
  readonly kinds: readonly ActivityKind[];
}

/**
 * Activities that began on the days asked for and in which a school of the scope took part, with every participant,
 * also those outside the scope. An activity counts in the year in which it begins.
 */
export async function readActivities(
  engine: QueryEngine,
  options: ReadActivitiesOptions,
): Promise<ReadActivities> {
  const { schoolOf } = options.schools;
  const mine = sql`select activity_id from participation where organisation_id in (${[...schoolOf.keys()]})`;
  const rows = await engine.query<ParticipationRow>(
    sql`select activity.id as activity_id, activity.kind, activity.starts_on, activity.ends_on, activity.aim,
        activity.product, activity.group_id, activity.funding_id, activity.recorded_by_id,
        participation.id as participation_id, participation.organisation_id, participation.role,
        case when coalesce(heads, middle_leaders, teachers, support_staff, governors) is null then null
          else coalesce(heads, 0) + coalesce(middle_leaders, 0) + coalesce(teachers, 0) + coalesce(support_staff, 0) + coalesce(governors, 0)
        end as people, heads, middle_leaders, teachers, support_staff, governors,
        students, hours, days, places, amount
      from activity join participation on participation.activity_id = activity.id
      where activity.id in (${mine})
        and activity.starts_on between cast(${options.from} as date) and cast(${options.to} as date)
      order by activity.id, participation.id, participation.organisation_id`,
    options.signal === undefined ? {} : { signal: options.signal },
  );
  const confirmations = await engine.query<{
    activity_id: string;
    organisation_id: string;
    verdict: Verdict;
  }>(
    sql`select activity_id, organisation_id, verdict from confirmation
      where activity_id in (${mine}) order by decided_on, id`,
    options.signal === undefined ? {} : { signal: options.signal },
  );
  const school = (id: string) => schoolOf.get(id) ?? id;
  const verdicts = new Map<string, Map<string, Verdict>>();
  for (const { activity_id, organisation_id, verdict } of confirmations) {
    const said = verdicts.get(activity_id) ?? new Map<string, Verdict>();
    verdicts.set(activity_id, said.set(school(organisation_id), verdict));
  }
  const kinds = new Map(options.kinds.map((kind) => [kind.id, kind]));
  const unknownKinds: Record<string, number> = {};
  const activities: RecordedActivity[] = [];
  for (const [id, parts] of byActivity(rows)) {
    const first = parts[0] as ParticipationRow;
    const day = dayNumber(first.starts_on);
    if (!options.inForce.some((span) => span.from <= day && day < span.to)) continue;
    const kind = kinds.get(first.kind);
    if (kind === undefined) {
      unknownKinds[first.kind] = (unknownKinds[first.kind] ?? 0) + 1;
      continue;
    }
    activities.push({
      id,
      kind,
      academicYear: academicYearOf(first.starts_on),
      startsOn: first.starts_on,
      endsOn: first.ends_on ?? first.starts_on,
      aim: first.aim,
      product: first.product,
      groupId: first.group_id,
      fundingId: first.funding_id,
      recordedBy: first.recorded_by_id === null ? null : school(first.recorded_by_id),
      participants: mergeParticipants(
        parts.map((row) => ({ ...row, school: school(row.organisation_id), reach: reachOf(row) })),
      ),
      verdicts: verdicts.get(id) ?? new Map(),
    });
  }
  return { activities, unknownKinds };
}

/** Rows by activity; a participation that two sources brought is taken once. */
function byActivity(rows: readonly ParticipationRow[]): Map<string, ParticipationRow[]> {
  const activities = new Map<string, Map<string, ParticipationRow>>();
  for (const row of rows) {
    const parts = activities.get(row.activity_id) ?? new Map<string, ParticipationRow>();
    if (!parts.has(row.participation_id)) parts.set(row.participation_id, row);
    activities.set(row.activity_id, parts);
  }
  return new Map([...activities].map(([id, parts]) => [id, [...parts.values()]]));
}

function reachOf(row: ParticipationRow): Reach {
  return {
    heads: row.heads,
    middleLeaders: row.middle_leaders,
    teachers: row.teachers,
    supportStaff: row.support_staff,
    students: row.students,
    governors: row.governors,
  };
}
