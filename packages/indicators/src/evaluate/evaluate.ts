import {
  CollegialError,
  formatAcademicYear,
  type IndicatorResult,
  parseAcademicYear,
  type Subgroup,
} from '@collegial/model';
import type { QueryEngine, QueryOptions } from '@collegial/query';
import type { Breakdown } from '../definition/breakdown.ts';
import type { IndicatorDefinition } from '../definition/indicator-definition.ts';
import type { ModelKind } from '../definition/kinds.ts';
import { parametersOf } from '../definition/parameters-of.ts';
import { areaSpread } from '../state/area-figure.ts';
import { describe } from '../state/describe.ts';
import { type EvaluateOptions, many } from './evaluate-options.ts';
import { coverageOf, flagsOf, modelFlags } from './flags.ts';
import { membersInYear, membersOn, type ScopeMembers } from './membership.ts';
import { modelReferences, type ReferenceOf } from './model-references.ts';
import { mergeParts, type Part, type SchoolParts } from './part.ts';
import { readModelParts } from './read-model-parts.ts';
import { type PartsByYear, readSchoolParts } from './read-school-parts.ts';
import { requireBreakdowns, resolveIndicators } from './resolve-indicators.ts';
import { resolveScopes } from './resolve-scopes.ts';
import { subgroupOf, subgroupsOf } from './subgroups.ts';

/** Above so many schools a list of their ids costs more than reading all of them. */
const mostSchoolsNamed = 500;

/**
 * Evaluates indicators exactly, with one query for each, over all scopes, years and breakdowns at once. What comes out is for those who
 * may see exact figures; what is published, reported or served goes through `@collegial/release` alone.
 *
 * The order of the results is that of the indicators, then of the scopes, years and breakdowns; all students come before their subgroups.
 * A school that takes part counts in a group, trust or area for each academic year in which it was a member on at least one day; in published figures, if
 * it was a member on the day `asOf`. The figure of a scope is the merge of its schools' states.
 *
 * @throws CollegialError `indicator.unknown`, `scope.unknown` (both with near names), `period.invalid`, `indicator.grain`, `argument.invalid`,
 *   `store.query-failed`; the signal's reason when stopped
 *
 * @example
 * ```ts no-run
 * import { evaluate } from '@collegial/indicators';
 *
 * const results = await evaluate(store, {
 *   indicators: 'presence.persistent-absence', scope: ['group:A', 'school:*'], period: '2023/24', by: 'disadvantaged',
 * });
 * ```
 */
export async function evaluate(engine: QueryEngine, options: EvaluateOptions): Promise<IndicatorResult[]> {
  const definitions = resolveIndicators(many(options.indicators));
  const by = [...new Set(many<Breakdown>(options.by) ?? [])];
  requireBreakdowns(definitions, by);
  requireParameters(definitions, options.parameters);
  requireDay(options.asOf);
  const years = resolveYears(many(options.period, options.periods));
  const scopesGiven = many(options.scope, options.scopes);
  if (scopesGiven === undefined)
    throw new CollegialError({
      code: 'argument.invalid',
      message: 'No scope was given.',
      fix: 'Name a scope, for example group:A, school:urn:100001 or trust:*.',
    });
  const queryOptions: QueryOptions = options.signal === undefined ? {} : { signal: options.signal };
  options.signal?.throwIfAborted();
  const snapshot = await engine.snapshot();
  const scopes = await resolveScopes(engine, scopesGiven, queryOptions);
  const schools = schoolsOf(scopes);

  const results: IndicatorResult[] = [];
  for (const [index, definition] of definitions.entries()) {
    options.signal?.throwIfAborted();
    const parameters = options.parameters?.[definition.id];
    const parts = isModel(definition)
      ? await readModelParts(engine, definition, { parameters, years }, queryOptions)
      : await readSchoolParts(engine, definition, { by, parameters, years, schools }, queryOptions);
    const referenceOf = isModel(definition)
      ? await modelReferences(engine, definition.kind, parts, queryOptions)
      : undefined;
    for (const scope of scopes)
      results.push(
        ...resultsOf({
          definition,
          scope,
          parts,
          referenceOf,
          years,
          by,
          parameters,
          asOf: options.asOf,
          snapshot,
        }),
      );
    options.onProgress?.({ indicator: definition.id, done: index + 1, total: definitions.length });
  }
  if ((await engine.snapshot()) !== snapshot)
    throw new CollegialError({
      code: 'store.query-failed',
      message: 'The data changed while it was being read.',
      fix: 'Evaluate again when the sync is over.',
    });
  return results;
}

