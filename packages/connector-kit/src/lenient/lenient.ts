import type * as z from 'zod';
import { drifted } from './collect-drift.ts';
import { field, wrong } from './field.ts';
import { innerReaderOf, type Lenient, lenientObject, type Shape } from './lenient-object.ts';
import { type DayFormat, readDay } from './read-day.ts';

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

  /**
   * A day that exists, given as `YYYY-MM-DD`. `format` says how the source writes days, by default `yyyy-mm-dd`; a day in ISO 8601 where another
   * format is due, one with a time after it and one without its leading zeros are taken and counted. Day and month are never guessed from one
   * another, and years of two digits are no years.
   *
   * @example
   * ```ts
   * import { lenient } from '@collegial/connector-kit';
   *
   * lenient.day({ format: 'dd/mm/yyyy' }).parse('04/09/2023'); // '2023-09-04'
   * ```
   */
  day({ format = 'yyyy-mm-dd' }: { readonly format?: DayFormat } = {}): z.ZodType<string> {
    return field(`a day ${format.toUpperCase()}`, (value) => {
      const found = typeof value === 'string' ? readDay(value, format) : undefined;
      if (found === undefined) return wrong;
      if (!found.exact) drifted();
      return found.day;
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
