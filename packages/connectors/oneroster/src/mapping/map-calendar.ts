import { lenient, type Mapped, reject } from '@collegial/connector-kit';
import { academicYearOf, type EntityInput } from '@collegial/model';
import * as z from 'zod';
import { lastDayOf } from './dates.ts';
import { type OneRosterContext, organisationIdOf, unknownOrganisation } from './ids.ts';
import { yearStartsIn } from './mapping-settings.ts';
import { reading } from './reading.ts';
import { WireAcademicSession, type WireClass } from './wire-roster.ts';
import { isDeleted } from './wire-shapes.ts';

/** A school with the sessions that its classes name. No object of the standard: sessions belong to no organisation, see {@link schoolCalendars}. */
export const WireSchoolCalendar = lenient.object(
  { school: lenient.text(), reading: reading() },
  { sessions: z.array(WireAcademicSession) },
);
export type WireSchoolCalendar = z.output<typeof WireSchoolCalendar>;

/**
 * Puts sessions and schools together: a school keeps the sessions that its own classes name. Schools without classes have no calendar.
 *
 * @returns rows for {@link mapCalendar}, in the order in which schools come
 */
export function schoolCalendars(
  classes: Iterable<Pick<WireClass, 'school' | 'terms' | 'status'>>,
  sessions: ReadonlyMap<string, unknown>,
): { school: string; sessions: unknown[] }[] {
  const schools = new Map<string, Set<string>>();
  for (const one of classes) {
    if (one.school === undefined || isDeleted(one)) continue;
    const named = schools.get(one.school) ?? new Set();
    schools.set(one.school, named);
    for (const term of one.terms ?? []) named.add(term);
  }
  return [...schools].map(([school, named]) => ({
    school,
    sessions: [...named].sort().flatMap((id) => (sessions.has(id) ? [sessions.get(id)] : [])),
  }));
}

/** Kinds of session that can be terms, the finest first; grading periods are parts of them. */
const types = ['term', 'semester', 'schoolyear'];

/** The years of a school: the terms, or where it has none its semesters, or else its school year. Holidays within them are not known. */
export function mapCalendar(row: WireSchoolCalendar, context: OneRosterContext): Mapped<'Calendar'>[] {
  const years = new Map<number, WireAcademicSession[]>();
  const rejected: Mapped<'Calendar'>[] = [];
  for (const session of row.sessions ?? []) {
    if (isDeleted(session) || !types.includes(session.type?.toLowerCase() ?? '')) continue;
    if (
      session.startDate === undefined ||
      session.endDate === undefined ||
      session.endDate < session.startDate
    ) {
      rejected.push(reject('A session has no first and last day.', { field: 'sessions.startDate' }));
      continue;
    }
    const year = academicYearOf(session.startDate, yearStartsIn(context.config));
    years.set(year, [...(years.get(year) ?? []), session]);
  }
  const organisationId = organisationIdOf(context, row.reading, row.school);
  if (organisationId === undefined) return [unknownOrganisation('school')];
  const calendars = [...years].map(([academicYear, sessions]) => ({
    id: `${context.source}:${organisationId}:${academicYear}`,
    organisationId,
    academicYear,
    terms: termsOf(sessions, context),
  }));
  return [...calendars, ...rejected];
}

function termsOf(
  sessions: readonly WireAcademicSession[],
  { config }: Pick<OneRosterContext, 'config'>,
): EntityInput<'Calendar'>['terms'] {
  const type = types.find((one) => sessions.some((session) => session.type?.toLowerCase() === one));
  return sessions
    .filter((session) => session.type?.toLowerCase() === type)
    .map((session) => ({
      name: session.title ?? session.sourcedId,
      from: session.startDate as string,
      to: lastDayOf(config, session.endDate) as string,
    }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.name < b.name ? -1 : 1));
}
