import { type QueryEngine, raw, sql } from '@collegial/query';
import type { ModelStatistics } from '@collegial/statistics';
import type { BaseColumn, DesignColumn, Range } from './design.ts';
import { designTerms } from './design-terms.ts';
import {
  binaryPoint,
  type FixedPoint,
  fixedPoint,
  isFine,
  judge,
  narrowBits,
  type PlannedColumn,
  powerOfTwoAbove,
  type Spread,
  wideBits,
} from './fixed-point.ts';
import { type GroupSums, groupSums, type SumsRow, spreads } from './group-sums.ts';
import { modelError } from './model-error.ts';
import { hasValue, modelRelation, usedColumns } from './model-relation.ts';
import type { ModelReading, ModelRequest } from './model-request.ts';
import { readCategories, readKinds } from './read-kinds.ts';
import { readRanges } from './read-ranges.ts';
import { sumsSql } from './sums-sql.ts';
import { withGroupMeans } from './with-group-means.ts';

/**
 * Reads all that a multilevel model needs of any relation: cross products of its columns for each lowest group, by one pass for the ranges
 * and one of exact sums. The rows never leave the engine, and the result is the same to the last bit whatever the order of the rows
 * and the number of threads.
 *
 * Each value becomes a whole number of 2⁻²⁹ of a power of two that holds the column's range, counted from the middle of that range (0/1
 * columns stay as they are): an error of at most 2·10⁻⁹ of the range for one value, and of far less for a sum. Where a column lies so far off the middle
 * of its range that digits would be lost, it is summed again about its mean, and with up to 52 bits where 29 do not tell its values apart.
 *
 * @throws CollegialError `argument.invalid`; `model.data` for rows that no model can be made of; `model.precision`; `store.query-failed`
 *
 * @example
 * ```ts
 * import { readModelStatistics } from '@collegial/indicators';
 * import { raw } from '@collegial/query';
 * import { openStore } from '@collegial/store';
 *
 * const store = await openStore({ path: ':memory:' });
 * const { statistics, rows } = await readModelStatistics(store, {
 *   from: raw("select * from (values (1.0, 2.0, 'a'), (2.0, 3.5, 'a'), (1.5, 2.0, 'b'), (null, 4.0, 'b')) t(prior, points, school)"),
 *   outcome: 'points', fixed: ['prior'], groups: ['school'],
 * });
 * rows; // { read: 4, used: 3, leftOut: 1, withoutValue: { prior: 1 } }
 * statistics.groups.map(({ path, rows }) => [path[0], rows]); // [['a', 2], ['b', 1]]
 * await store.close();
 * ```
 */
export async function readModelStatistics(engine: QueryEngine, request: ModelRequest): Promise<ModelReading> {
  const { signal, groups, weights } = request;
  const options = signal === undefined ? {} : { signal };
  const used = usedColumns(request);
  const isNumber = await readKinds(engine, request.from, used, options);
  const relation = modelRelation(request.from, used, isNumber);
  const {
    read,
    used: rows,
    withoutValue,
    ranges,
  } = await readRanges(engine, relation, used, isNumber, options);
  const complete =
    rows === read
      ? relation
      : sql`select * from (${relation}) m where ${raw(used.map((column) => hasValue(column, isNumber(column))).join(' and '))}`;
  const covariates = used.filter(({ use }) => use === 'covariate');
  const categories = await readCategories(
    engine,
    complete,
    covariates.filter((column) => !isNumber(column)),
    options,
  );
  const bases = covariates.map(
    ({ column, alias }): BaseColumn => ({
      column,
      alias,
      kind: categories.has(column) ? 'category' : 'number',
      range: ranges.get(column) ?? { low: 0, high: 1 },
      levels: categories.get(column) ?? null,
    }),
  );
  const { columns, means, terms } = designTerms(request.fixed, bases, groups);
  const outcome: DesignColumn = {
    name: request.outcome,
    expression: raw('y'),
    binary: false,
    category: null,
    range: ranges.get(request.outcome) as Range,
  };
  const summed = await readSums(engine, {
    design: [...columns, outcome],
    weight: weights === undefined ? null : (ranges.get(weights) as Range),
    rows,
    complete,
    levels: groups.length,
    unweighted: weights === undefined ? [] : [...new Set(means.map(({ of }) => of))],
    options,
  });
  return {
    statistics: statisticsOf(
      summed,
      [...columns, ...means].map(({ name }) => name),
      means,
      request,
    ),
    terms,
    categories: [...categories.values()],
    rows: { read, used: rows, leftOut: read - rows, withoutValue },
  };
}

