import { createHash } from 'node:crypto';
import type { HttpClient, MapContext, ReadContext } from '@collegial/connector-kit';
import { knownOrganisation } from '../mapping/map-organisation.ts';
import { type KnownOrganisation, type Reading, withReading } from '../mapping/reading.ts';
import { rollFromOf } from '../mapping/roll-from.ts';
import { WireAcademicSession, WireOrg } from '../mapping/wire-roster.ts';
import type { OneRosterConfig } from '../oneroster-config.ts';
import { findServices, isOneOf, type Services } from './find-services.ts';
import { type CollectionRead, readAll } from './read-collection.ts';

/** What a stream reads with. */
export type Context<Cursor = unknown> = ReadContext<OneRosterConfig, Cursor>;

interface Organisations {
  readonly byId: ReadonlyMap<string, KnownOrganisation>;
  /** True when the server said how many there are, and gave them. */
  readonly verified: boolean;
}

interface Kept {
  services?: Promise<Services>;
  organisations?: Promise<Organisations>;
  sessions?: Promise<readonly WireAcademicSession[]>;
}

/** By the client of one sync: streams share what they look up. */
const kept = new WeakMap<HttpClient, Kept>();

function keptOf(http: HttpClient): Kept {
  const known = kept.get(http) ?? {};
  kept.set(http, known);
  return known;
}

/** Where the services are, found out once in a sync. */
export function servicesOf({ http, config, signal }: Context): Promise<Services> {
  return once(keptOf(http), 'services', () => findServices(http, config, signal));
}

/** What reading any collection in this context needs. */
export async function readOf(context: Context): Promise<CollectionRead<never>> {
  const { http, config, signal } = context;
  return { http, config, signal, services: await servicesOf(context) };
}

/**
 * What is known about a read.
 *
 * @param changes true when only changes are read
 */
export async function readingOf(context: Context, changes: boolean): Promise<Reading> {
  const { config, now } = context;
  const today = new Date(now()).toISOString().slice(0, 10);
  const { byId: organisations } = await organisationsOf(context);
  return { today, delta: changes, organisations, rollFrom: rollFromOf(config, today) };
}

/** As {@link readingOf}, with the first day of roles from the server's sessions. */
export async function readingOfRoles(context: Context): Promise<Reading> {
  const known = await readingOf(context, false);
  if (context.config.rollFrom !== undefined) return known;
  return { ...known, rollFrom: rollFromOf(context.config, known.today, await sessionsOf(context)) };
}

/** Fingerprint of the ids of organisations: where it changes, records that name an organisation must be read anew. */
export function fingerprintOf({ organisations }: Reading): string {
  const pairs = [...organisations].map(([sourcedId, { id, kind }]) => [sourcedId, id, kind]).sort();
  return createHash('sha256').update(JSON.stringify(pairs)).digest('base64url').slice(0, 16);
}

/** Whether the organisations that rows refer to are known to be all: a read that refers to others is not verified otherwise. */
export async function isVerified(context: Context): Promise<boolean> {
  return (await organisationsOf(context)).verified;
}

function organisationsOf(context: Context): Promise<Organisations> {
  return once(keptOf(context.http), 'organisations', async () => {
    const { config, source } = context;
    const needed = Object.values(config.organisationIdentifiers).some((scheme) => scheme !== undefined);
    const { rows, verified } = await lookedUp(context, 'orgs', needed);
    const first = knownIn(rows, { source, config });
    // A national identifier that is missing makes another organisation: it is asked for once more before that is believed.
    const doubtful = needed && [...first.values()].some(({ id }) => id.startsWith(`${source}:`));
    const second = doubtful
      ? knownIn((await lookedUp(context, 'orgs', needed)).rows, { source, config })
      : first;
    const organisations = [...first].map(([sourcedId, known]) => {
      const again = second.get(sourcedId);
      return [sourcedId, again !== undefined && known.id.startsWith(`${source}:`) ? again : known] as const;
    });
    return { byId: new Map(organisations), verified };
  });
}

function knownIn(rows: readonly unknown[], context: Lookup): ReadonlyMap<string, KnownOrganisation> {
  const known = rows.flatMap((row) => {
    const { data } = WireOrg.safeParse(withReading(row, blank));
    return data === undefined || isGarbled(row, data)
      ? []
      : [[data.sourcedId, knownOrganisation(data, context)] as const];
  });
  return new Map(known);
}

function sessionsOf(context: Context): Promise<readonly WireAcademicSession[]> {
  return once(keptOf(context.http), 'sessions', async () => {
    const { rows } = await lookedUp(context, 'academicSessions', false);
    return rows.flatMap((row) => WireAcademicSession.safeParse(withReading(row, blank)).data ?? []);
  });
}

/** Rows that others refer to; none when the credentials may not read them, unless ids hang on them. */
async function lookedUp(context: Context, collection: 'orgs' | 'academicSessions', needed: boolean) {
  try {
    const { filters: _, since: __, ...config } = context.config;
    return await readAll(collection, { ...(await readOf(context)), config: { ...config, filters: {} } });
  } catch (error) {
    if (needed || !isOneOf(error, ['http.scope', 'http.not-found'])) throw error;
    context.logger.warn('a collection that others refer to cannot be read', { collection });
    return { rows: [], verified: false };
  }
}

/** True when what decides the id of an organisation could not be read: a wrong id would be worse than none. */
function isGarbled(row: unknown, org: WireOrg): boolean {
  const { identifier } = row as { identifier?: unknown };
  return (
    org.type === undefined ||
    (org.identifier === undefined && identifier !== undefined && identifier !== null && identifier !== '')
  );
}

/** For rows that are read only to be referred to. */
export const blank: Reading = { today: '', delta: false, rollFrom: '', organisations: new Map() };

/** A context for maps of rows that are only looked up: what they would count is counted where they are read themselves. */
export type Lookup = Pick<MapContext<OneRosterConfig>, 'source' | 'config'>;

function once<Name extends keyof Kept>(
  into: Kept,
  name: Name,
  make: () => NonNullable<Kept[Name]>,
): NonNullable<Kept[Name]> {
  const known = into[name];
  if (known !== undefined) return known;
  const made = make();
  into[name] = made;
  // A failure is that of this stream; the next one asks again.
  (made as Promise<unknown>).catch(() => {
    delete into[name];
  });
  return made;
}
