import type { Random } from '../random.ts';

/** A text with one value other than it was. */
export interface Misshapen {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly instead: string;
  readonly value: string;
}

/** Values that no documented column has. */
const senseless = ['', '?', 'not a value', '-1', '99/99/9999', '1e400'];

/**
 * Changes one value: a cell of a row below the heading of a CSV file, or the text of an element that an XML file has more than once. `undefined` for files of
 * other kinds, and for those with nothing to change.
 */
export function misshape(name: string, text: string, random: Random): Misshapen | undefined {
  if (/\.csv$/i.test(name)) return misshapeCell(text, random);
  return /\.xml$/i.test(name) ? misshapeElement(text, random) : undefined;
}

function misshapeCell(text: string, random: Random): Misshapen | undefined {
  const lines = text.split('\n');
  // A cell inside quotes may hold separators: such rows are left as they are.
  const plain = lines.flatMap((line, index) =>
    index > 0 && line.trim() !== '' && !line.includes('"') ? [index] : [],
  );
  if (plain.length === 0) return undefined;
  const index = random.pick(plain);
  const cells = (lines[index] ?? '').replace(/\r$/, '').split(',');
  const cell = random.between(0, cells.length - 1);
  const instead = cells[cell] ?? '';
  const value = random.pick(senseless.filter((other) => other !== instead));
  const end = lines[index]?.endsWith('\r') ? '\r' : '';
  lines[index] = cells.with(cell, value).join(',') + end;
  return { text: lines.join('\n'), line: index + 1, instead, value };
}

function misshapeElement(text: string, random: Random): Misshapen | undefined {
  const found = [...text.matchAll(/<([A-Za-z][\w.-]*)>([^<>]*)<\/\1>/g)];
  const times = new Map<string, number>();
  for (const [, name = ''] of found) times.set(name, (times.get(name) ?? 0) + 1);
  const repeated = found.filter(([, name = '']) => (times.get(name) ?? 0) > 1);
  if (repeated.length === 0) return undefined;
  const [whole, name = '', instead = ''] = random.pick(repeated);
  const at = random.pick(found.filter(([other]) => other === whole)).index;
  const value = random.pick(senseless.filter((other) => other !== instead));
  const changed = `<${name}>${value}</${name}>`;
  return {
    text: text.slice(0, at) + changed + text.slice(at + whole.length),
    line: text.slice(0, at).split('\n').length,
    instead,
    value,
  };
}