interface SumsNeeded {
  readonly design: readonly DesignColumn[];
  readonly weight: Range | null;
  readonly rows: number;
  readonly complete: ReturnType<typeof raw>;
  readonly levels: number;
  readonly unweighted: readonly number[];
  readonly options: { readonly signal?: AbortSignal };
}

interface Summed {
  readonly planned: readonly PlannedColumn[];
  readonly groups: readonly GroupSums[];
}

/** Sums about the middle of the ranges, and where that loses digits again about the means. */
async function readSums(engine: QueryEngine, needed: SumsNeeded): Promise<Summed> {
  const { design, weight, rows, complete, levels, unweighted, options } = needed;
  for (const { name, range } of design) if (!Number.isFinite(range.high - range.low)) throw tooWide(name);
  const sum = async (bits: number, about: ReadonlyMap<string, number>): Promise<Summed> => {
    const root: FixedPoint | null =
      weight === null ? null : { centre: 0, scale: powerOfTwoAbove(Math.sqrt(weight.high)), bits };
    const planned = design.map(
      (column): PlannedColumn => ({
        column,
        point: column.binary
          ? { ...binaryPoint, bits: root === null ? 0 : bits }
          : fixedPoint(column.range, bits, about.get(column.name)),
      }),
    );
    const { statement, positions } = sumsSql({
      complete,
      columns: planned,
      levels,
      root,
      unweighted,
      dialect: engine.dialect,
    });
    const found = await engine.query<SumsRow>(statement, options);
    return { planned, groups: groupSums(found, { columns: planned, positions, levels, root, unweighted }) };
  };
  const first = await sum(narrowBits, new Map());
  const spread = spreads(first.groups, first.planned);
  const verdicts = first.planned.map((column, index) => judge(column, spread[index] as Spread));
  if (verdicts.every((verdict) => verdict === 'good')) return first;
  const centres = new Map(
    first.planned.flatMap(({ column, point }, index) =>
      verdicts[index] === 'good'
        ? []
        : [
            [
              column.name,
              point.centre + (point.scale * (spread[index] as Spread).mean) / 2 ** point.bits,
            ] as const,
          ],
    ),
  );
  const second = await sum(verdicts.includes('widen') ? wideBits(rows) : narrowBits, centres);
  const after = spreads(second.groups, second.planned);
  const lost = second.planned.find((column, index) => !isFine(column, after[index] as Spread));
  if (lost !== undefined) throw tooWide(lost.column.name);
  return second;
}

function statisticsOf(
  { planned, groups }: Summed,
  names: readonly string[],
  means: ReturnType<typeof designTerms>['means'],
  { outcome, groups: levels }: ModelRequest,
): ModelStatistics {
  const transform = planned.map(({ point: { centre, scale } }) => ({ centre, scale }));
  const extended = withGroupMeans(groups, transform, means);
  return {
    columns: ['intercept', ...names],
    outcome,
    levels,
    transform: [{ centre: 0, scale: 1 }, ...extended.transform],
    groups: extended.groups.map(({ path, rows, weight, logWeights, sums, products }) => ({
      path,
      rows,
      logWeights,
      products: Float64Array.from([weight, ...sums, ...products]),
    })),
  };
}

function tooWide(column: string) {
  return modelError('model.precision', `The values of “${column}” are too far apart.`, { field: column });
}
