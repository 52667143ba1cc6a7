import { type AcademicYear, parseAcademicYear } from '@collegial/model';
import { type QueryEngine, sql } from '@collegial/query';
import { standardise } from '../problem/measure.ts';
import type { SchoolRow } from './school-row.ts';

/** An area whose strengths and needs are read off a published measure. */
export interface MeasuredArea {
  readonly area: string;
  /** Id of the measure, for example `absence-rate`. */
  readonly measure: string;
  /** Default `higher`. */
  readonly better?: 'higher' | 'lower';
}

/** Options of {@link readSchoolTable}. */
export interface ReadSchoolTableOptions {
  /** Ids of the schools. */
  readonly schools: readonly string[];
  /** Academic year of the figures, `2018/19`. */
  readonly period: string;
  /** Id of the measure of attainment; default `attainment-8`. */
  readonly attainment?: string;
  /** Ids of measures of context, for example `free-school-meals`; default none. */
  readonly context?: readonly string[];
  /**
   * A school is strong in an area when its figure is above the mean of these schools: by one standard deviation is a clear
   * strength, by as much below a clear need. Default none.
   */
  readonly areas?: readonly MeasuredArea[];
  readonly signal?: AbortSignal;
}

/**
 * The table of schools for {@link suggestGroups} and {@link suggestPartners} from a store: published figures, places of the
 * register and the groups they are in. It reads nothing about people, and so needs no sharing agreement.
 *
 * @throws CollegialError `period.invalid`
 */
export async function readSchoolTable(
  engine: QueryEngine,
  options: ReadSchoolTableOptions,
): Promise<SchoolRow[]> {
  const { schools, attainment = 'attainment-8', context = [], areas = [] } = options;
  const year = parseAcademicYear(options.period);
  const query = options.signal === undefined ? {} : { signal: options.signal };
  if (schools.length === 0) return [];
  const rows = await engine.query<{
    id: string;
    name: string;
    latitude: number | null;
    longitude: number | null;
  }>(
    sql`select id, name, cast(latitude as double) as latitude, cast(longitude as double) as longitude
        from organisation where id in (${[...schools]}) order by id`,
    query,
  );
  const groups = await groupsOf(engine, schools, year, query);
  const measures = [...new Set([attainment, ...context, ...areas.map(({ measure }) => measure)])];
  const figures = await figuresOf(engine, schools, year, measures, query);
  const figureOf = (id: string, measure: string) => figures.get(`${id} ${measure}`) ?? null;
  const standings = areas.map(({ area, measure, better }) => ({
    area,
    sign: better === 'lower' ? -1 : 1,
    values: standardise(
      area,
      rows.map(({ id }) => figureOf(id, measure)),
    )?.values,
  }));
  return rows.map(({ id, name, latitude, longitude }, index) => ({
    id,
    name,
    attainment: figureOf(id, attainment),
    context: Object.fromEntries(context.map((measure) => [measure, figureOf(id, measure)])),
    areas: Object.fromEntries(
      standings.map(({ area, sign, values }) => {
        const value = values?.[index];
        return [area, value === undefined || Number.isNaN(value) ? null : sign * value];
      }),
    ),
    place: latitude === null || longitude === null ? null : { latitude, longitude },
    group: groups.get(id) ?? null,
  }));
}

type Query = { readonly signal?: AbortSignal };

/** The group of each school that is in exactly one in the year: of a school in several, no one is its group. */
async function groupsOf(engine: QueryEngine, schools: readonly string[], year: AcademicYear, query: Query) {
  const rows = await engine.query<{ organisation_id: string; group_id: string }>(
    sql`select organisation_id, min(group_id) as group_id from group_member
        where organisation_id in (${[...schools]}) and takes_part
          and (valid_from is null or valid_from <= cast(${`${year + 1}-08-31`} as date))
          and (valid_to is null or valid_to >= cast(${`${year}-09-01`} as date))
        group by organisation_id having count(distinct group_id) = 1`,
    query,
  );
  return new Map(rows.map((row) => [row.organisation_id, row.group_id]));
}

/** Figures of all students, the latest publication where there are several. */
async function figuresOf(
  engine: QueryEngine,
  schools: readonly string[],
  year: AcademicYear,
  measures: readonly string[],
  query: Query,
): Promise<Map<string, number>> {
  const rows = await engine.query<{ organisation_id: string; measure: string; value: number }>(
    sql`select organisation_id, measure, cast(value as double) as value from school_measure
        where organisation_id in (${[...schools]}) and measure in (${[...measures]})
          and academic_year = ${year} and subgroup = 'all' and value is not null
        order by organisation_id, measure,
          case when publication like '%provisional%' then 0 when publication like '%revised%' then 1 else 2 end, publication`,
    query,
  );
  return new Map(rows.map((row) => [`${row.organisation_id} ${row.measure}`, row.value]));
}
