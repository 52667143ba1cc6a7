import {
  identifier,
  join,
  type QueryEngine,
  type QueryOptions,
  type Row,
  raw,
  type Sql,
  sql,
} from '@collegial/query';
import { modelError } from './model-error.ts';
import type { UsedColumn } from './model-relation.ts';
import type { CategoryColumns } from './model-request.ts';

/** A category of more values is likely to be an id, or a number that was read as text. */
const mostValues = 100;

const numeric = /^(u?(tiny|small|big|huge)?int|integer|uinteger|double|float|real|decimal|numeric)/i;
const textual = /^(varchar|char|text|string|boolean|enum|uuid)/i;

/**
 * Which columns are numbers. What a covariate is said to be is taken at its word; of the others the engine is asked for the type.
 *
 * @throws CollegialError `model.data` for a type that is neither, and for an outcome or weight that is no number
 */
export async function readKinds(
  engine: QueryEngine,
  from: Sql,
  used: readonly UsedColumn[],
  options: QueryOptions,
): Promise<(column: UsedColumn) => boolean> {
  const said = new Map(
    used.flatMap(({ column, use, covariate }) =>
      use === 'group'
        ? [[column, false] as const]
        : covariate?.kind
          ? [[column, covariate.kind === 'number'] as const]
          : [],
    ),
  );
  const unsaid = used.filter(({ column }) => !said.has(column));
  // Outcome and weights are cast to numbers: only where something else is asked anyway are their types looked at.
  if (unsaid.every(({ use }) => use !== 'covariate')) return ({ column }) => said.get(column) ?? true;
  const types = join(
    unsaid.map(({ column, alias }) => sql`typeof(r.${identifier(column)}) as ${raw(alias)}`),
  );
  const [row] = await engine.query<Row>(sql`select ${types} from (${from}) r limit 1`, options);
  for (const { column, alias, use } of unsaid) {
    const type = (row?.[alias] as string | undefined) ?? 'double';
    const isNumber = numeric.test(type);
    if (!isNumber && (use !== 'covariate' || !textual.test(type)))
      throw modelError(
        'model.data',
        `The column “${column}” is of type ${type.slice(0, 40)}, which is no number.`,
        {
          field: column,
          fix: 'Cast it to a number or to text in the query.',
        },
      );
    said.set(column, isNumber);
  }
  return ({ column }) => said.get(column) ?? true;
}

/**
 * The values of each category among the complete rows, in the order of code points.
 *
 * @throws CollegialError `model.data` for more than 100 values, or a reference that is none of them
 */
export async function readCategories(
  engine: QueryEngine,
  complete: Sql,
  categories: readonly UsedColumn[],
  options: QueryOptions,
): Promise<Map<string, CategoryColumns>> {
  const found = new Map<string, CategoryColumns>();
  if (categories.length === 0) return found;
  const names = raw(categories.map(({ alias }) => alias).join(', '));
  const sets = raw(categories.map(({ alias }) => `(${alias})`).join(', '));
  const rows = await engine.query<Row>(
    sql`select ${names} from (${complete}) c group by grouping sets (${sets})`,
    options,
  );
  for (const { column, alias, covariate } of categories) {
    const values = rows
      .flatMap((row) => (row[alias] === null ? [] : [row[alias] as string]))
      .sort(byCodePoint);
    if (values.length > mostValues)
      throw modelError(
        'model.data',
        `The column “${column}” has ${values.length} different values, too many for a category.`,
        {
          field: column,
          fix: 'Give it as a number if it is one, or group its values.',
        },
      );
    const reference = covariate?.reference ?? values[0] ?? '';
    if (!values.includes(reference))
      throw modelError('argument.invalid', `The reference of “${column}” is none of its values.`, {
        field: column,
        fix: `Choose one of ${values.slice(0, 20).join(', ')}.`,
      });
    found.set(column, { column, reference, values });
  }
  return found;
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
