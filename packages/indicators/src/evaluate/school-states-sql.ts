import { type Dialect, raw, type Sql, sql } from '@collegial/query';
import { type Breakdown, breakdownColumns, notKnown } from '../definition/breakdown.ts';
import type { IndicatorDefinition } from '../definition/indicator-definition.ts';
import type { AreaHolds, Kind } from '../definition/kinds.ts';
import { parametersOf } from '../definition/parameters-of.ts';

/** What {@link schoolStatesSql} takes. */
export interface SchoolStatesOptions {
  readonly dialect: Dialect;
  readonly by: readonly Breakdown[];
  readonly parameters?: unknown;
  /** Academic years; absent: all. */
  readonly years?: readonly number[] | undefined;
  /** Schools; absent: all. */
  readonly schools?: readonly string[] | undefined;
}

/**
 * One statement for all schools, years and breakdowns at once: the indicator's rows, added up to the partial state of each school. The
 * rows without `organisation_id` count the units of a whole year, so that one that is counted twice is noticed.
 */
export function schoolStatesSql(definition: IndicatorDefinition, options: SchoolStatesOptions): Sql {
  const rows = definition.sql(parametersOf(definition, options.parameters), options.dialect);
  const where = filter(options);
  if (definition.kind.kind === 'area' && definition.kind.rows === 'schools')
    return figuresOfSchools(rows, where, definition.kind.holds);
  const { by, dialect } = options;
  const names = by.map((breakdown) => raw(`, ${columnOf(breakdown)}`));
  const values = by.map((breakdown) =>
    raw(
      `, coalesce(cast(${breakdownColumns[breakdown]} as varchar), '${notKnown}') as ${columnOf(breakdown)}`,
    ),
  );
  const sets = by.map((breakdown) => raw(`, (organisation_id, academic_year, ${columnOf(breakdown)})`));
  const student = by.some((breakdown) => breakdown !== 'year-group')
    ? raw('left join student_year s on s.student_id = u.student_id and s.academic_year = u.academic_year')
    : raw('');
  const { counted, columns, sums } = parts(definition.kind, dialect);
  return sql`
    with unit as (${rows}),
    counted as (
      select u.unit_id, u.organisation_id, u.academic_year, u.covered, ${raw(counted)} as is_counted,
        cast(u.record_key as bigint) as record_key, ${raw(columns)}${concat(values)}
      from unit u ${student} ${where}
    )
    select organisation_id, academic_year${concat(names)},
      count(*) as found, count(distinct unit_id) as due,
      count(case when covered then 1 end) as covered, count(case when covered is null then 1 end) as uncertain,
      count(case when is_counted then 1 end) as units,
      cast(coalesce(sum(case when is_counted then record_key end), 0) % 4294967296 as bigint) as key_sum,
      ${raw(sums)}
    from counted
    group by grouping sets ((academic_year), (organisation_id, academic_year)${concat(sets)})`;
}

/** Column of a breakdown in the result. */
export function columnOf(breakdown: Breakdown): string {
  return `by_${breakdown.replaceAll('-', '_')}`;
}

function figuresOfSchools(rows: Sql, where: Sql, holds: AreaHolds | undefined): Sql {
  const scaled = (column: string) => `, cast(round(u.${column} * 10000) as bigint) as scaled_${column}`;
  const change = holds === 'start' ? ['error', 'start', 'start_error'].map(scaled).join('') : '';
  return sql`
    with unit as (${rows})
    select u.organisation_id, u.academic_year, u.suppressed, cast(round(u.value * 10000) as bigint) as scaled,
      cast(round(coalesce(u.weight, 0) * 10000) as bigint) as scaled_weight${raw(change)}
    from unit u ${where}`;
}

/** What a kind adds up: integers, so that neither threads nor order change a digit. Values become whole ten-thousandths first. */
function parts(kind: Kind, dialect: Dialect): { counted: string; columns: string; sums: string } {
  const total = (expression: string, name: string, condition = 'is_counted') =>
    `cast(coalesce(sum(case when ${condition} then ${expression} end), 0) as bigint) as ${name}`;
  if (kind.kind === 'ratio') {
    return {
      counted: 'u.denominator is not null',
      columns:
        'cast(u.numerator as bigint) as a, cast(u.denominator as bigint) as p, ' +
        '(u.numerator <> cast(u.numerator as bigint) or u.denominator <> cast(u.denominator as bigint)) as fractional',
      sums: [
        total('a', 'numerator'),
        total('p', 'denominator'),
        total('a * a', 'numerator_squares'),
        total('a * p', 'products'),
        total('p * p', 'denominator_squares'),
        'count(case when is_counted and fractional then 1 end) as fractions',
      ].join(', '),
    };
  }
  const square = dialect.integerDivide('(v * v + 5000)', '10000');
  const value = 'cast(round(u.value * 10000) as bigint) as v';
  if (kind.kind !== 'gap' && !(kind.kind === 'area' && kind.holds === 'parts'))
    return {
      counted: 'u.value is not null',
      columns: value,
      sums: `${total('v', 'total')}, ${total(square, 'squares')}`,
    };
  const side = (name: string, condition: string) =>
    [
      `count(case when ${condition} then 1 end) as ${name}_units`,
      total('v', `${name}_total`, condition),
      total(square, `${name}_squares`, condition),
    ].join(', ');
  return {
    counted: 'u.value is not null and u.compared is not null',
    columns: `${value}, u.compared`,
    sums: `${side('compared', 'is_counted and compared')}, ${side('others', 'is_counted and not compared')}`,
  };
}

function filter({ years, schools }: SchoolStatesOptions): Sql {
  const conditions = [
    ...(years === undefined ? [] : [sql`u.academic_year in (${years})`]),
    ...(schools === undefined ? [] : [sql`u.organisation_id in (${schools})`]),
  ];
  return conditions.length === 0
    ? raw('')
    : sql`where ${conditions.reduce((all, condition) => sql`${all} and ${condition}`)}`;
}

function concat(parts: readonly Sql[]): Sql {
  return {
    text: parts.map(({ text }) => text).join(''),
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}
