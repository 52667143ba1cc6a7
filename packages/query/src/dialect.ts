/** The few things that differ between SQL engines; everything else in the views and indicators is common SQL. */
export interface Dialect {
  readonly name: string;
  /** Number of bits set in a BIGINT mask. */
  bitCount(mask: string): string;
  /** Whole-number division of two integers, rounding towards zero. */
  integerDivide(dividend: string, divisor: string): string;
  /** Academic year that a DATE lies in, named by the year it starts in; September to August. */
  academicYear(date: string): string;
  /** A table expression with one column `value`, a row for each whole number from first to last; may refer to tables to its left. */
  series(first: string, last: string, alias: string): string;
  /** Aggregate: the value of one expression in the row where another is highest. */
  argMax(value: string, by: string): string;
  /** Aggregate: an array of the highest values, the highest first, at most so many; null when there are none. */
  highest(value: string, count: number): string;
  /** Element of an array by its position from 1; null beyond its end. */
  elementAt(array: string, position: number): string;
  /** A DATE from whole numbers. */
  makeDate(year: string, month: string, day: string): string;
  /** Last day of the month that a DATE lies in. */
  lastDayOfMonth(date: string): string;
}

/** SQL as DuckDB understands it. */
export const duckdb: Dialect = {
  name: 'duckdb',
  bitCount: (mask) => `bit_count(${mask})`,
  integerDivide: (dividend, divisor) => `(${dividend} // ${divisor})`,
  academicYear: (date) => `(year(${date}) - (month(${date}) < 9)::integer)`,
  series: (first, last, alias) => `unnest(range(${first}, ${last} + 1)) as ${alias}(value)`,
  argMax: (value, by) => `arg_max(${value}, ${by})`,
  highest: (value, count) => `max(${value}, ${count})`,
  elementAt: (array, position) => `list_extract(${array}, ${position})`,
  makeDate: (year, month, day) => `make_date(${year}, ${month}, ${day})`,
  lastDayOfMonth: (date) => `last_day(${date})`,
};
