import { type Sql, sql } from '@collegial/query';
import * as z from 'zod';
import { area } from '../definition/kinds.ts';

/** Symbols with which a source holds a figure back to protect students, or because too few could be included. */
const heldBack = ['SUPP', 'c', '*', 'x'];
const tooFew = ['LOWCOV', 'low'];

/** Parameters of every indicator made from published figures. */
export const publishedParameters = z.strictObject({
  /** `mean` of the schools, weighted where weights are published · `sd` · `p90-p10`: how far apart they are. Default `mean`. */
  statistic: z.enum(['mean', 'sd', 'p90-p10']).default('mean'),
  /** Students it is about, as published: `all`, `disadvantaged`, … Default `all`. */
  subgroup: z.string().min(1).default('all'),
  /** One publication, for example `ks4-provisional`. Absent: the latest, what is not provisional before what is. */
  publication: z.string().min(1).optional(),
});

/** The kind of every indicator made from published figures. */
export const publishedFigures = area({
  counts: 'school',
  rows: 'schools',
  statistic: ({ statistic }: z.output<typeof publishedParameters>) => statistic,
});

/**
 * A row for each school that a figure is due from: one was published, or held back. Symbols that say that there is nothing to publish (no
 * entries, not applicable, a new school) make no row. The weight is the number of students behind the figure, from the same publication or,
 * where that has none, another one of the same year.
 */
export function publishedRows(
  measure: string,
  { subgroup, publication }: z.output<typeof publishedParameters>,
): Sql {
  const chosen = publication === undefined ? sql`` : sql`and publication = ${publication}`;
  return sql`
    with figure as (
      select organisation_id, academic_year, publication, value, denominator, symbol,
        case when value is null and coalesce(symbol, 'NA') = 'NA' then '0' else '1' end
        || case when publication like '%provisional%' then '0' else '1' end
        || coalesce(cast(published_on as varchar), '0000-00-00') || publication as preference
      from school_measure
      where measure = ${measure} and subgroup = ${subgroup}
    ),
    preferred as (
      select organisation_id, academic_year, max(preference) as preference from figure where true ${chosen} group by organisation_id, academic_year
    ),
    students as (select organisation_id, academic_year, max(denominator) as denominator from figure group by organisation_id, academic_year)
    select f.organisation_id, f.academic_year, f.value, coalesce(f.denominator, s.denominator) as weight,
      f.value is null and f.symbol in (${heldBack}) as suppressed
    from figure f
    join preferred p on p.organisation_id = f.organisation_id and p.academic_year = f.academic_year and p.preference = f.preference
    join students s on s.organisation_id = f.organisation_id and s.academic_year = f.academic_year
    where f.value is not null or f.symbol in (${[...heldBack, ...tooFew]})`;
}
