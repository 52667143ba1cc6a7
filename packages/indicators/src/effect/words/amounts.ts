import type { IndicatorCard } from '@collegial/model';

const units: Record<IndicatorCard['unit'], readonly [factor: number, digits: number, name: string]> = {
  proportion: [100, 1, 'percentage points'],
  'rate-per-100': [1, 1, 'per 100 students'],
  points: [1, 1, 'points'],
  grades: [1, 2, 'grades'],
  spread: [1, 1, 'points of spread'],
  value: [1, 2, 'units'],
};

/** An amount in the unit of an indicator, without its sign: `2.9 points`. */
export function amount(value: number, unit: IndicatorCard['unit']): string {
  const [factor, digits, name] = units[unit];
  return `${Math.abs(value * factor).toFixed(digits)} ${name}`;
}

/** An amount with its sign: `+2.9 points`. */
export function signed(value: number, unit: IndicatorCard['unit']): string {
  return `${value < 0 ? '−' : '+'}${amount(value, unit)}`;
}

/** Two ends with their signs: `+1.2 to +3.4 points`. */
export function range(lower: number, upper: number, unit: IndicatorCard['unit']): string {
  const [factor, digits, name] = units[unit];
  const end = (value: number) =>
    Number.isFinite(value)
      ? `${value < 0 ? '−' : '+'}${Math.abs(value * factor).toFixed(digits)}`
      : 'no limit';
  return `${end(lower)} to ${end(upper)} ${name}`;
}
