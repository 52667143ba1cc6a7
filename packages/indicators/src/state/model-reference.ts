import type { ModelState } from '@collegial/model';
import {
  addGroupMeans,
  type EffectInterval,
  effectIntervals,
  fitMultilevel,
  type GroupProducts,
  ModelError,
  type ModelStatistics,
  type MultilevelFit,
} from '@collegial/statistics';
import type { ModelKind } from '../definition/kinds.ts';

/** A model fitted to a population of schools: what one of them is compared with. */
export interface ModelReference {
  readonly fit: MultilevelFit;
  /** Effect of each school, with an interval that carries the uncertainty of the whole fit; none for stability, which is of all of them. */
  readonly effects: ReadonlyMap<string, EffectInterval>;
  /** Columns that could not be told from others in this population, and were left out. */
  readonly leftOut: readonly string[];
}

/** Fewest schools that anything can be said of: with fewer, what lies between schools is a guess. */
export const fewestReferenceSchools = 5;

/** Fits the model of an indicator to the schools of a state; `null` where they are too few or too much alike for it. */
export function modelReference(kind: ModelKind, state: ModelState): ModelReference | null {
  if (new Set(state.cohorts.map(({ school }) => school)).size < fewestReferenceSchools) return null;
  const statistics = statisticsOf(kind, state);
  const leftOut: string[] = [];
  while (leftOut.length < statistics.columns.length) {
    const fixed = statistics.columns.filter((column) => !leftOut.includes(column));
    try {
      const fit = fitMultilevel(statistics, { fixed });
      if (fit.status === 'not-converged') return null;
      const effects = kind.figure === 'stability' ? [] : effectIntervals(statistics, fit);
      return { fit, effects: new Map(effects.map((effect) => [effect.path[0] as string, effect])), leftOut };
    } catch (error) {
      if (!ModelError.isInstance(error)) throw error;
      const [collinear] = error.columns;
      if (error.code !== 'collinear-columns' || collinear === undefined) return null;
      leftOut.push(collinear);
    }
  }
  return null;
}

/** Cross products of each school – for stability of each cohort of it –, in the order of their paths: whole numbers, so that the order of adding has no say. */
function statisticsOf(
  { covariates, schoolMeans, figure }: ModelKind,
  { cohorts }: ModelState,
): ModelStatistics {
  const byCohort = figure === 'stability';
  const found = new Map<string, { path: string[]; rows: number; products: Float64Array }>();
  for (const { school, cohort, rows, products } of cohorts) {
    const path = byCohort ? [school, String(cohort)] : [school];
    const key = path.join(' ');
    const known = found.get(key);
    if (known === undefined) found.set(key, { path, rows, products: Float64Array.from(products) });
    else {
      known.rows += rows;
      for (const [index, value] of products.entries()) known.products[index]! += value;
    }
  }
  const groups = [...found.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]): GroupProducts => ({ ...group, logWeights: 0 }));
  const hundredth = { centre: 0, scale: 0.01 };
  const statistics: ModelStatistics = {
    columns: ['intercept', ...covariates],
    outcome: 'value',
    levels: byCohort ? ['school', 'cohort'] : ['school'],
    transform: [{ centre: 0, scale: 1 }, ...covariates.map(() => hundredth), hundredth],
    groups,
  };
  return schoolMeans.length === 0
    ? statistics
    : addGroupMeans(statistics, { columns: schoolMeans, level: 'school' });
}