interface ResultsOptions {
  readonly definition: IndicatorDefinition;
  readonly scope: ScopeMembers;
  readonly parts: PartsByYear;
  /** Of a model. */
  readonly referenceOf: ReferenceOf | undefined;
  readonly years: readonly number[] | undefined;
  readonly by: readonly Breakdown[];
  readonly parameters: unknown;
  readonly asOf: string | undefined;
  readonly snapshot: string;
}

function resultsOf(options: ResultsOptions): IndicatorResult[] {
  const { definition, scope, parts, years, by, parameters, snapshot } = options;
  const results: IndicatorResult[] = [];
  const candidates = years ?? [...parts.keys()].sort((a, b) => a - b);
  for (const year of candidates) {
    const schools = schoolPartsOf(options, year);
    const all = mergeParts(
      definition.kind,
      schools.map((school) => school.all),
    );
    const named = scope.named && years !== undefined;
    if (!named && all.state.units === 0 && all.suppressed === 0) continue;
    const reference = options.referenceOf?.(year, schoolsWithData(all));
    const result = (part: Part, subgroup: Subgroup | null): IndicatorResult => ({
      indicator: definition.id,
      version: definition.version,
      scope: scope.scope,
      subgroup,
      period: formatAcademicYear(year),
      state: part.state,
      ...describe(definition, part.state, parameters, reference),
      spread: areaSpread(part.state),
      coverage: coverageOf(part),
      flags: [...flagsOf(definition, part, year, parameters), ...modelFlags(part, reference)],
      snapshot,
    });
    results.push(result(all, null));
    for (const name of subgroupsOf(schools, by)) {
      const members = schools.flatMap((school) => school.subgroups.get(name) ?? []);
      results.push(result(mergeParts(definition.kind, members), subgroupOf(name)));
    }
  }
  return results;
}

function isModel(
  definition: IndicatorDefinition,
): definition is IndicatorDefinition & { readonly kind: ModelKind } {
  return definition.kind.kind === 'model';
}

function schoolsWithData({ state }: Part): string[] {
  return state.kind === 'model' ? [...new Set(state.cohorts.map(({ school }) => school))] : [];
}

function schoolPartsOf({ definition, scope, parts, asOf }: ResultsOptions, year: number): SchoolParts[] {
  const published = definition.kind.kind === 'area' && definition.kind.rows === 'schools';
  const members = published
    ? membersOn(scope.members, asOf ?? `${year + 1}-08-31`)
    : membersInYear(scope.members, year);
  const ofYear = parts.get(year);
  return members.flatMap((school) => ofYear?.get(school) ?? []);
}

function schoolsOf(scopes: readonly ScopeMembers[]): string[] | undefined {
  const schools = new Set(
    scopes.flatMap(({ members }) => members.map(({ organisationId }) => organisationId)),
  );
  return schools.size > mostSchoolsNamed ? undefined : [...schools].sort();
}

function resolveYears(periods: readonly string[] | undefined): number[] | undefined {
  if (periods === undefined || periods.includes('all')) return undefined;
  return [...new Set(periods.map(parseAcademicYear))].sort((a, b) => a - b);
}

function requireParameters(
  definitions: readonly IndicatorDefinition[],
  parameters: EvaluateOptions['parameters'] = {},
): void {
  for (const definition of definitions) parametersOf(definition, parameters[definition.id]);
  const stranger = Object.keys(parameters).find(
    (id) => !definitions.some((definition) => definition.id === id),
  );
  if (stranger !== undefined)
    throw new CollegialError({
      code: 'argument.invalid',
      message: `Parameters are given for “${stranger}”, which is not being evaluated.`,
      fix: 'Name the indicator, or leave its parameters out.',
    });
}

function requireDay(asOf: string | undefined): void {
  if (asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(asOf))
    throw new CollegialError({
      code: 'argument.invalid',
      message: `“${asOf.slice(0, 20)}” is not a day.`,
      fix: 'Write it as 2024-08-31.',
    });
}
