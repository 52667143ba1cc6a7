import type { IndicatorCard } from '@collegial/model';

const decimals: Readonly<Record<IndicatorCard['unit'], number>> = {
  proportion: 3,
  'rate-per-100': 1,
  points: 2,
  grades: 2,
  spread: 2,
  value: 2,
};

/** A value with no more decimals than anyone reads: a tenth of a percent, a hundredth of a point. */
export function roundValue(value: number, unit: IndicatorCard['unit']): number {
  const factor = 10 ** decimals[unit];
  return Math.round(value * factor) / factor;
}
