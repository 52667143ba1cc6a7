import { type QueryEngine, type QueryOptions, raw, sql } from '@collegial/query';
import type { ContextTable } from '@collegial/statistics';
import { publishedParameters, publishedRows } from '../published/published-figures.ts';
import type { ContextMeasure, RollCharacteristic } from './context-measure.ts';

/** Column of `student_year`, and the values that count. */
const columnOf: Readonly<Record<RollCharacteristic, readonly [column: string, counted: string]>> = {
  disadvantaged: ['disadvantaged', "'yes'"],
  'free-school-meals': ['free_school_meals', "'yes'"],
  'looked-after': ['looked_after', "'yes'"],
  sen: ['sen', "'support', 'plan'"],
  'first-language-other': ['first_language_other', "'yes'"],
};

/** Below this share of students for whom it is known a share is not known. */
const fewestKnown = 0.8;

/** Share in percent by school, and size as the logarithm of the roll to the base 2: what distances are measured in. */
export async function readContext(
  engine: QueryEngine,
  measures: readonly ContextMeasure[],
  year: number,
  options: QueryOptions,
): Promise<ContextTable> {
  const found: { name: string; weight: number; values: Map<string, number | null> }[] = [];
  for (const measure of measures) {
    const rows = await engine.query<{ id: string; value: number | null }>(
      statementFor(measure, year),
      options,
    );
    const values = new Map(rows.map(({ id, value }) => [id, value] as const));
    found.push({ name: measure.name, weight: measure.weight ?? 1, values });
  }
  const ids = [...new Set(found.flatMap(({ values }) => [...values.keys()]))].sort();
  return {
    ids,
    columns: found.map(({ name, weight, values }) => ({
      name,
      weight,
      values: ids.map((id) => values.get(id) ?? null),
    })),
  };
}

function statementFor(measure: ContextMeasure, year: number) {
  if ('published' in measure)
    return sql`select organisation_id as id, cast(value as double) as value
      from (${publishedRows(measure.published, publishedParameters.parse({}))}) f where academic_year = ${year}`;
  const onRoll = sql`
    select distinct e.organisation_id, e.student_id from enrolment_year e
    where e.academic_year = ${year} and e.on_roll_in_january and e.status in ('current', 'main', 'previous')`;
  if ('roll' in measure)
    return sql`select organisation_id as id, ln(count(*)) / ln(2) as value from (${onRoll}) r group by organisation_id`;
  const [column, counted] = columnOf[measure.share];
  return sql`
    select r.organisation_id as id,
      case when count(s.${raw(column)}) >= ${fewestKnown} * count(*) and count(s.${raw(column)}) > 0
        then count(case when s.${raw(column)} in (${raw(counted)}) then 1 end) * 100.0 / count(s.${raw(column)}) end as value
    from (${onRoll}) r left join student_year s on s.student_id = r.student_id and s.academic_year = ${year}
    group by r.organisation_id`;
}
