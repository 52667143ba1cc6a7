import { type Page, page, type ReadContext } from '@collegial/connector-kit';
import {
  type Reading,
  schoolCalendars,
  type WireSchoolCalendar,
} from '@collegial/connector-oneroster/mapping';
import * as z from 'zod';
import { indexRows } from './bundle/index-rows.ts';
import { openBundles } from './bundle/open-bundles.ts';
import { owned } from './bundle/owned.ts';
import { partsOf } from './bundle/table-parts.ts';
import { type JoinContext, organisationsOf, plainReading, sessionsOf } from './joins.ts';
import type { OneRosterCsvConfig } from './oneroster-csv-config.ts';
import { list, text } from './wire/cell.ts';

/** A school with the sessions that its classes name, as {@link readCalendars} makes it. */
export const WireCalendarRow = z.custom<WireSchoolCalendar>(
  (value) => typeof value === 'object' && value !== null && 'sessions' in value,
);

/**
 * Reads the school years of schools: sessions belong to no school, its classes name them.
 *
 * @throws CollegialError of the bundle, its files, or their columns
 */
export async function* readCalendars(
  context: ReadContext<OneRosterCsvConfig, unknown>,
): AsyncGenerator<Page> {
  const { config, source, signal, now } = context;
  const bundles = await openBundles(config.path, config.earlier);
  try {
    const joins: JoinContext = { bundles, config, source, signal, now };
    const classes = new Map<string, { school: string; terms: string[] }>();
    const ofClasses = await indexRows(bundles, {
      table: 'classes',
      by: 'schoolSourcedId',
      signal,
      keep: (values) => {
        const school = text(values.schoolSourcedId);
        if (school === undefined) return undefined;
        const known = classes.get(school) ?? { school: owned(school), terms: [] };
        classes.set(known.school, known);
        for (const term of list(values.termSourcedIds) ?? [])
          if (!known.terms.includes(term)) known.terms.push(owned(term));
        return undefined;
      },
    });
    const sessions = await sessionsOf(joins);
    const { organisations, whole } = await organisationsOf(joins);
    const sessionsWhole = partsOf(bundles, 'academicSessions').whole;
    if (!ofClasses.whole || !sessionsWhole || !whole)
      context.partial(
        'Classes, sessions and organisations are not all whole: their calendars stay as they were.',
      );
    if (!ofClasses.whole || !sessionsWhole) return;
    const reading: Reading = { ...plainReading(joins, 'classes'), organisations };
    const rows = schoolCalendars(classes.values(), sessions).map((row) => ({ ...row, reading }));
    yield page(rows, { place: { file: 'academicSessions.csv' }, total: rows.length });
  } finally {
    bundles.close();
  }
}
