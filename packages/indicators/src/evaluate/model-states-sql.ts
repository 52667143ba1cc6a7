import { type Dialect, raw, type Sql, sql } from '@collegial/query';
import type { IndicatorDefinition } from '../definition/indicator-definition.ts';
import type { ModelKind } from '../definition/kinds.ts';
import { parametersOf } from '../definition/parameters-of.ts';

/** What {@link modelStatesSql} takes. */
export interface ModelStatesOptions {
  readonly dialect: Dialect;
  readonly parameters?: unknown;
  /** Academic years; absent: all. */
  readonly years?: readonly number[] | undefined;
}

/**
 * One statement for all schools and years: the rows of an indicator of kind model, added up to exact sums of products by school, year and cohort.
 * The rows without `organisation_id` count the units of a whole year, so that one that is counted twice is noticed. Values become whole
 * hundredths first.
 */
export function modelStatesSql(
  definition: IndicatorDefinition & { readonly kind: ModelKind },
  { dialect, parameters, years }: ModelStatesOptions,
): Sql {
  const rows = definition.sql(parametersOf(definition, parameters), dialect);
  const columns = [...definition.kind.covariates, 'value'];
  const counted = columns.map((column) => `u.${column} is not null`).join(' and ');
  const wholes = columns.map(
    (column, index) => `, cast(round(cast(u.${column} as double) * 100) as bigint) as q${index}`,
  );
  const sum = (expression: string) =>
    `cast(coalesce(sum(case when is_counted then ${expression} end), 0) as bigint)`;
  const names = ['1', ...columns.map((_, index) => `q${index}`)];
  const products = names.flatMap((left, index) =>
    names.slice(index).map((right) => sum(left === '1' ? right : `${left} * ${right}`)),
  );
  const where = years === undefined ? raw('') : sql`where u.academic_year in (${years})`;
  return sql`
    with unit as (${rows}),
    counted as (
      select u.unit_id, u.organisation_id, u.academic_year, u.cohort, u.covered, ${raw(counted)} as is_counted,
        cast(u.record_key as bigint) as record_key${raw(wholes.join(''))}
      from unit u ${where}
    )
    select organisation_id, academic_year, cohort, count(*) as found, count(distinct unit_id) as due,
      count(case when covered then 1 end) as covered, count(case when covered is null then 1 end) as uncertain,
      count(case when is_counted then 1 end) as units,
      cast(coalesce(sum(case when is_counted then record_key end), 0) % 4294967296 as bigint) as key_sum,
      array[${raw(products.join(', '))}] as products
    from counted
    group by grouping sets ((academic_year), (organisation_id, academic_year, cohort))`;
}
