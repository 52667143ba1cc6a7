import { requireThat } from '../../require-that.ts';
import { binomial } from './binomial.ts';
import type { DiscreteDistribution } from './discrete-quantile.ts';
import { poisson } from './poisson.ts';

/** What sort of figure a funnel is of. */
export type FunnelKind = 'proportion' | 'rate' | 'mean';

/** A school's figure. */
export type FunnelPoint<Kind extends FunnelKind = FunnelKind> = {
  readonly id: string;
} & {
  /** `count` people of `of`. */
  readonly proportion: { readonly count: number; readonly of: number };
  /** `count` events where the exposure – students, sessions – is `per`; the figure is count ÷ per. */
  readonly rate: { readonly count: number; readonly per: number };
  /** A mean with its standard error. */
  readonly mean: { readonly value: number; readonly standardError: number };
}[Kind];

/** What differs between kinds. */
interface KindRules<Kind extends FunnelKind> {
  check(point: FunnelPoint<Kind>): void;
  /** 0: nothing to measure by. */
  sizeOf(point: FunnelPoint<Kind>): number;
  figureOf(point: FunnelPoint<Kind>): number;
  /** The figure of all together. */
  pooled(points: readonly FunnelPoint<Kind>[]): number;
  /** Standard error at a target and size. */
  errorAt(target: number, size: number): number;
  /** The exact distribution of the count; `null` where there is none. */
  readonly exact: ((target: number, size: number) => DiscreteDistribution) | null;
  inside(target: number): boolean;
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number) =>
  items.reduce((total, item) => total + of(item), 0);

const proportion: KindRules<'proportion'> = {
  check: ({ count, of }) =>
    requireThat(
      Number.isInteger(count) && Number.isInteger(of) && count >= 0 && count <= of,
      'A proportion must be a whole number of people, out of at least as many.',
    ),
  sizeOf: ({ of }) => of,
  figureOf: ({ count, of }) => count / of,
  pooled: (points) => sum(points, ({ count }) => count) / sum(points, ({ of }) => of),
  errorAt: (target, size) => Math.sqrt((target * (1 - target)) / size),
  exact: (target, size) => binomial(size, target),
  inside: (target) => target > 0 && target < 1,
};

const rate: KindRules<'rate'> = {
  check: ({ count, per }) =>
    requireThat(
      Number.isInteger(count) && count >= 0 && per >= 0 && Number.isFinite(per),
      'A rate must be a whole number of events over an exposure.',
    ),
  sizeOf: ({ per }) => per,
  figureOf: ({ count, per }) => count / per,
  pooled: (points) => sum(points, ({ count }) => count) / sum(points, ({ per }) => per),
  errorAt: (target, size) => Math.sqrt(target / size),
  exact: (target, size) => poisson(target * size),
  inside: (target) => target > 0 && Number.isFinite(target),
};

const mean: KindRules<'mean'> = {
  check: ({ value, standardError }) =>
    requireThat(
      Number.isFinite(value) && standardError >= 0 && Number.isFinite(standardError),
      'A mean must be a finite number with a standard error.',
    ),
  sizeOf: ({ standardError }) => (standardError === 0 ? 0 : standardError ** -2),
  figureOf: ({ value }) => value,
  pooled: (points) =>
    sum(points, ({ value, standardError }) => value / standardError ** 2) /
    sum(points, ({ standardError }) => standardError ** -2),
  errorAt: (_, size) => 1 / Math.sqrt(size),
  exact: null,
  inside: Number.isFinite,
};

/** How each kind is worked out. */
export const funnelKinds: { readonly [Kind in FunnelKind]: KindRules<Kind> } = { proportion, rate, mean };
