import { type QueryEngine, type QueryOptions, type Row, raw, type Sql, sql } from '@collegial/query';
import type { Range } from './design.ts';
import { modelError } from './model-error.ts';
import { hasValue, type UsedColumn } from './model-relation.ts';

/** What one pass over the rows shows. */
export interface Ranges {
  /** Rows read, and rows that have every value. */
  readonly read: number;
  readonly used: number;
  /** Rows without a value, by column; only columns that lack some. */
  readonly withoutValue: Readonly<Record<string, number>>;
  /** Of the numbers, over the rows that have every value. */
  readonly ranges: ReadonlyMap<string, Range>;
}

/**
 * Counts the rows that have every value and finds the range of each number among them.
 *
 * @throws CollegialError `model.data` without such a row, with an infinite number, or with a weight that is not above 0
 */
export async function readRanges(
  engine: QueryEngine,
  relation: Sql,
  used: readonly UsedColumn[],
  isNumber: (column: UsedColumn) => boolean,
  options: QueryOptions,
): Promise<Ranges> {
  const numbers = used.filter(isNumber);
  const extremes = (of: (alias: string) => string) =>
    numbers.flatMap(({ alias }) => [
      `min(${of(alias)}) as low_${alias}`,
      `max(${of(alias)}) as high_${alias}`,
    ]);
  const counts = (of: (column: UsedColumn) => string) =>
    used.map((column) => `count(${of(column)}) as found_${column.alias}`);
  // Where every row has every value, which is usual, no condition need be looked at.
  const plain = raw(
    ['count(*) as n', ...counts(({ alias }) => alias), ...extremes((alias) => alias)].join(', '),
  );
  let row = await one(engine, sql`select ${plain} from (${relation}) m`, options);
  const read = row.n as number;
  const whole =
    used.every(({ alias }) => row[`found_${alias}`] === read) &&
    numbers.every(({ alias }) => !Number.isNaN(row[`high_${alias}`]));
  if (!whole) {
    const value = (column: UsedColumn) => hasValue(column, isNumber(column));
    const careful = raw(
      [
        'count(*) as n',
        'count(case when complete then 1 end) as used',
        ...counts((column) => `case when ${value(column)} then 1 end`),
        ...extremes((alias) => `case when complete then ${alias} end`),
      ].join(', '),
    );
    const complete = raw(used.map(value).join(' and '));
    row = await one(
      engine,
      sql`select ${careful} from (select m.*, (${complete}) as complete from (${relation}) m) c`,
      options,
    );
  }
  const usedRows = whole ? read : (row.used as number);
  const withoutValue = Object.fromEntries(
    used.flatMap(({ column, alias }) => {
      const missing = read - (row[`found_${alias}`] as number);
      return missing > 0 ? [[column, missing]] : [];
    }),
  );
  if (usedRows === 0) throw noRows(read, withoutValue);
  const ranges = new Map(numbers.map((column) => [column.column, rangeOf(column, row)] as const));
  return { read, used: usedRows, withoutValue, ranges };
}

function rangeOf({ column, alias, use }: UsedColumn, row: Row): Range {
  const range = { low: row[`low_${alias}`] as number, high: row[`high_${alias}`] as number };
  if (!Number.isFinite(range.low) || !Number.isFinite(range.high))
    throw modelError('model.data', `The column “${column}” has infinite values.`, { field: column });
  if (use === 'weight' && range.low <= 0)
    throw modelError('model.data', `The weights in “${column}” are not all above 0.`, {
      field: column,
      fix: 'Leave rows out that are not to count, or give them no weight.',
    });
  return range;
}

function noRows(read: number, withoutValue: Readonly<Record<string, number>>) {
  const lacking = Object.entries(withoutValue).map(([column, rows]) => `${column} (${rows})`);
  return modelError(
    'model.data',
    read === 0
      ? 'There are no rows.'
      : `None of the ${read} rows has a value in every column; without one, by column: ${lacking.join(', ')}.`,
  );
}

async function one(engine: QueryEngine, statement: Sql, options: QueryOptions): Promise<Row> {
  const [row] = await engine.query<Row>(statement, options);
  return row as Row;
}
