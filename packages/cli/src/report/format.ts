import type { IndicatorCard, PublishedFigure } from '@collegial/model';

const symbols: Readonly<Record<string, string>> = { c: 'hidden', z: 'not applicable', x: 'no data' };

/** A value in the unit of its indicator, as people read it: `93.4 %`, `4.2 per 100`, `46.3`. */
export function formatValue(value: number, unit: IndicatorCard['unit']): string {
  switch (unit) {
    case 'proportion':
      return `${round(value * 100, 1)} %`;
    case 'rate-per-100':
      return `${round(value, 1)} per 100`;
    default:
      return round(value, Math.abs(value) < 10 ? 2 : 1);
  }
}

/** A round value on an axis: no more digits than it needs. */
export function formatTick(tick: number, unit: IndicatorCard['unit']): string {
  const text = String(Number((unit === 'proportion' ? tick * 100 : tick).toPrecision(6))).replace(
    '-',
    '\u2212',
  );
  return unit === 'proportion' ? `${text} %` : text;
}

/** A figure, or in words why there is none. */
export function formatFigure(figure: PublishedFigure | undefined, unit: IndicatorCard['unit']): string {
  if (figure === undefined) return 'no data';
  if (figure.value === null) return symbols[figure.symbol ?? 'x'] ?? 'no data';
  return formatValue(figure.value, unit);
}

/** From a value to another, the unit once at the end: `86.8 to 93.1 %`. */
export function formatRange(lower: number, upper: number, unit: IndicatorCard['unit']): string {
  return `${formatValue(lower, unit).replace(/ (?:%|per 100)$/, '')} to ${formatValue(upper, unit)}`;
}

/** A figure's interval, or nothing. */
export function formatInterval(figure: PublishedFigure, unit: IndicatorCard['unit']): string {
  if (figure.interval === null || figure.value === null) return '';
  return formatRange(figure.interval.lower, figure.interval.upper, unit);
}

/** A whole number with thin spaces between thousands. */
export function formatCount(count: number): string {
  return Math.round(count)
    .toString()
    .replaceAll(/\B(?=(\d{3})+$)/g, '\u2009');
}

function round(value: number, digits: number): string {
  return value
    .toFixed(digits)
    .replace(/^-(0(?:\.0*)?)$/, '$1')
    .replace('-', '\u2212');
}

/** A text cut to a length, with an ellipsis where something is missing. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
