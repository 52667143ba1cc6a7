import { raw, type Sql, sql } from '@collegial/query';
import type { CategoryColumns, FixedTerm } from './model-request.ts';

/** The smallest and largest value that an expression can take. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A column of the model as SQL over the aliases of the base columns. */
export interface DesignColumn {
  readonly name: string;
  /** A number, or for `binary` a condition. */
  readonly expression: Sql;
  /** True for a column of a category: 1 where the condition holds, else 0. */
  readonly binary: boolean;
  /** Category that a binary column is of: no row is in two of them. */
  readonly category: string | null;
  readonly range: Range;
}

/** A column that the relation has, under its alias. */
export interface BaseColumn {
  readonly column: string;
  readonly alias: string;
  readonly kind: 'number' | 'category';
  readonly range: Range;
  /** Of a category. */
  readonly levels: CategoryColumns | null;
}

/** The columns of one covariate: itself, or one for each value of a category but the reference. */
export function columnsOfCovariate(base: BaseColumn): DesignColumn[] {
  if (base.levels === null)
    return [
      {
        name: base.column,
        expression: raw(base.alias),
        binary: false,
        category: null,
        range: base.range,
      },
    ];
  const { reference, values } = base.levels;
  return values
    .filter((value) => value !== reference)
    .map((value) => ({
      name: `${base.column}=${value}`,
      expression: sql`${raw(base.alias)} = ${value}`,
      binary: true,
      category: base.column,
      range: { low: 0, high: 1 },
    }));
}

/** The columns of a product of covariates: of each column of the one with each of the others. */
export function columnsOfInteraction(factors: readonly (readonly DesignColumn[])[]): DesignColumn[] {
  return factors
    .slice(1)
    .reduce<DesignColumn[]>(
      (products, columns) => products.flatMap((left) => columns.map((right) => productOf(left, right))),
      [...(factors[0] ?? [])],
    );
}

/** A power of a column; the name is that of the term. */
export function powerOf(column: DesignColumn, exponent: number): DesignColumn {
  let product = column;
  for (let factor = 1; factor < exponent; factor++) product = productOf(product, column);
  const { low, high } = column.range;
  const ends = [low ** exponent, high ** exponent, ...(low < 0 && high > 0 ? [0] : [])];
  return {
    ...product,
    name: `${column.name}^${exponent}`,
    range: { low: Math.min(...ends), high: Math.max(...ends) },
  };
}

function productOf(left: DesignColumn, right: DesignColumn): DesignColumn {
  const ends = [left.range.low, left.range.high].flatMap((a) =>
    [right.range.low, right.range.high].map((b) => a * b),
  );
  const name = `${left.name}:${right.name}`;
  const range = { low: Math.min(...ends), high: Math.max(...ends) };
  if (left.binary && right.binary)
    return {
      name,
      expression: sql`(${left.expression} and ${right.expression})`,
      binary: true,
      category: null,
      range,
    };
  const expression = left.binary
    ? sql`case when ${left.expression} then ${right.expression} else 0e0 end`
    : right.binary
      ? sql`case when ${right.expression} then ${left.expression} else 0e0 end`
      : sql`(${left.expression} * ${right.expression})`;
  return { name, expression, binary: false, category: null, range };
}

/** A term as a formula has it: `prior`, `sex:prior`, `prior^2`, `mean(prior)`. */
export function termName(term: FixedTerm): string {
  const column = (covariate: string | { readonly column: string }) =>
    typeof covariate === 'string' ? covariate : covariate.column;
  if (typeof term === 'string' || 'column' in term) return column(term);
  if ('interaction' in term) return term.interaction.map(column).join(':');
  if ('power' in term) return `${term.power}^${term.exponent}`;
  return `mean(${column(term.groupMean)}${term.level === undefined ? '' : ` by ${term.level}`})`;
}
