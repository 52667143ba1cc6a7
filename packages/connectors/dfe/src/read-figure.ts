import { dfeSymbols } from './dfe-symbols.ts';
import type { MeasureUnit } from './measures/measure.ts';

/** What a cell of a table of figures holds. */
export type Figure =
  | { readonly value: number }
  /** A symbol in place of a figure, as published. */
  | { readonly symbol: string }
  /** An empty cell: the table lists the school and gives no figure. */
  | { readonly blank: true }
  /** Neither a figure nor a known symbol: why. */
  | { readonly unreadable: string };

const number = /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/**
 * Reads a cell. A percentage, with or without its sign, becomes a proportion when the unit is `proportion`.
 *
 * @param text the cell
 * @param unit unit of the measure
 *
 * @example
 * ```ts
 * readFigure('43%', 'proportion'); // { value: 0.43 }
 * readFigure('SUPP', 'points'); // { symbol: 'SUPP' }
 * ```
 */
export function readFigure(text: string, unit: MeasureUnit): Figure {
  const cell = text.trim();
  if (cell === '') return { blank: true };
  const percent = cell.endsWith('%');
  const unsigned = percent ? cell.slice(0, -1).trim() : cell;
  const digits = unsigned.startsWith('−') ? `-${unsigned.slice(1)}` : unsigned;
  if (number.test(digits)) {
    if (percent && unit !== 'proportion') return { unreadable: 'a percentage where none belongs' };
    return inUnit(Number(digits.includes(',') ? digits.replaceAll(',', '') : digits), unit);
  }
  if (Object.hasOwn(dfeSymbols, cell)) return { symbol: cell };
  return { unreadable: 'neither a figure nor a symbol that the Department uses' };
}

function inUnit(value: number, unit: MeasureUnit): Figure {
  if (unit === 'pupils' && value < 0) return { unreadable: 'a negative number of pupils' };
  if (unit !== 'proportion') return { value };
  if (value < 0 || value > 100) return { unreadable: 'a percentage outside 0 to 100' };
  // Dividing by 100 in binary leaves noise behind, for example 16.4 / 100 = 0.16399999999999998.
  return { value: Math.round(value * 10_000) / 1_000_000 };
}
