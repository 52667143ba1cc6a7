import type { IndicatorCard } from '@collegial/model';

const units: Record<
  IndicatorCard['unit'],
  readonly [factor: number, digits: number, figure: string, difference: string]
> = {
  proportion: [100, 1, ' %', ' percentage points'],
  'rate-per-100': [1, 1, ' per 100', ' per 100'],
  points: [1, 1, ' points', ' points'],
  grades: [1, 2, ' grades', ' grades'],
  spread: [1, 1, '', ''],
  value: [1, 2, '', ''],
};

/** A figure in the unit of its indicator: `12.3 %`. */
export function figureText(value: number, unit: IndicatorCard['unit']): string {
  const [factor, digits, text] = units[unit];
  return `${number(value * factor, digits)}${text}`;
}

/** A difference, without its sign: `2.1 percentage points`. */
export function differenceText(value: number, unit: IndicatorCard['unit']): string {
  const [factor, digits, , text] = units[unit];
  return `${number(Math.abs(value) * factor, digits)}${text}`;
}

/** Two ends: `10.1 to 14.9 %`. */
export function rangeText(
  { lower, upper }: { lower: number; upper: number },
  unit: IndicatorCard['unit'],
): string {
  const [factor, digits] = units[unit];
  return `${number(lower * factor, digits)} to ${figureText(upper, unit)}`;
}

function number(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}
