import type { IndicatorResult, PublishedFigure } from '@collegial/model';

/** A figure for someone who may see it exactly, or one that is public already. */
export function exactFigure(result: IndicatorResult): PublishedFigure {
  const { indicator, version, subgroup, period, value, interval, state, flags } = result;
  const heldBack = value === null && flags.includes('suppressed-at-source');
  const symbol = value !== null ? null : heldBack ? 'c' : state.units === 0 ? 'x' : 'z';
  return {
    indicator,
    version,
    subgroup,
    period,
    value,
    interval,
    spread: null,
    units: state.units,
    symbol,
    flags,
  };
}
