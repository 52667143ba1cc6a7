import type { ReadContext } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import { organisationIdOf } from './map-organisation.ts';
import { readPages } from './read-pages.ts';
import type { WondeConfig } from './wonde-config.ts';
import { formatInstant } from './wonde-cursor.ts';
import { WireSchool } from './wonde-schemas.ts';

/** A school to read. */
export interface School {
  readonly id: string;
  readonly organisationId: string;
}

/** The schools of the settings that can be read, those that cannot, and the time by the server's clock. */
export interface SchoolList {
  readonly schools: readonly School[];
  readonly failures: readonly CollegialError[];
  /** When the list was asked for: everything read afterwards is at least as new. */
  readonly began: string;
}

/**
 * The schools that the token can see, in the order of their ids, reduced to those of the settings.
 *
 * @throws CollegialError `http.scope` when the token sees no school at all: a domain of the wrong region answers so
 */
export async function listSchools(context: ReadContext<WondeConfig, unknown>): Promise<SchoolList> {
  const { config, source } = context;
  const found = new Map<string, School>();
  const failures: CollegialError[] = [];
  let began: string | undefined;
  for await (const { rows, headers } of readPages(context, 'schools', { per_page: config.perPage })) {
    began ??= serverTime(headers, context.now());
    for (const row of rows) {
      const { success, data: school } = WireSchool.safeParse(row);
      if (!success || config.schools?.includes(school.id) === false) continue;
      const elsewhere = otherDomain(config.baseUrl, school.region?.domain);
      if (elsewhere === undefined)
        found.set(school.id, { id: school.id, organisationId: organisationIdOf(school, source) });
      else failures.push(wrongRegion(school.id, elsewhere));
    }
  }
  if (found.size === 0 && failures.length === 0 && config.schools === undefined)
    throw new CollegialError({
      code: 'http.scope',
      message: 'The token sees no school.',
      place: { file: 'schools' },
      fix: 'Ask the schools to approve access in Wonde, and check that the base URL has the domain of their region.',
    });
  for (const id of config.schools ?? [])
    if (!found.has(id) && !failures.some(({ place }) => place.file === pathOf(id)))
      failures.push(notSeen(id));
  const schools = [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { schools, failures, began: began ?? formatInstant(context.now()) };
}

/** Path of a school or of something below it. */
export function pathOf(school: string, below = ''): string {
  return `schools/${encodeURIComponent(school)}${below === '' ? '' : `/${below}`}`;
}

/** The clock of the server, from its `Date` header; the host's own where there is none. */
function serverTime(headers: Headers, now: number): string {
  const time = Date.parse(headers.get('date') ?? '');
  return formatInstant(Number.isNaN(time) ? now : time);
}

/** The domain of a school's region when requests go to another one of Wonde's, which would answer with no data. */
function otherDomain(baseUrl: string, domain: string | undefined): string | undefined {
  const { hostname } = new URL(baseUrl);
  return domain !== undefined && hostname.endsWith('.wonde.com') && domain !== hostname ? domain : undefined;
}

function wrongRegion(school: string, domain: string): CollegialError {
  const safe = /^[a-z0-9.-]{1,80}$/.test(domain) ? domain : 'another domain';
  return new CollegialError({
    code: 'config.invalid',
    message: `The school ${school} is served from ${safe}; the base URL has another domain, which would answer with no data.`,
    fix: 'Make one source per region, each with its base URL and its schools.',
    place: { file: pathOf(school), field: 'baseUrl' },
  });
}

function notSeen(school: string): CollegialError {
  return new CollegialError({
    code: 'http.not-found',
    message: `The token does not see the school ${school}.`,
    fix: 'Check the id, and ask the school to approve access in Wonde.',
    place: { file: pathOf(school) },
  });
}
