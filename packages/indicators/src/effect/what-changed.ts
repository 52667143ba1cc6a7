import { CollegialError, formatAcademicYear, parseAcademicYear } from '@collegial/model';
import type { QueryEngine, QueryOptions } from '@collegial/query';
import {
  adjustProbabilities,
  doseSlope,
  type MatchedDifference,
  matchedDifference,
  verdictOf,
} from '@collegial/statistics';
import type { IndicatorDefinition } from '../definition/indicator-definition.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { many } from '../evaluate/evaluate-options.ts';
import { resolveIndicators } from '../evaluate/resolve-indicators.ts';
import { resolveScopes } from '../evaluate/resolve-scopes.ts';
import { type AllowedCandidates, allowedCandidates } from './allowed-candidates.ts';
import { type AssignedSchools, assignSchools } from './assign-schools.ts';
import { candidateClusters } from './candidate-clusters.ts';
import { changedSchools } from './changed-schools.ts';
import { levelsBeside } from './levels-beside.ts';
import { isPublished, type SchoolFigures, schoolFigures } from './outcome-figures.ts';
import { panelRows } from './panel-rows.ts';
import { readMemberships } from './read-memberships.ts';
import type { WhatChangedOptions } from './what-changed-options.ts';
import type { LevelsBeside, OutcomeChange, WhatChanged } from './what-changed-result.ts';
import { outcomeWords } from './words/outcome-words.ts';
import { yearsBeside } from './years-beside.ts';

/**
 * What changed for the schools of some groups since they joined, beside schools like them that did not: each indicator by school and year, schools matched on
 * what they were before, the difference with its uncertainty, a check of the years before, and how closely the groups worked together in the same
 * years. Everything that led to a figure is in the result; `explainWhatChanged` says it in words. It shows what went together, never what brought it about.
 *
 * @throws CollegialError `argument.invalid`, `scope.unknown`, `indicator.unknown`, `period.invalid`; `agreement.missing` when figures from records are asked
 *   for and no agreement for comparison names the schools of the groups
 *
 * @example
 * ```ts no-run
 * import { whatChanged } from '@collegial/indicators';
 *
 * const changed = await whatChanged(store, {
 *   groups: ['A', 'B', 'C', 'D'], indicators: ['published.attainment-8', 'published.absence'],
 * });
 * changed.outcomes.flatMap(({ words }) => words);
 * ```
 */
export async function whatChanged(engine: QueryEngine, options: WhatChangedOptions): Promise<WhatChanged> {
  const groups = [...new Set(many(options.group, options.groups) ?? [])].sort();
  if (groups.length === 0)
    throw new CollegialError({
      code: 'argument.invalid',
      message: 'No group was given.',
      fix: 'Name the id of a school group, or of several.',
    });
  const definitions = resolveIndicators(many(options.indicators));
  const context = options.context === undefined ? [] : resolveIndicators(many(options.context));
  const query: QueryOptions = options.signal === undefined ? {} : { signal: options.signal };
  const snapshot = await engine.snapshot();
  const memberships = await readMemberships(engine, groups, query);
  const assigned = assignSchools(memberships, groups, await candidateIds(engine, options, query));
  const clusters = await candidateClusters(engine, options.movesWith ?? 'school', query);
  const read = await readFigures(engine, [...definitions, ...context], assigned, options);
  const beside =
    options.levels === false
      ? { levels: [], notKnown: [] }
      : await levelsBeside(engine, { groups: firstYears(assigned, groups), until: read.until, ...query });

  const drafts = definitions.map((definition) => {
    const figures = read.figures.get(definition.id)!;
    const allowed = allowedFor(definition, context, assigned, read.allowed);
    const contexts = context.map(({ id }) => read.figures.get(id)!);
    const rows = panelRows({ assigned, allowed: allowed.schools, figures, context: contexts, clusters });
    const found =
      rows.length === 0
        ? null
        : matchedDifference(rows, {
            ...options.method,
            groups,
            contextNames: context.map(({ title }) => title),
          });
    return { definition, figures, allowed, rows, found };
  });
  const adjust = options.adjust ?? 'holm';
  const adjusted: (number | null)[] = adjustProbabilities<number | null>(
    drafts.map(({ found }) => found?.difference?.p ?? null),
    adjust,
  );
  const outcomes = drafts.map(({ definition, figures, allowed, rows, found }, index): OutcomeChange => {
    const adjustedP = adjusted[index]!;
    const verdict = found === null ? 'cannot-tell' : verdictOf(found, adjustedP);
    const schools = changedSchools({ memberships, assigned, allowed: allowed.schools, figures, found });
    return {
      indicator: definition.id,
      version: definition.version,
      title: definition.title,
      unit: definition.unit,
      better: definition.better,
      verdict,
      adjustedP,
      found,
      schools,
      years: yearsBeside(rows, schools),
      figuresLeftOut: figures.leftOut,
      agreements: allowed.agreements,
      withLevel: found === null ? null : withLevel(found, beside.levels),
      words: outcomeWords({
        title: definition.title,
        unit: definition.unit,
        groups: groups.map((id) => memberships.groups.get(id)!),
        verdict,
        adjustedP,
        found,
        together: adjusted.filter((p) => p !== null).length,
        levels: firstAndLast(beside.levels),
      }),
    };
  });
  return {
    groups: groups.map((id) => ({ id, name: memberships.groups.get(id)!, since: sinceOf(assigned, id) })),
    outcomes,
    levels: beside.levels,
    levelsNotKnown: beside.notKnown,
    adjust,
    snapshot,
  };
}

