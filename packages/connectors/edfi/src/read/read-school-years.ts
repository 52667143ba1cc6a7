import { type Page, page, type ReadContext } from '@collegial/connector-kit';
import { descriptorValue } from '../descriptors/read-descriptor.ts';
import type { EdfiConfig } from '../edfi-config.ts';
import type { WireSchoolYear } from '../edfi-schemas.ts';
import { openApi } from '../service/open-api.ts';
import { readList } from '../service/read-list.ts';
import { directoryOf, field } from './directory.ts';

type Json = Readonly<Record<string, unknown>>;
type Calendar = WireSchoolYear['calendars'][number];
type Session = WireSchoolYear['sessions'][number];

interface SchoolYear {
  readonly sessions: Map<string, Session>;
  readonly calendars: Map<string, { type?: string; days: Map<string, string[]> }>;
}

/** Puts the school years of all schools together from sessions, calendars and calendar dates: one row for each. Read whole, every time. */
export async function* readSchoolYears(context: ReadContext<EdfiConfig, unknown>): AsyncGenerator<Page> {
  const api = await openApi(context);
  const organisations = await directoryOf(context, api).organisations();
  const years = new Map<string, SchoolYear>();
  const yearOf = (reference: unknown, schoolYear: string | undefined): SchoolYear | undefined => {
    const school = field(reference, 'schoolId');
    if (school === undefined || schoolYear === undefined || !/^\d{4}$/.test(schoolYear)) return undefined;
    const key = `${school} ${schoolYear}`;
    const known = years.get(key) ?? { sessions: new Map(), calendars: new Map() };
    years.set(key, known);
    return known;
  };
  const calendarOf = (year: SchoolYear, code: string) => {
    const known = year.calendars.get(code) ?? { days: new Map<string, string[]>() };
    year.calendars.set(code, known);
    return known;
  };
  const each = async (resource: string, take: (row: Json) => void) => {
    for await (const { rows } of readList(context, api, { path: `ed-fi/${resource}` }))
      for (const row of rows) if (typeof row === 'object' && row !== null) take(row as Json);
  };
  const day = (row: Json, name: string) => /^\d{4}-\d{2}-\d{2}/.exec(field(row, name) ?? '')?.[0];

  await each('sessions', (row) => {
    const year = yearOf(row.schoolReference, field(row, 'schoolYearTypeReference', 'schoolYear'));
    const [name, from, to] = [field(row, 'sessionName'), day(row, 'beginDate'), day(row, 'endDate')];
    if (name !== undefined && from !== undefined && to !== undefined && from <= to)
      year?.sessions.set(name, { name, from, to });
  });
  await each('calendars', (row) => {
    const year = yearOf(row.schoolReference, field(row, 'schoolYearTypeReference', 'schoolYear'));
    const [code, type] = [field(row, 'calendarCode'), field(row, 'calendarTypeDescriptor')];
    if (year !== undefined && code !== undefined && type !== undefined) calendarOf(year, code).type = type;
  });
  await each('calendarDates', (row) => {
    const reference = row.calendarReference;
    const year = yearOf(reference, field(reference, 'schoolYear'));
    const [code, date] = [field(reference, 'calendarCode'), day(row, 'date')];
    if (year === undefined || code === undefined || date === undefined) return;
    const events = Array.isArray(row.calendarEvents) ? row.calendarEvents : [];
    const values = events.flatMap(
      (event) => descriptorValue(field(event, 'calendarEventDescriptor') ?? '') || [],
    );
    calendarOf(year, code).days.set(date, values);
  });

  const rows = [...years].map(([key, { sessions, calendars }]): WireSchoolYear => {
    const [school = '', schoolYear] = key.split(' ');
    return {
      ...(organisations.has(school) && { organisationId: organisations.get(school) }),
      schoolYear: Number(schoolYear),
      sessions: [...sessions.values()],
      calendars: [...calendars].map(
        ([code, { type, days }]): Calendar => ({
          code,
          ...(type !== undefined && { type }),
          days: [...days].sort(),
        }),
      ),
    };
  });
  yield page(rows, { place: { file: 'ed-fi/calendarDates', page: 1, row: 1 }, total: rows.length });
}
