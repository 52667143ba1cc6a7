import {
  type BaseColumn,
  columnsOfCovariate,
  columnsOfInteraction,
  type DesignColumn,
  powerOf,
  termName,
} from './design.ts';
import { modelError } from './model-error.ts';
import type { Covariate, FixedTerm, ModelReading } from './model-request.ts';
import type { MeanColumn } from './with-group-means.ts';

/** The columns of a model. */
export interface Design {
  /** Those that each row has, without the intercept. Some may be there for their group means alone: see `terms` for what is asked for. */
  readonly columns: readonly DesignColumn[];
  readonly means: readonly MeanColumn[];
  readonly terms: ModelReading['terms'];
}

/** @throws CollegialError `argument.invalid` for a term that cannot be, or that is there twice */
export function designTerms(
  fixed: readonly FixedTerm[],
  bases: readonly BaseColumn[],
  groups: readonly string[],
): Design {
  const columns: DesignColumn[] = [];
  const means: MeanColumn[] = [];
  const of = (covariate: string | Covariate): DesignColumn[] => {
    const name = typeof covariate === 'string' ? covariate : covariate.column;
    return columnsOfCovariate(bases.find(({ column }) => column === name) as BaseColumn);
  };
  const terms = fixed.map((term) => {
    const name = termName(term);
    if (typeof term === 'object' && 'groupMean' in term) {
      const depth = term.level === undefined ? groups.length : groups.indexOf(term.level) + 1;
      if (depth === 0)
        throw invalid(name, `“${term.level}” is none of the levels.`, `Choose one of ${groups.join(', ')}.`);
      const added = of(term.groupMean).map((column) => {
        const position = columns.findIndex((known) => known.name === column.name);
        if (position < 0)
          throw invalid(
            name,
            `The mean of “${column.name}” is asked for before the column itself.`,
            'Put the covariate before its mean: a contextual effect is what the group adds to it.',
          );
        const by = term.level === undefined ? '' : ` by ${term.level}`;
        return { name: `mean(${column.name}${by})`, of: position, depth };
      });
      means.push(...added);
      return { term: name, columns: added.map((column) => column.name) };
    }
    const added =
      typeof term === 'string' || 'column' in term
        ? of(term)
        : 'interaction' in term
          ? columnsOfInteraction(factorsOf(name, term.interaction).map(of))
          : [powerOf(of(term.power)[0] as DesignColumn, exponentOf(name, term.exponent))];
    columns.push(...added);
    return { term: name, columns: added.map((column) => column.name) };
  });
  const names = [...columns, ...means].map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index || name === 'intercept');
  if (twice !== undefined)
    throw invalid(
      twice,
      `The model has the column “${twice}” twice.`,
      'Name each term once; the intercept is always there.',
    );
  return { columns, means, terms };
}

function factorsOf(term: string, factors: readonly (string | Covariate)[]): readonly (string | Covariate)[] {
  if (factors.length < 2) throw invalid(term, 'An interaction needs two covariates.', 'Write it as a:b.');
  return factors;
}

function exponentOf(term: string, exponent: number): number {
  if (!Number.isInteger(exponent) || exponent < 2 || exponent > 9)
    throw invalid(term, 'An exponent is a whole number from 2 to 9.', 'Write a power as a^2.');
  return exponent;
}

function invalid(field: string, message: string, fix: string) {
  return modelError('argument.invalid', message, { field, fix });
}