async function candidateIds(
  engine: QueryEngine,
  { candidates }: WhatChangedOptions,
  query: QueryOptions,
): Promise<ReadonlySet<string> | null> {
  const given = many(candidates);
  if (given === undefined) return null;
  const scopes = await resolveScopes(engine, given, query);
  return new Set(scopes.flatMap(({ members }) => members.map(({ organisationId }) => organisationId)));
}

interface FiguresRead {
  readonly figures: ReadonlyMap<string, SchoolFigures>;
  /** For indicators made from records; `null` where there are none. */
  readonly allowed: AllowedCandidates | null;
  /** Last academic year looked at. */
  readonly until: number;
}

/** Reads every indicator for every school that may be looked at: records only of schools that an agreement names. */
async function readFigures(
  engine: QueryEngine,
  definitions: readonly IndicatorDefinition[],
  assigned: AssignedSchools,
  options: WhatChangedOptions,
): Promise<FiguresRead> {
  const query = options.signal === undefined ? {} : { signal: options.signal };
  const periods = many(options.period, options.periods) ?? ['all'];
  const joined = [...assigned.joined.keys()];
  const candidates = [...assigned.candidates.keys()];
  const evaluated = async (which: readonly IndicatorDefinition[], schools: readonly string[]) =>
    which.length === 0 || schools.length === 0
      ? []
      : await evaluate(engine, {
          indicators: which,
          scopes: schools.map((id) => ({ kind: 'school', id }) as const),
          periods,
          parameters: parametersFor(options.parameters, which),
          ...query,
        });
  const published = await evaluated(definitions.filter(isPublished), [...joined, ...candidates]);
  const fromRecords = definitions.filter((definition) => !isPublished(definition));
  const own = await evaluated(fromRecords, joined);
  const named = periods.filter((period) => period !== 'all').map(parseAcademicYear);
  const seen = [...published, ...own].map(({ period }) => parseAcademicYear(period));
  const until = (named.length > 0 ? named : seen).reduce((last, year) => Math.max(last, year), 0);
  const allowed =
    fromRecords.length === 0 || joined.length === 0
      ? null
      : await allowedCandidates(engine, { joined, candidates, year: until }, query);
  const others = await evaluated(fromRecords, [...(allowed?.schools ?? [])]);
  const results = [...published, ...own, ...others];
  const figures = new Map(
    definitions.map(({ id }) => [id, schoolFigures(results.filter(({ indicator }) => indicator === id))]),
  );
  return { figures, allowed, until };
}

function parametersFor(
  parameters: WhatChangedOptions['parameters'] = {},
  definitions: readonly IndicatorDefinition[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    definitions.filter(({ id }) => id in parameters).map(({ id }) => [id, parameters[id]]),
  );
}

/** Records of one school beside another need an agreement, be they what is looked at or what schools are matched on. */
function allowedFor(
  definition: IndicatorDefinition,
  context: readonly IndicatorDefinition[],
  assigned: AssignedSchools,
  allowed: AllowedCandidates | null,
): AllowedCandidates {
  const free = [definition, ...context].every(isPublished) || allowed === null;
  return free ? { agreements: [], schools: new Set(assigned.candidates.keys()) } : allowed;
}

function firstYears(assigned: AssignedSchools, groups: readonly string[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const group of groups) {
    const years = [...assigned.joined.values()]
      .filter((one) => one.group === group)
      .map(({ since }) => since);
    if (years.length > 0) first.set(group, Math.min(...years));
  }
  return first;
}

function sinceOf(assigned: AssignedSchools, group: string): string | null {
  const first = firstYears(assigned, [group]).get(group);
  return first === undefined ? null : formatAcademicYear(first);
}

function withLevel({ byGroup }: MatchedDifference, levels: readonly LevelsBeside[]) {
  return doseSlope(
    byGroup.flatMap(({ group, year, value, schools }) => {
      const period = formatAcademicYear(year);
      const dose = levels.find((one) => one.group === group && one.period === period)?.meanLevel;
      return dose == null ? [] : { cluster: group, dose, value, weight: schools };
    }),
  );
}

function firstAndLast(levels: readonly LevelsBeside[]): { first: number; last: number } | null {
  const known = levels.filter(({ meanLevel }) => meanLevel !== null);
  const periods = [...new Set(known.map(({ period }) => period))].sort();
  if (periods.length < 2) return null;
  const at = (period: string) => {
    const own = known.filter((one) => one.period === period);
    return own.reduce((sum, { meanLevel }) => sum + meanLevel!, 0) / own.length;
  };
  return { first: at(periods[0]!), last: at(periods.at(-1)!) };
}
