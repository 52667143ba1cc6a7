import type * as z from 'zod';
import { drifted } from './collect-drift.ts';
import { field, wrong } from './field.ts';
import { innerReaderOf, type Lenient, lenientObject, type Shape } from './lenient-object.ts';

/**
 * Wire shapes that take what real servers send: each field is taken as it is (ok), put right or left out and counted as drift (warn), or, when the
 * record is worth nothing without it, the row is set aside (reject).
 *
 * @example
 * ```ts
 * import { lenient } from '@collegial/connector-kit';
 *
 * const WireUser = lenient.object(
 *   { sourcedId: lenient.text() },
 *   { enabledUser: lenient.flag(), title: lenient.text(), dateLastModified: lenient.instant() },
 * );
 * WireUser.parse({ sourcedId: 7, enabledUser: 'true', title: '' }); // { sourcedId: '7', enabledUser: true }
 * ```
 */
export const lenient = {
  /**
   * An object with fields that must be there (a row without them is rejected) and fields that may be missing, `null`, empty or wrong, and are
   * then left out; a wrong one is counted as drift. Other fields are dropped.
   */
  object<Required extends Shape, Optional extends Shape = Record<never, never>>(
    required: Required,
    optional: Optional = {} as Optional,
  ): z.ZodType<Lenient<Required, Optional>> {
    return lenientObject(required, optional);
  },

  /** Text without white space around it; a number or boolean is taken as text and counted. Empty text is no text. */
  text(): z.ZodType<string> {
    return field('text', (value) => {
      if (typeof value === 'string') return value.trim() || wrong;
      if (typeof value !== 'number' && typeof value !== 'boolean') return wrong;
      drifted();
      return String(value);
    });
  },

  /** True or false; `true`, `1`, `yes`, `y` and their opposites as text or number are taken and counted. */
  flag(): z.ZodType<boolean> {
    return field('true or false', (value) => {
      if (typeof value === 'boolean') return value;
      if (typeof value !== 'string' && typeof value !== 'number') return wrong;
      const known = flags.get(String(value).trim().toLowerCase());
      if (known === undefined) return wrong;
      drifted();
      return known;
    });
  },

  /** A finite number; a number as text is taken and counted. */
  number(): z.ZodType<number> {
    return field('a number', (value) => {
      if (typeof value === 'number') return Number.isFinite(value) ? value : wrong;
      if (typeof value !== 'string' || !/^\s*-?\d+(\.\d+)?\s*$/.test(value)) return wrong;
      drifted();
      return Number(value);
    });
  },

  /** A day `YYYY-MM-DD` that exists; the day of an instant is taken and counted. */
  day(): z.ZodType<string> {
    return field('a day YYYY-MM-DD', (value) => {
      if (typeof value !== 'string') return wrong;
      const text = value.trim();
      if (!/^\d{4}-\d{2}-\d{2}(?:[T ].*)?$/.test(text) || !dayExists(text.slice(0, 10))) return wrong;
      if (text.length > 10) drifted();
      return text.slice(0, 10);
    });
  },

  /** An instant in ISO 8601, given as UTC with milliseconds; one without a zone is taken as UTC and counted. */
  instant(): z.ZodType<string> {
    return field('an instant', (value) => {
      if (typeof value !== 'string' || !/^\s*\d{4}-\d{2}-\d{2}/.test(value)) return wrong;
      if (inFull.test(value) && !Number.isNaN(Date.parse(value))) return value;
      const text = value.trim().replace(' ', 'T');
      const zoned = /(Z|[+-]\d{2}:?\d{2})$/i.test(text) || !text.includes('T');
      const milliseconds = Date.parse(zoned ? text : `${text}Z`);
      if (Number.isNaN(milliseconds)) return wrong;
      if (!zoned || text !== value) drifted();
      return new Date(milliseconds).toISOString();
    });
  },

  /** A list; one item without a list around it is taken and counted, an item that cannot be used is left out and counted. */
  list<Item>(item: z.ZodType<Item>): z.ZodType<Item[]> {
    const read = innerReaderOf(item);
    return field('a list', (value) => {
      if (value === null || value === undefined) return wrong;
      if (!Array.isArray(value)) drifted();
      const kept: Item[] = [];
      for (const one of Array.isArray(value) ? value : [value]) {
        const found = read(one);
        if (found === wrong) drifted();
        else kept.push(found);
      }
      return kept;
    });
  },

  /** One of the words given, whatever their case; another word is drift. */
  word<const Word extends string>(words: readonly Word[]): z.ZodType<Word> {
    const byLower = new Map(words.map((word) => [word.toLowerCase(), word]));
    return field(`one of ${words.join(', ')}`, (value) => {
      if (typeof value !== 'string') return wrong;
      const known = byLower.get(value.trim().toLowerCase());
      if (known === undefined) return wrong;
      if (known !== value) drifted();
      return known;
    });
  },
};

const flags = new Map([
  ...['true', '1', 'yes', 'y'].map((word) => [word, true] as const),
  ...['false', '0', 'no', 'n'].map((word) => [word, false] as const),
]);

const inFull = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dayExists(text: string): boolean {
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  if (day < 1 || day > (daysOf[month - 1] ?? 0)) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return leap || month !== 2 || day < 29;
}
