import { type QueryEngine, sql } from '@collegial/query';
import { dayNumber, type Span } from '../../time/days.ts';
import type { HeadDeparture } from '../group-records.ts';
import type { Reading } from './reading.ts';

/** A new contract of the same head may begin so many days after the old one: then nobody has left. */
const gapOfContracts = 62;

/**
 * Heads who left a school of the scope on a day that may be read. A head whose next headship there follows without a
 * gap has not left; nor has one of two heads, as long as the other stays, ended the school's leadership – but a head's
 * departure it is, and counts.
 */
export async function readHeadDepartures(
  engine: QueryEngine,
  { schools, since, to, query }: Reading,
  inForce: readonly Span[],
): Promise<HeadDeparture[]> {
  const rows = await engine.query<{
    person_id: string;
    organisation_id: string;
    valid_from: string;
    valid_to: string | null;
  }>(
    sql`select person_id, organisation_id, valid_from, valid_to from appointment
      where role = 'head' and kind <> 'supply' and organisation_id in (${[...schools.schoolOf.keys()]})
        and valid_from <= cast(${to} as date)
      order by person_id, organisation_id, valid_from, valid_to`,
    query,
  );
  const posts = rows.map((row) => ({
    person: row.person_id,
    school: schools.schoolOf.get(row.organisation_id) ?? row.organisation_id,
    from: dayNumber(row.valid_from),
    to: row.valid_to,
  }));
  const departures = posts.flatMap((post) => {
    if (post.to === null || post.to < since || post.to > to) return [];
    const last = dayNumber(post.to);
    const stays = posts.some(
      (other) =>
        other.person === post.person &&
        other.school === post.school &&
        other.from <= last + gapOfContracts &&
        (other.to === null || dayNumber(other.to) > last),
    );
    if (stays || !inForce.some((span) => span.from <= last && last < span.to)) return [];
    return [{ school: post.school, on: post.to }];
  });
  const distinct = new Map(departures.map((departure) => [`${departure.on} ${departure.school}`, departure]));
  return [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, departure]) => departure);
}
