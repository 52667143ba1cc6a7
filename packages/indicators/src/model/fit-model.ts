import type { QueryEngine } from '@collegial/query';
import { fitMultilevel, type MultilevelFit, type RandomPart } from '@collegial/statistics';
import { modelError } from './model-error.ts';
import type { ModelReading, ModelRequest } from './model-request.ts';
import { readModelStatistics } from './read-model-statistics.ts';
import { wrapModelError } from './wrap-model-error.ts';

/** A term whose effect differs from group to group. */
export interface Slope {
  /** Name of a fixed effect, as `prior` or `prior^2`; of a category all its columns. */
  readonly term: string;
  /** Level whose groups differ; default: the lowest. */
  readonly level?: string;
}

/** What {@link fitModel} takes. */
export interface FitModelOptions extends ModelRequest {
  /** Random slopes beside the random intercept that every level has. */
  readonly slopes?: readonly Slope[];
  /** Default `REML`. */
  readonly method?: 'REML' | 'ML';
}

/** A fitted model, with what was read for it. */
export interface FittedModel {
  readonly reading: ModelReading;
  readonly fit: MultilevelFit;
}

/**
 * Fits a multilevel model to the rows of any relation: sums by SQL, then the fit from the sums.
 *
 * @throws CollegialError what {@link readModelStatistics} throws; `model.collinear`, `model.data` when the rows do not carry the model
 *
 * @example
 * ```ts no-run
 * import { fitModel } from '@collegial/indicators';
 * import { raw } from '@collegial/query';
 *
 * const { fit } = await fitModel(store, {
 *   from: raw('select * from exam'), outcome: 'points', fixed: ['prior', 'sex'], groups: ['school'], slopes: [{ term: 'prior' }],
 * });
 * fit.random[0]?.intraclass.atMean; // share of the variance that lies between schools
 * ```
 */
export async function fitModel(engine: QueryEngine, options: FitModelOptions): Promise<FittedModel> {
  const { slopes = [], method = 'REML', signal, ...request } = options;
  const reading = await readModelStatistics(engine, {
    ...request,
    ...(signal === undefined ? {} : { signal }),
  });
  signal?.throwIfAborted();
  const random = randomParts(reading, request.groups, slopes);
  try {
    return { reading, fit: fitMultilevel(reading.statistics, { method, random }) };
  } catch (error) {
    throw wrapModelError(error);
  }
}

function randomParts(
  { terms }: ModelReading,
  levels: readonly string[],
  slopes: readonly Slope[],
): Record<string, RandomPart> {
  const lowest = levels.at(-1) as string;
  for (const { term, level = lowest } of slopes) {
    if (!terms.some((known) => known.term === term))
      throw modelError(
        'argument.invalid',
        `The slope of “${term}” cannot differ between groups: it is no fixed effect.`,
        {
          field: term,
          fix: `Add it to the fixed effects, or choose one of ${terms.map((known) => known.term).join(', ') || 'them'}.`,
        },
      );
    if (!levels.includes(level))
      throw modelError('argument.invalid', `“${level}” is no level of the model.`, {
        field: level,
        fix: `Choose one of ${levels.join(', ')}.`,
      });
  }
  return Object.fromEntries(
    levels.map((level) => {
      const chosen = slopes.filter((slope) => (slope.level ?? lowest) === level);
      const columns = chosen.flatMap(({ term }) => terms.find((known) => known.term === term)?.columns ?? []);
      return [level, { columns: ['intercept', ...new Set(columns)] }];
    }),
  );
}
