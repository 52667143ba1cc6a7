import { CollegialError } from '@collegial/model';
import { identifier, join, type QueryOptions, type Row, raw, type Sql, sql } from '@collegial/query';
import { covariatesOf, type ModelFormula } from './model-formula.ts';
import type { Table } from './open-table.ts';

/** The rows of a table as a model needs them. */
export interface TypedRows {
  readonly from: Sql;
  /** Columns whose numbers have a decimal comma. */
  readonly decimalComma: readonly string[];
  /** Kind of each covariate. */
  readonly kinds: ReadonlyMap<string, 'number' | 'category'>;
}

/** What a column holds, as counts of rows. */
interface Content {
  readonly values: number;
  readonly numbers: number;
  /** Numbers once their comma is a point. */
  readonly withComma: number;
  readonly withPoint: number;
}

/**
 * Finds out what is a number. A column is one when all its values are; a covariate without a single number is a category. Empty fields and
 * `NA` are no values. A decimal comma is read where commas do not part the fields.
 *
 * @throws CollegialError `record.invalid` with row and column of the first value that is no number where numbers are needed, or stand beside it
 */
export async function typedRows(
  table: Table,
  formula: ModelFormula,
  options: QueryOptions,
): Promise<TypedRows> {
  const { headings, engine, rows } = table;
  const covariates = covariatesOf(formula);
  const weights = formula.weights === null ? [] : [formula.weights];
  const columns = [...new Set([formula.outcome, ...covariates, ...weights])];
  const value = (column: string) => `nullif(nullif(trim(c${headings.indexOf(column)}), ''), 'NA')`;
  const counts = columns.flatMap((column, index) => [
    `count(${value(column)}) as values_${index}`,
    `count(try_cast(${value(column)} as double)) as numbers_${index}`,
    `count(try_cast(replace(${value(column)}, ',', '.') as double)) as comma_${index}`,
    `count(case when ${value(column)} like '%.%' then 1 end) as point_${index}`,
  ]);
  const [row] = await engine.query<Row>(sql`select ${raw(counts.join(', '))} from (${rows}) t`, options);
  const powers = new Set(
    formula.fixed.flatMap((term) => (typeof term === 'object' && 'power' in term ? [term.power] : [])),
  );
  const decimalComma: string[] = [];
  const kinds = new Map<string, 'number' | 'category'>();
  const typed: Sql[] = [];
  for (const [index, column] of columns.entries()) {
    const content = contentOf(row as Row, index);
    const mustBeNumber = column === formula.outcome || weights.includes(column) || powers.has(column);
    const kind = mustBeNumber ? 'number' : kindOf(content, formula.categories.includes(column));
    // 1.234,5 or 1,234 beside 1.5: no one knows which of them parts the decimals.
    const comma =
      content.numbers < content.values && content.withComma === content.values && content.withPoint === 0;
    if (kind === 'number' && content.numbers < content.values) {
      if (!comma || table.delimiter === ',')
        throw await noNumber(table, column, value(column), { mustBeNumber, comma, ...options });
      decimalComma.push(column);
    }
    kinds.set(column, kind);
    const text = comma ? `replace(${value(column)}, ',', '.')` : value(column);
    typed.push(
      sql`${raw(kind === 'number' ? `try_cast(${text} as double)` : value(column))} as ${identifier(column)}`,
    );
  }
  const groups = formula.groups.map((column) => sql`${raw(value(column))} as ${identifier(column)}`);
  return { from: sql`select ${join([...typed, ...groups])} from (${rows}) t`, decimalComma, kinds };
}

function contentOf(row: Row, index: number): Content {
  return {
    values: row[`values_${index}`] as number,
    numbers: row[`numbers_${index}`] as number,
    withComma: row[`comma_${index}`] as number,
    withPoint: row[`point_${index}`] as number,
  };
}

function kindOf({ values, numbers, withComma }: Content, asCategory: boolean): 'number' | 'category' {
  return asCategory || (values > 0 && numbers === 0 && withComma === 0) ? 'category' : 'number';
}

async function noNumber(
  { file, engine, rows }: Table,
  column: string,
  value: string,
  {
    mustBeNumber,
    comma,
    ...options
  }: QueryOptions & { readonly mustBeNumber: boolean; readonly comma: boolean },
): Promise<CollegialError> {
  const [found] = await engine.query<{ row: number; n: number }>(
    sql`select min(r) as row, count(*) as n from (${rows}) t
      where ${raw(value)} is not null and try_cast(${raw(value)} as double) is null`,
    options,
  );
  const { row = 0, n = 0 } = found ?? {};
  return new CollegialError({
    code: 'record.invalid',
    message: `The column “${column}” has ${n} ${n === 1 ? 'value that is no number' : 'values that are no numbers'}; this is the first.`,
    place: { file, row, field: column },
    fix: comma
      ? 'Write decimals with a point, or part the fields with semicolons: beside commas that part fields, 1,5 may be two numbers.'
      : mustBeNumber
        ? 'Correct it, or leave the field empty: rows without a value are left out and counted.'
        : 'Correct it, or leave the field empty; if the column is a category, name it with --category.',
  });
}
