import { CollegialError } from '@collegial/model';
import type { QueryEngine, QueryOptions } from '@collegial/query';
import type { IndicatorDefinition } from '../definition/indicator-definition.ts';
import type { ModelKind } from '../definition/kinds.ts';
import { type ModelStatesOptions, modelStatesSql } from './model-states-sql.ts';
import { mergeParts, type Part, type SchoolParts } from './part.ts';
import type { PartsByYear } from './read-school-parts.ts';

interface CohortRow {
  readonly organisation_id: string | null;
  readonly academic_year: number;
  readonly cohort: number;
  readonly found: number;
  readonly due: number;
  readonly covered: number;
  readonly uncertain: number;
  readonly units: number;
  readonly key_sum: number;
  readonly products: readonly number[];
}

/** Works out the partial states of all schools of the store with one query: a model is fitted to more schools than a scope has. */
export async function readModelParts(
  engine: QueryEngine,
  definition: IndicatorDefinition & { readonly kind: ModelKind },
  options: Omit<ModelStatesOptions, 'dialect'>,
  queryOptions: QueryOptions,
): Promise<PartsByYear> {
  const statement = modelStatesSql(definition, { ...options, dialect: engine.dialect });
  const years = new Map<number, Map<string, SchoolParts>>();
  for (const row of await engine.query<CohortRow>(statement, queryOptions)) {
    if (row.found !== row.due) throw countedTwice(definition);
    if (row.organisation_id === null) continue;
    const schools = years.get(row.academic_year) ?? new Map<string, SchoolParts>();
    years.set(row.academic_year, schools);
    const known = schools.get(row.organisation_id)?.all;
    const part = partOf(row.organisation_id, row);
    schools.set(row.organisation_id, {
      all: known === undefined ? part : mergeParts(definition.kind, [known, part]),
      subgroups: new Map(),
    });
  }
  return years;
}

function partOf(school: string, row: CohortRow): Part {
  const { cohort, units, products, key_sum: keySum, due, covered, uncertain } = row;
  return {
    state: {
      kind: 'model',
      units,
      keySum,
      cohorts: units === 0 ? [] : [{ school, cohort, rows: units, products }],
    },
    due,
    covered,
    uncertain,
    suppressed: 0,
  };
}

function countedTwice({ id }: IndicatorDefinition): CollegialError {
  return new CollegialError({
    code: 'indicator.invalid',
    message: `The SQL of “${id}” gives a unit more than once in an academic year.`,
    fix: 'Give one row for each unit: a join may have multiplied them, or two records have one id.',
  });
}
