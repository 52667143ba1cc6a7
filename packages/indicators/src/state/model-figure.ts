import type { ModelState } from '@collegial/model';
import { type EffectInterval, type Interval, normalQuantile } from '@collegial/statistics';
import type { ModelKind } from '../definition/kinds.ts';
import { toldApart } from '../model/told-apart.ts';
import type { ModelReference } from './model-reference.ts';

/** What a model says of the schools of a state, by the effects that they have in a reference population. */
export function modelFigure(
  kind: ModelKind,
  state: ModelState,
  reference: ModelReference | null,
): { readonly value: number | null; readonly interval: Interval | null } {
  const ids = [...new Set(state.cohorts.map(({ school }) => school))];
  if (kind.figure === 'stability')
    return { value: ids.length < 2 || reference === null ? null : stability(reference), interval: null };
  const effects = ids.flatMap((id) => reference?.effects.get(id) ?? []);
  if (effects.length === 0 || effects.length < ids.length) return { value: null, interval: null };
  if (kind.figure === 'told-apart')
    return { value: effects.length < 2 ? null : toldApart(effects).share, interval: null };
  const [only, ...others] = effects;
  if (only !== undefined && others.length === 0)
    return { value: only.estimate, interval: { lower: only.lower, upper: only.upper } };
  return meanEffect(effects);
}

/**
 * The mean effect of several schools, each weighted by its students. Its standard deviation treats what is not known of one school as independent of what
 * is not known of the next.
 */
function meanEffect(effects: readonly EffectInterval[]) {
  const rows = effects.reduce((sum, effect) => sum + effect.rows, 0);
  const value = effects.reduce((sum, effect) => sum + effect.rows * effect.estimate, 0) / rows;
  const variance = effects.reduce((sum, effect) => sum + (effect.rows * effect.standardDeviation) ** 2, 0);
  const half = (normalQuantile(0.975) * Math.sqrt(variance)) / rows;
  return { value, interval: { lower: value - half, upper: value + half } };
}

/** Share of what lies between schools in a year that lasts: the correlation of their true effects in one year and another. */
function stability({ fit }: ModelReference): number | null {
  const variance = (level: string) =>
    fit.random.find((random) => random.level === level)?.covariance[0]?.[0] ?? 0;
  const [lasting, passing] = [variance('school'), variance('cohort')];
  return lasting + passing === 0 ? null : lasting / (lasting + passing);
}
