import { academicYearOf, CollegialError } from '@collegial/model';
import { type QueryEngine, type QueryOptions, sql } from '@collegial/query';
import { nearNames, suggestion } from '../evaluate/near-names.ts';

/** What is on record of a school's groups. */
export interface SchoolMembership {
  readonly school: string;
  readonly group: string;
  /** Academic year in which it joined; `null` where it is not on record. */
  readonly since: number | null;
  readonly takesPart: boolean;
}

/** Every school and every group, and who joined what when. */
export interface Memberships {
  /** Names by id. */
  readonly schools: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
  /** By school, the earliest first, those of unknown date before all others. */
  readonly of: ReadonlyMap<string, readonly SchoolMembership[]>;
}

interface MemberRow {
  readonly organisation_id: string;
  readonly group_id: string;
  readonly since: string | null;
  readonly takes_part: boolean;
}

/**
 * Reads who joined which group when. A membership without a date counts from the day the group was formed.
 *
 * @throws CollegialError `scope.unknown` when a group asked for does not exist
 */
export async function readMemberships(
  engine: QueryEngine,
  asked: readonly string[],
  options: QueryOptions,
): Promise<Memberships> {
  const places = await engine.query<{ id: string; name: string }>(
    sql`select id, name from organisation where kind = 'school' order by id`,
    options,
  );
  const named = await engine.query<{ id: string; name: string }>(
    sql`select id, name from school_group order by id`,
    options,
  );
  const rows = await engine.query<MemberRow>(
    sql`select m.organisation_id, m.group_id, coalesce(m.valid_from, g.formed_on) as since, m.takes_part
      from group_member m join school_group g on g.id = m.group_id
      order by m.organisation_id, since nulls first, m.group_id`,
    options,
  );
  const groups = new Map(named.map(({ id, name }) => [id, name]));
  const unknown = asked.find((id) => !groups.has(id));
  if (unknown !== undefined)
    throw new CollegialError({
      code: 'scope.unknown',
      message: `There is no group “${unknown.slice(0, 80)}”.`,
      fix: suggestion(nearNames(unknown, groups.keys()), 'Name a group of the store.'),
    });
  const of = new Map<string, SchoolMembership[]>();
  for (const row of rows) {
    const own = of.get(row.organisation_id) ?? [];
    of.set(row.organisation_id, own);
    own.push({
      school: row.organisation_id,
      group: row.group_id,
      since: row.since === null ? null : academicYearOf(row.since),
      takesPart: row.takes_part,
    });
  }
  return { schools: new Map(places.map(({ id, name }) => [id, name])), groups, of };
}
