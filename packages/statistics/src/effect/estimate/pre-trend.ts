import { studentTQuantile } from '../../distributions/student-t-quantile.ts';
import type { Panel } from '../panel/panel.ts';
import { contrastTest, type Estimate } from '../regression/contrast-test.ts';
import { type JointTest, jointTest } from '../regression/joint-test.ts';
import { clustersOf, fitCells } from './cell-fit.ts';
import { type Cell, meanDifference } from './cells.ts';

/** How far the schools of the groups had already drawn apart from those they are compared with before they joined. */
export interface PreTrendCheck {
  /**
   * `none-seen`, which is not the same as none · `apart`: they were already drawing apart · `not-checked`: fewer than two years before joining.
   */
  readonly status: 'none-seen' | 'apart' | 'not-checked';
  /** By years before joining (−2 is two years before): difference from the last year before. */
  readonly leads: readonly { readonly eventTime: number; readonly value: number }[];
  /** Slope over the years before, per year. */
  readonly slope: number | null;
  readonly slopeP: number | null;
  /** All leads at once; `null` where there are too few clusters for it. */
  readonly joint: Pick<JointTest, 'p'> | null;
  /** A slope so steep would have been found in four cases out of five: anything flatter can be there unseen. */
  readonly detectableSlope: number | null;
  /** Years from the middle of the years before to the middle of the years after. */
  readonly exposure: number;
  /** What a slope just too flat to be found reliably would have added up to by the years after (Roth 2022). */
  readonly hiddenDifference: number | null;
}

/** Level of the checks. */
const alpha = 0.05;

/** Probability with which the detectable slope would have been found. */
const power = 0.8;

export const notChecked: PreTrendCheck = {
  status: 'not-checked',
  leads: [],
  slope: null,
  slopeP: null,
  joint: null,
  detectableSlope: null,
  exposure: 0,
  hiddenDifference: null,
};

/** The cells of years before joining that every cohort has, the last year before left out: the others are counted from it. */
export function leadsOf(cells: readonly Cell[], most: number): Cell[] {
  const cohorts = new Set(cells.map(({ treatedFrom }) => treatedFrom));
  const times = [...new Set(cells.map(({ eventTime }) => eventTime))].filter(
    (time) => time < -1 && time >= -1 - most,
  );
  const common = times.filter(
    (time) =>
      new Set(cells.filter(({ eventTime }) => eventTime === time).map(({ treatedFrom }) => treatedFrom))
        .size === cohorts.size,
  );
  return cells.filter(({ eventTime }) => common.includes(eventTime));
}

/** How much of each year before makes up the slope; the last year before joining is 0 by definition. */
export function slopeShares(leads: readonly Cell[]): ReadonlyMap<number, number> {
  const times = [-1, ...new Set(leads.map(({ eventTime }) => eventTime))];
  const centre = times.reduce((sum, time) => sum + time, 0) / times.length;
  const squares = times.reduce((sum, time) => sum + (time - centre) ** 2, 0);
  return new Map(times.map((time) => [time, (time - centre) / squares]));
}

/** Mean lead at each time. */
export function leadMeans(leads: readonly Cell[]): { eventTime: number; value: number }[] {
  return [...new Set(leads.map(({ eventTime }) => eventTime))]
    .sort((a, b) => a - b)
    .map((eventTime) => ({
      eventTime,
      value: meanDifference(leads.filter((cell) => cell.eventTime === eventTime))!,
    }));
}

/** The slope of some leads. */
export function slopeOf(leads: readonly Cell[]): number | null {
  if (leads.length === 0) return null;
  const shares = slopeShares(leads);
  return leadMeans(leads).reduce((sum, { eventTime, value }) => sum + shares.get(eventTime)! * value, 0);
}

/** The check by cluster-robust tests. */
export function preTrendByClusters(panel: Panel, leads: readonly Cell[], exposure: number): PreTrendCheck {
  const { joined, others } = clustersOf(panel, leads);
  if (joined < 2 || others < 2) return { ...notChecked, exposure };
  const { fit, contrast } = fitCells(panel, leads, ({ eventTime }) => eventTime);
  const shares = slopeShares(leads);
  const times = [...new Set(leads.map(({ eventTime }) => eventTime))];
  const slope: Estimate = contrastTest(
    fit,
    contrast((time) => shares.get(time)!),
  );
  const joint = jointTest(
    fit,
    times.map((time) => contrast((other) => Number(other === time))),
  );
  const reach = studentTQuantile(1 - alpha / 2, slope.degrees) + studentTQuantile(power, slope.degrees);
  return check({
    leads,
    slope: slope.value,
    slopeP: slope.p,
    joint,
    detectableSlope: reach * slope.standardError,
    exposure,
  });
}

/** The check by comparison with other choices of schools: slopes and squared leads, the true groups' first. */
export function preTrendByPermutation(
  leads: readonly Cell[],
  exposure: number,
  slopes: readonly number[],
  squares: readonly number[],
): PreTrendCheck {
  if (leads.length === 0) return { ...notChecked, exposure };
  const sizes = slopes.map(Math.abs).sort((a, b) => a - b);
  const share = (values: readonly number[], own: number) =>
    values.filter((value) => value >= own * (1 - 1e-9)).length / values.length;
  const squareMean = slopes.reduce((sum, slope) => sum + slope * slope, 0) / slopes.length;
  const critical = sizes[Math.min(sizes.length - 1, Math.ceil((1 - alpha) * sizes.length) - 1)]!;
  return check({
    leads,
    slope: slopes[0]!,
    slopeP: share(sizes, Math.abs(slopes[0]!)),
    joint: { p: share(squares, squares[0]!) },
    detectableSlope: critical + 0.8416 * Math.sqrt(squareMean),
    exposure,
  });
}

function check(
  found: Omit<PreTrendCheck, 'status' | 'hiddenDifference' | 'leads'> & { readonly leads: readonly Cell[] },
): PreTrendCheck {
  const apart = found.slopeP! <= alpha || (found.joint !== null && found.joint.p <= alpha);
  return {
    ...found,
    leads: leadMeans(found.leads),
    joint: found.joint === null ? null : { p: found.joint.p },
    status: apart ? 'apart' : 'none-seen',
    hiddenDifference: found.detectableSlope! * found.exposure,
  };
}
