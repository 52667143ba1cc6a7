import { identifier, join, raw, type Sql, sql } from '@collegial/query';
import { modelError } from './model-error.ts';
import type { Covariate, FixedTerm, ModelRequest } from './model-request.ts';

/** What a column is used for. */
export interface UsedColumn {
  readonly column: string;
  readonly alias: string;
  readonly use: 'outcome' | 'covariate' | 'weight' | 'group';
  readonly covariate: Covariate | null;
}

/** Every column that a model uses, each once, with its alias: `y`, `x1` …, `w`, `g1` … */
export function usedColumns({ outcome, fixed, groups, weights }: ModelRequest): UsedColumn[] {
  if (groups.length === 0)
    throw modelError('argument.invalid', 'A multilevel model needs a column of groups.', {
      fix: 'Name the column that says which school a row is of.',
    });
  const covariates = new Map<string, Covariate>();
  for (const covariate of fixed.flatMap(covariatesOf)) {
    const known = covariates.get(covariate.column);
    covariates.set(covariate.column, { ...known, ...covariate });
  }
  const used: UsedColumn[] = [
    { column: outcome, alias: 'y', use: 'outcome', covariate: null },
    ...[...covariates.values()].map(
      (covariate, index): UsedColumn => ({
        column: covariate.column,
        alias: `x${index + 1}`,
        use: 'covariate',
        covariate,
      }),
    ),
    ...(weights === undefined
      ? []
      : [{ column: weights, alias: 'w', use: 'weight', covariate: null } as const]),
    ...groups.map(
      (column, index): UsedColumn => ({ column, alias: `g${index + 1}`, use: 'group', covariate: null }),
    ),
  ];
  requireDifferent(used, groups);
  return used;
}

/** The relation with the columns that are used alone: numbers as DOUBLE, categories as text, groups as they are: text is slow to group by. */
export function modelRelation(
  from: Sql,
  used: readonly UsedColumn[],
  isNumber: (column: UsedColumn) => boolean,
): Sql {
  const columns = used.map((one) => {
    const column = identifier(one.column);
    if (one.use === 'group') return sql`r.${column} as ${raw(one.alias)}`;
    return sql`cast(r.${column} as ${raw(isNumber(one) ? 'double' : 'varchar')}) as ${raw(one.alias)}`;
  });
  return sql`select ${join(columns)} from (${from}) r`;
}

/** Condition that a column has a value: not null, and not NaN, which is above infinity for some engines and beside it for others. */
export function hasValue({ alias }: UsedColumn, isNumber: boolean): string {
  return isNumber ? `${alias} <= cast('Infinity' as double)` : `${alias} is not null`;
}

function covariatesOf(term: FixedTerm): Covariate[] {
  const full = (covariate: string | Covariate): Covariate =>
    typeof covariate === 'string' ? { column: covariate } : covariate;
  if (typeof term === 'string' || 'column' in term) return [full(term)];
  if ('interaction' in term) return term.interaction.map(full);
  if ('power' in term) return [{ column: term.power, kind: 'number' }];
  return [full(term.groupMean)];
}

function requireDifferent(used: readonly UsedColumn[], groups: readonly string[]): void {
  const uses = new Map<string, string>();
  for (const { column, use } of used) {
    const other = uses.get(column);
    if (other !== undefined && (other === 'outcome' || use === 'group'))
      throw modelError('argument.invalid', `The column “${column}” is asked for as ${other} and as ${use}.`, {
        field: column,
        fix: 'Use a column for one thing.',
      });
    uses.set(column, use);
  }
  if (new Set(groups).size < groups.length)
    throw modelError('argument.invalid', 'A column of groups is named twice.', {
      fix: 'Name each level once, outermost first.',
    });
}
