import { CollegialError, formatScope, parseScope, type Scope, type ScopeKind } from '@collegial/model';
import { join, type QueryEngine, type QueryOptions, type Sql, sql } from '@collegial/query';
import type { Membership, ScopeMembers } from './membership.ts';
import { nearNames, suggestion } from './near-names.ts';

interface MembershipRow {
  readonly scope_kind: ScopeKind;
  readonly scope_id: string;
  readonly organisation_id: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

/**
 * The scopes meant, `*` written out, each with the spells of the schools that take part; in the order given, those of a `*` by id.
 *
 * @throws CollegialError `scope.unknown` with near names
 */
export async function resolveScopes(
  engine: QueryEngine,
  given: readonly (Scope | string)[],
  options: QueryOptions,
): Promise<ScopeMembers[]> {
  const scopes = given.map((scope) => (typeof scope === 'string' ? parseScope(scope) : scope));
  const members = await readMembers(engine, scopes, options);
  const resolved = new Map<string, ScopeMembers>();
  const add = (scope: Scope, named: boolean) => {
    const text = formatScope(scope);
    const known = resolved.get(text);
    if (known === undefined || (named && !known.named))
      resolved.set(text, { scope, named, members: members.get(text) ?? [] });
  };
  const unseen: Scope[] = [];
  for (const { kind, id } of scopes) {
    if (id === '*') {
      const ids = [...members.keys()].map(parseScope).filter((scope) => scope.kind === kind);
      ids.sort((a, b) => (a.id < b.id ? -1 : 1));
      for (const scope of ids) add(scope, false);
    } else {
      add({ kind, id }, true);
      if (!members.has(formatScope({ kind, id }))) unseen.push({ kind, id });
    }
  }
  for (const scope of unseen) await requireKnown(engine, scope, options);
  return [...resolved.values()];
}

async function readMembers(
  engine: QueryEngine,
  scopes: readonly Scope[],
  options: QueryOptions,
): Promise<Map<string, Membership[]>> {
  const members = new Map<string, Membership[]>();
  if (scopes.length === 0) return members;
  const rows = await engine.query<MembershipRow>(
    sql`select scope_kind, scope_id, organisation_id, valid_from, valid_to from membership
      where takes_part and (${join(conditions(scopes), ' or ')})
      order by scope_kind, scope_id, organisation_id, valid_from`,
    options,
  );
  for (const row of rows) {
    const text = formatScope({ kind: row.scope_kind, id: row.scope_id });
    const spells = members.get(text) ?? [];
    spells.push({ organisationId: row.organisation_id, validFrom: row.valid_from, validTo: row.valid_to });
    members.set(text, spells);
  }
  return members;
}

function conditions(scopes: readonly Scope[]): Sql[] {
  return [...groupIds(scopes)].map(([kind, wanted]) =>
    wanted.includes('*')
      ? sql`scope_kind = ${kind}`
      : sql`(scope_kind = ${kind} and scope_id in (${wanted}))`,
  );
}

function groupIds(scopes: readonly Scope[]): Map<ScopeKind, string[]> {
  const ids = new Map<ScopeKind, string[]>();
  for (const { kind, id } of scopes) ids.set(kind, [...(ids.get(kind) ?? []), id]);
  return ids;
}

async function requireKnown(engine: QueryEngine, { kind, id }: Scope, options: QueryOptions): Promise<void> {
  const places = await engine.query<{ id: string; name: string }>(
    kind === 'group'
      ? sql`select id, name from school_group order by id`
      : sql`select id, name from organisation where kind = ${kind} order by id`,
    options,
  );
  if (places.some((place) => place.id === id)) return;
  const names = new Map(
    places.flatMap((place) => [[place.id, place.id] as const, [place.name, place.id] as const]),
  );
  const near = [...new Set(nearNames(id, names.keys()).map((name) => names.get(name) as string))];
  throw new CollegialError({
    code: 'scope.unknown',
    message: `There is no ${kind} “${id.slice(0, 80)}”.`,
    ...(near.length > 0
      ? {
          fix: suggestion(
            near.map((nearId) => formatScope({ kind, id: nearId })),
            '',
          ),
        }
      : {}),
  });
}
