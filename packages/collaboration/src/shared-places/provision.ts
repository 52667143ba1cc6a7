import { type QueryEngine, type QueryOptions, sql } from '@collegial/query';

/** A place that is provision for a student, and no collaboration between schools. */
export type Provision = 'alternative-provision' | 'hospital' | 'special-placement';

/** What tells provision from other schools. */
export interface ProvisionRow {
  readonly id: string;
  readonly phase: string | null;
  readonly type: string | null;
}

/**
 * What kind of provision an organisation is, by its phase and by the words of its type: a pupil referral unit,
 * alternative provision, a hospital school, a special school; `null` for every other.
 */
export function provisionOf({ phase, type }: Omit<ProvisionRow, 'id'>): Provision | null {
  const words = (type ?? '').toLowerCase();
  if (/hospital|medical/.test(words)) return 'hospital';
  if (phase === 'alternative' || /referral|alternative provision/.test(words)) return 'alternative-provision';
  if (phase === 'special' || /\bspecial\b/.test(words)) return 'special-placement';
  return null;
}

/** The organisations of a list that are provision, with their kind. */
export async function readProvision(
  engine: QueryEngine,
  ids: readonly string[],
  options: QueryOptions,
): Promise<ReadonlyMap<string, Provision>> {
  const rows = await engine.query<ProvisionRow>(
    sql`select id, phase, type from organisation where id in (${ids}) order by id`,
    options,
  );
  return new Map(
    rows.flatMap((row) => {
      const kind = provisionOf(row);
      return kind === null ? [] : [[row.id, kind] as const];
    }),
  );
}

/** A student's home and host, and how the student is on the host's roll. */
export interface Placement {
  readonly home: string;
  readonly host: string;
  /** `null` when the student is not on the host's roll. */
  readonly status: 'guest' | 'subsidiary' | null;
}

/**
 * The kind of provision that a placement is, or `null` for a place between schools. A referral unit, alternative
 * provision or hospital at either end is provision; so is a special school as host, and as home of a dual registration.
 * A special school's student who is a guest in lessons of another school has a place there.
 */
export function placementProvision(
  { home, host, status }: Placement,
  provision: ReadonlyMap<string, Provision>,
): Provision | null {
  const [atHost, atHome] = [provision.get(host), provision.get(home)];
  if (atHost !== undefined) return atHost;
  if (atHome === 'special-placement') return status === 'subsidiary' ? atHome : null;
  return atHome ?? null;
}
