import { CollegialError, formatScope, type Scope } from '@collegial/model';
import { type QueryEngine, sql } from '@collegial/query';

/** The schools of a scope, each with the schools that came before it. */
export interface ScopeSchools {
  /** Ids of the schools as they are at the end of the time asked for, sorted. */
  readonly schools: readonly string[];
  /** From the id of a school, or of one that came before it, to the school in `schools`. */
  readonly schoolOf: ReadonlyMap<string, string>;
}

/** What {@link schoolsOfScope} needs to know. */
export interface SchoolsOfScopeOptions {
  readonly scope: Scope;
  /** First and last day asked for, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly signal?: AbortSignal;
}

/**
 * The schools that take part in a scope on any day of a span. A school that was followed by another within that time
 * (links of kind `predecessor`) is read as the one that followed it; one that was split among several is followed by none.
 *
 * @throws CollegialError `scope.unknown` when no school takes part
 */
export async function schoolsOfScope(
  engine: QueryEngine,
  options: SchoolsOfScopeOptions,
): Promise<ScopeSchools> {
  const { scope, from, to } = options;
  const queryOptions = options.signal === undefined ? {} : { signal: options.signal };
  const members = await engine.query<{ organisation_id: string }>(
    sql`select distinct organisation_id from membership
      where scope_kind = ${scope.kind} and scope_id = ${scope.id} and takes_part
        and (valid_from is null or valid_from <= cast(${to} as date))
        and (valid_to is null or valid_to >= cast(${from} as date))
      order by organisation_id`,
    queryOptions,
  );
  if (members.length === 0) {
    throw new CollegialError({
      code: 'scope.unknown',
      message: `No school takes part in ${formatScope(scope)} between ${from} and ${to}.`,
    });
  }
  const ids = members.map((member) => member.organisation_id);
  const lineage = await engine.query<{ school: string; organisation_id: string }>(
    sql`with recursive lineage(school, organisation_id) as (
        select id, id from organisation where id in (${ids})
        union
        select lineage.school, link.related_id
        from lineage
        join organisation_link link on link.organisation_id = lineage.organisation_id and link.kind = 'predecessor'
        left join organisation successor on successor.id = link.organisation_id
        where coalesce(link.valid_from, successor.opened_on, date '1900-01-01') <= cast(${to} as date)
      )
      select school, organisation_id from lineage order by school, organisation_id`,
    queryOptions,
  );
  return followPredecessors(ids, lineage);
}

function followPredecessors(
  members: readonly string[],
  lineage: readonly { school: string; organisation_id: string }[],
): ScopeSchools {
  const later = new Set(
    lineage.filter((row) => row.school !== row.organisation_id).map((row) => row.organisation_id),
  );
  const latest = members.filter((id) => !later.has(id));
  // Links that run in a circle would leave no school at all: then each is read as itself.
  const schools = latest.length === 0 ? [...members] : latest;
  const successors = new Map<string, Set<string>>();
  for (const { school, organisation_id } of lineage) {
    if (!schools.includes(school)) continue;
    successors.set(organisation_id, (successors.get(organisation_id) ?? new Set()).add(school));
  }
  const schoolOf = new Map<string, string>();
  for (const [id, followers] of successors) {
    const [only] = followers;
    if (followers.size === 1 && only !== undefined) schoolOf.set(id, only);
  }
  for (const id of schools) schoolOf.set(id, id);
  return { schools: [...schools].sort(), schoolOf };
}
