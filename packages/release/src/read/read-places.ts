import type { Scope } from '@collegial/model';
import { type QueryEngine, type QueryOptions, sql } from '@collegial/query';

/** Names of organisations and groups by id. */
export interface Names {
  /** Name of an organisation; its id when it has none. */
  organisation(id: string): string;
  group(id: string): string;
  /** Whether there is such an organisation or group; `*` always is. */
  has(scope: Scope): boolean;
}

/** Reads the names of every organisation and group. */
export async function readNames(engine: QueryEngine, options: QueryOptions): Promise<Names> {
  const read = async (statement: ReturnType<typeof sql>) => {
    const rows = await engine.query<{ id: string; name: string }>(statement, options);
    return new Map(rows.map(({ id, name }) => [id, name]));
  };
  const organisations = await read(sql`select id, name from organisation`);
  const groups = await read(sql`select id, name from school_group`);
  return {
    organisation: (id) => organisations.get(id) ?? id,
    group: (id) => groups.get(id) ?? id,
    has: ({ kind, id }) => id === '*' || (kind === 'group' ? groups : organisations).has(id),
  };
}

/** A spell of a school in a group or area. */
export interface Spell {
  readonly organisationId: string;
  readonly from: string;
  readonly to: string;
  readonly takesPart: boolean;
}

/** The spells of the schools of every scope of a kind, by the scope's id. */
export async function readSpells(
  engine: QueryEngine,
  kind: string,
  options: QueryOptions,
): Promise<Map<string, Spell[]>> {
  const rows = await engine.query<{
    scope_id: string;
    organisation_id: string;
    valid_from: string | null;
    valid_to: string | null;
    takes_part: boolean;
  }>(
    sql`select scope_id, organisation_id, valid_from, valid_to, takes_part from membership
      where scope_kind = ${kind} order by scope_id, organisation_id, valid_from`,
    options,
  );
  const spells = new Map<string, Spell[]>();
  for (const row of rows) {
    const ofScope = spells.get(row.scope_id) ?? [];
    ofScope.push({
      organisationId: row.organisation_id,
      from: row.valid_from ?? '0000-01-01',
      to: row.valid_to ?? '9999-12-31',
      takesPart: row.takes_part,
    });
    spells.set(row.scope_id, ofScope);
  }
  return spells;
}

/** Ids of the schools with a spell that reaches into a span of days, each once, sorted. */
export function schoolsWithin(spells: readonly Spell[], from: string, to: string): string[] {
  return [
    ...new Set(
      spells.filter((spell) => spell.from <= to && spell.to >= from).map((spell) => spell.organisationId),
    ),
  ].sort();
}
