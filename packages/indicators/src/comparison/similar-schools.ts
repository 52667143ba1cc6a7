import { CollegialError, formatAcademicYear, parseAcademicYear } from '@collegial/model';
import { type QueryEngine, sql } from '@collegial/query';
import {
  type ColumnScale,
  type ContextBalance,
  compareWithNeighbours,
  type SimilarSchoolsOptions as NeighbourOptions,
  similarSchools as neighboursOf,
  type SupportWarning,
} from '@collegial/statistics';
import type { IndicatorDefinition } from '../definition/indicator-definition.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { many, type OneOrMany } from '../evaluate/evaluate-options.ts';
import { resolveIndicators } from '../evaluate/resolve-indicators.ts';
import type { ComparedFigure } from './compared-figure.ts';
import { type ContextMeasure, usualContext } from './context-measure.ts';
import { comparable, figureError } from './figure-error.ts';
import { comparisonWords, supportWords } from './neighbour-words.ts';
import { readContext } from './read-context.ts';

/** What {@link similarSchools} takes. */
export interface SimilarSchoolsOptions
  extends Pick<NeighbourOptions, 'standardise' | 'leastShare' | 'reference'> {
  /** Id of the school. */
  readonly school: string;
  /** Academic year as `2023/24`. */
  readonly period: string;
  /** Neighbours wanted. Default 30, at most a third of the schools there are. */
  readonly count?: number;
  /** What similar schools share. Default {@link usualContext}. */
  readonly context?: readonly ContextMeasure[];
  /** Schools to look among, by id; give those of its phase. Default: every school with a headcount or published figure. */
  readonly among?: readonly string[];
  /** Figures to compare, ids or definitions. Default: none, only the neighbours. */
  readonly indicators?: OneOrMany<string | IndicatorDefinition>;
  /** Parameters by indicator id. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly signal?: AbortSignal;
}

/** What {@link similarSchools} gives. */
export interface SimilarSchoolsOf {
  readonly school: string;
  readonly name: string;
  readonly period: string;
  /** Nearest first. */
  readonly neighbours: readonly {
    readonly id: string;
    readonly name: string;
    readonly distance: number;
    readonly missing: readonly string[];
  }[];
  readonly radius: number | null;
  /** Share of schools with nearer neighbours. */
  readonly radiusPercentile: number | null;
  readonly radiusToTypical: number | null;
  /** Shares in percent; students on roll as number. */
  readonly balance: readonly ContextBalance[];
  readonly warnings: readonly SupportWarning[];
  /** How the measures were made comparable, with their weights. */
  readonly columns: readonly ColumnScale[];
  readonly figures: readonly ComparedFigure[];
  /** How far the neighbours can be relied on. */
  readonly words: readonly string[];
  readonly snapshot: string;
}

/**
 * Schools in similar circumstances, and the figures of a school beside theirs: whether it differs from them by more than chance, and whether
 * it lies outside of where they lie. Distances, what was missing and how near neighbours usually are come with it; there is no rank.
 *
 * Exact figures of other schools: for those who may see them. Nothing of it is in an edition.
 *
 * @throws CollegialError `argument.invalid` when the school has no context in that year, or measures repeat; as `evaluate`
 *
 * @example
 * ```ts no-run
 * import { similarSchools } from '@collegial/indicators';
 *
 * const { neighbours, figures } = await similarSchools(store, {
 *   school: 'urn:100001', period: '2023/24', indicators: ['presence.absence-rate', 'achievement.attainment-8'],
 * });
 * ```
 */
export async function similarSchools(
  engine: QueryEngine,
  options: SimilarSchoolsOptions,
): Promise<SimilarSchoolsOf> {
  const { school, context = usualContext, among, signal } = options;
  const year = parseAcademicYear(options.period);
  const period = formatAcademicYear(year);
  const queryOptions = signal === undefined ? {} : { signal };
  const snapshot = await engine.snapshot();
  requireMeasures(context);
  const table = await readContext(engine, context, year, queryOptions);
  const kept = among === undefined ? undefined : new Set([school, ...among]);
  const places = table.ids.flatMap((id, place) => (kept?.has(id) === false ? [] : [place]));
  const ids = places.map((place) => table.ids[place]!);
  const own = table.ids.indexOf(school);
  if (own < 0 || table.columns.every(({ values }) => values[own] === null))
    throw new CollegialError({
      code: 'argument.invalid',
      message: `Nothing is known of the circumstances of school “${school.slice(0, 80)}” in ${period}.`,
      fix: 'Check the id and the academic year, or give other measures of context.',
    });
  const columns = table.columns.map((column) => ({
    ...column,
    values: places.map((place) => column.values[place] ?? null),
  }));
  const count = options.count ?? Math.max(1, Math.min(30, Math.floor((ids.length - 1) / 3)));
  const { schools, columns: scales } = neighboursOf(
    { ids, columns },
    {
      schools: [school],
      count,
      ...(options.standardise === undefined ? {} : { standardise: options.standardise }),
      ...(options.leastShare === undefined ? {} : { leastShare: options.leastShare }),
      ...(options.reference === undefined ? {} : { reference: options.reference }),
    },
  );
  const found = schools[0]!;
  const rolls = new Set(context.filter((measure) => 'roll' in measure).map(({ name }) => name));
  const inStudents = (balance: ContextBalance): ContextBalance =>
    rolls.has(balance.column)
      ? {
          ...balance,
          own: balance.own === null ? null : 2 ** balance.own,
          neighbours: balance.neighbours === null ? null : 2 ** balance.neighbours,
        }
      : balance;
  const balance = found.balance.map(inStudents);
  const names = await namesOf(engine, [school, ...found.neighbours.map(({ id }) => id)], queryOptions);
  const figures = await compareFigures(engine, options, {
    period,
    neighbours: found.neighbours.map(({ id }) => id),
  });
  if ((await engine.snapshot()) !== snapshot)
    throw new CollegialError({
      code: 'store.query-failed',
      message: 'The data changed while it was being read.',
      fix: 'Ask again when the sync is over.',
    });
  return {
    school,
    name: names.get(school) ?? school,
    period,
    neighbours: found.neighbours.map((neighbour) => ({
      ...neighbour,
      name: names.get(neighbour.id) ?? neighbour.id,
    })),
    radius: found.radius,
    radiusPercentile: found.radiusPercentile,
    radiusToTypical: found.radiusToTypical,
    balance,
    warnings: found.warnings,
    columns: scales,
    figures,
    words: supportWords(found, balance),
    snapshot,
  };
}

async function compareFigures(
  engine: QueryEngine,
  { school, indicators, parameters, signal }: SimilarSchoolsOptions,
  { period, neighbours }: { period: string; neighbours: readonly string[] },
): Promise<ComparedFigure[]> {
  const asked = many(indicators);
  if (asked === undefined) return [];
  const definitions = resolveIndicators(asked);
  const results = await evaluate(engine, {
    indicators: definitions,
    scopes: [school, ...neighbours].map((id) => ({ kind: 'school' as const, id })),
    period,
    ...(parameters === undefined ? {} : { parameters }),
    ...(signal === undefined ? {} : { signal }),
  });
  return definitions.map((definition) => {
    const own = results.find((result) => result.indicator === definition.id && result.scope.id === school)!;
    const others = results.filter(
      (result) => result.indicator === definition.id && result.scope.id !== school && comparable(result),
    );
    const comparison =
      comparable(own) && others.length >= 3
        ? compareWithNeighbours(
            own.value as number,
            others.map(({ value }) => value as number),
            { standardError: figureError(own) },
          )
        : null;
    const figure = {
      indicator: definition.id,
      title: definition.title,
      result: own,
      comparison,
      without: neighbours.length - others.length,
    };
    return { ...figure, words: comparisonWords(figure, definition) };
  });
}

function requireMeasures(context: readonly ContextMeasure[]): void {
  const names = context.map(({ name }) => name);
  const bad =
    names.length === 0
      ? 'No measure of context was given.'
      : new Set(names).size < names.length
        ? 'Two measures of context have the same name.'
        : context.some(({ weight = 1 }) => !(weight >= 0) || !Number.isFinite(weight))
          ? 'A measure of context has a weight below 0.'
          : context.every(({ weight = 1 }) => weight === 0)
            ? 'No measure of context has a weight.'
            : null;
  if (bad !== null)
    throw new CollegialError({
      code: 'argument.invalid',
      message: bad,
      place: { field: 'context' },
      fix: 'Give each measure a name of its own and a weight from 0 on.',
    });
}

async function namesOf(engine: QueryEngine, ids: readonly string[], options: { signal?: AbortSignal }) {
  const places = await engine.query<{ id: string; name: string }>(
    sql`select id, name from organisation where id in (${[...ids]})`,
    options,
  );
  return new Map(places.map(({ id, name }) => [id, name]));
}
