import { type Page, page } from '@collegial/connector-kit';
import { schoolCalendars } from '../mapping/map-calendar.ts';
import { withReading } from '../mapping/reading.ts';
import { WireClass } from '../mapping/wire-roster.ts';
import { readAll, sourcedIdOf } from './read-collection.ts';
import { blank, type Context, isVerified, readingOf, readOf } from './session.ts';

/** Schools with the sessions that their classes name: two collections make one page. */
export async function* readCalendars(context: Context): AsyncGenerator<Page> {
  if (!context.config.calendars) return;
  const read = await readOf(context);
  const known = await readingOf(context, false);
  const sessions = await readAll('academicSessions', read);
  const classes = await readAll('classes', read);
  const byId = new Map(sessions.rows.map((row) => [String(sourcedIdOf(row)), withReading(row, known)]));
  const parsed = classes.rows.flatMap((row) => WireClass.safeParse(withReading(row, blank)).data ?? []);
  const rows = schoolCalendars(parsed, byId).map((row) => withReading(row, known));
  const verified = sessions.verified && classes.verified && (await isVerified(context));
  yield page(rows, { place: { file: 'academicSessions', page: 1 }, ...(verified && { total: rows.length }) });
}
