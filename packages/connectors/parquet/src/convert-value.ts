import type { Column } from '@collegial/model';

/**
 * A value of a Parquet file as a field of the model takes it. What does not fit stays as it is, and the model's own check sets the record
 * aside, so that nothing is bent into shape unseen.
 *
 * @param type SQL type of the field, see `tableLayout`
 */
export function convertValue(value: unknown, type: Column['type'] | undefined): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'DATE') return dayOf(value);
  if (type === 'BOOLEAN') return value;
  if (type === 'JSON') return jsonOf(value);
  if (type === 'VARCHAR[]') return listOf(value);
  if (type === 'VARCHAR') return textOf(value);
  if (type?.startsWith('DECIMAL')) return decimalOf(value);
  return wholeOf(value);
}

/** The day of an instant, where a writer has no days of their own. */
function dayOf(value: unknown): unknown {
  if (!(value instanceof Date)) return value;
  if (Number.isNaN(value.getTime())) return 'no day';
  return value.toISOString().slice(0, 10);
}

/** Ids are numbers in many databases. */
function textOf(value: unknown): unknown {
  if (typeof value === 'bigint' || Number.isSafeInteger(value)) return String(value);
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : value;
}

function wholeOf(value: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  return value;
}

/** Decimals come as binary fractions with an error far below the fourth place. */
function decimalOf(value: unknown): unknown {
  if (typeof value === 'bigint') return wholeOf(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return value;
  const rounded = Math.round(value * 10_000) / 10_000;
  return Math.abs(rounded - value) < 1e-9 * Math.max(1, Math.abs(value)) ? rounded : value;
}

function listOf(value: unknown): unknown {
  const parsed = typeof value === 'string' ? parse(value) : value;
  return Array.isArray(parsed) ? parsed.map(textOf) : parsed;
}

function jsonOf(value: unknown): unknown {
  return plain(typeof value === 'string' ? parse(value) : value, 0);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const deepest = 20;

function plain(value: unknown, depth: number): unknown {
  if (value instanceof Date) return dayOf(value);
  if (typeof value === 'bigint') return wholeOf(value);
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item, depth + 1)]));
}
