import { type Dialect, join, raw, type Sql, sql } from '@collegial/query';
import { type FixedPoint, narrowBits, type PlannedColumn } from './fixed-point.ts';

/** What {@link sumsSql} takes. */
export interface SumsOptions {
  /** The complete rows, with the aliases of the base columns. */
  readonly complete: Sql;
  readonly columns: readonly PlannedColumn[];
  /** Number of group levels. */
  readonly levels: number;
  /** How the root of the weights becomes whole; `null` without weights. */
  readonly root: FixedPoint | null;
  /** Positions of columns whose sum without weights is wanted, too. */
  readonly unweighted: readonly number[];
  readonly dialect: Dialect;
}

/** Bits of the sum of the logarithms of the weights. */
export const logarithmBits = 40;

/** The statement of the sums, and where in its list `sums` each of them is. */
export interface SumsStatement {
  readonly statement: Sql;
  /** `s<i>`: sum of a column; `p<i>_<j>`: of a product; `rr`: of the weights; `lw`: of their logarithms; `u<i>`: of a column without weights. */
  readonly positions: ReadonlyMap<string, number>;
}

/**
 * One pass: for each lowest group (`g1` …) the number of rows `n` and a list of exact sums of the columns and of the products of each
 * pair, as whole numbers. Products that follow from others are not asked for: a binary column times itself is itself, two values of one
 * category never meet. A list, because a row with a name for each sum takes as long to hand over as the sums to work out.
 */
export function sumsSql({
  complete,
  columns,
  levels,
  root,
  unweighted,
  dialect,
}: SumsOptions): SumsStatement {
  const wide = columns.some(({ point }) => point.bits > narrowBits) || (root?.bits ?? 0) > narrowBits;
  const whole = (expression: Sql) => wholeOf(expression, wide ? wideType(dialect) : null);
  const groups = Array.from({ length: levels }, (_, level) => `g${level + 1}`);
  const stretched = (expression: Sql, { bits, scale }: FixedPoint) =>
    whole(sql`${expression} * ${raw(literal(2 ** bits / scale))}`);
  const rootWhole = root === null ? null : stretched(raw('sqrt_w'), { ...root, scale: 1 });
  const wholes = columns.map(({ column, point }, index) => {
    const value = sql`(${column.expression} - ${raw(literal(point.centre))})`;
    const weighted = root === null ? value : sql`(${value} * sqrt_w)`;
    const expression = column.binary
      ? sql`case when ${column.expression} then ${rootWhole ?? whole(raw('1'))} else ${whole(raw('0'))} end`
      : stretched(weighted, point);
    return sql`${expression}${raw(` as q${index}`)}`;
  });
  const plain = unweighted.map((index) => {
    const { column, point } = columns[index]!;
    const expression = column.binary
      ? sql`case when ${column.expression} then ${whole(raw('1'))} else ${whole(raw('0'))} end`
      : stretched(sql`(${column.expression} - ${raw(literal(point.centre))})`, point);
    return sql`${expression}${raw(` as u${index}`)}`;
  });
  const weightColumns =
    rootWhole === null
      ? []
      : [sql`${rootWhole} as r`, raw(`cast(ln(w) * ${2 ** logarithmBits} as decimal(18, 0)) as lw`)];
  const rows =
    root === null
      ? complete
      : sql`select c.*, sqrt(w * ${raw(literal(1 / root.scale ** 2))}) as sqrt_w from (${complete}) c`;
  const sums: (readonly [string, string])[] = [
    ...(root === null
      ? []
      : ([
          ['rr', 'r * r'],
          ['lw', 'lw'],
        ] as const)),
    ...unweighted.map((index) => [`u${index}`, `u${index}`] as const),
    ...columns.flatMap(({ column }, i) => [
      [`s${i}`, root === null ? `q${i}` : `q${i} * r`] as const,
      ...columns.slice(i).flatMap((other, offset) => {
        const j = i + offset;
        if (column.binary && i === j) return [];
        if (column.category !== null && column.category === other.column.category) return [];
        return [[`p${i}_${j}`, `q${i} * q${j}`] as const];
      }),
    ]),
  ];
  const list = sums.map(([, expression]) => `cast(sum(${expression}) as double)`);
  const paths = groups.map((group) => `cast(q.${group} as varchar) as path_${group}`);
  const statement = sql`
    select ${raw(paths.join(', '))}, count(*) as n, array[${raw(list.join(', '))}] as sums
    from (select ${join([...groups.map(raw), ...weightColumns, ...wholes, ...plain])} from (${rows}) w) q
    group by ${raw(groups.map((group) => `q.${group}`).join(', '))}`;
  return { statement, positions: new Map(sums.map(([name], position) => [name, position])) };
}

/** By way of INTEGER, which is faster than a cast to DECIMAL straight away; the type of many digits takes a double as it is. */
function wholeOf(expression: Sql, wide: string | null): Sql {
  return wide === null
    ? sql`cast(cast(${expression} as integer) as decimal(9, 0))`
    : sql`cast(${expression} as ${raw(wide)})`;
}

function wideType(dialect: Dialect): string {
  return dialect.name === 'duckdb' ? 'hugeint' : 'decimal(38, 0)';
}

/** A double, to its last bit. */
function literal(value: number): string {
  return `cast('${value}' as double)`;
}
