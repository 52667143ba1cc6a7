import type { BulkCondition, BulkValue } from '@collegial/model';

export const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
export const named = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** White space of one byte, and what else JavaScript trims. */
const plainSpace = [' ', '\t', '\n', '\v', '\f', '\r'];
const otherSpace =
  '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
const whiteSpace = quoted(plainSpace.join('') + otherSpace);

/**
 * SQL for the text of a column without white space around it, or null when it is empty. Nearly all texts have none, and comparing their ends costs a fraction of
 * trimming them.
 */
export function cellText(column: string): string {
  const text = named(column);
  const ends = plainSpace.map((space) => `suffix(${text}, ${quoted(space)})`);
  return `case when ${text} >= '!' and not (${ends.join(' or ')}) then ${text} else nullif(trim(${text}, ${whiteSpace}), '') end`;
}

/** A pseudonym that a field needs: its kind, and the SQL of the value it is made of. */
export interface NeededPseudonym {
  readonly kind: string;
  readonly value: string;
}

const literal = (value: string | number | boolean | null) =>
  typeof value === 'string' ? quoted(value) : String(value);

/**
 * Turns values and conditions into SQL over the columns of `raw`. What takes a while to work out – days, words in small letters – becomes a column of its own,
 * worked out once for each row however often it is used.
 */
export class ValueWriter {
  readonly #worked = new Map<string, string>();
  readonly pseudonyms: NeededPseudonym[] = [];

  /** The columns to work out, as `<SQL> as <name>`. */
  get workedOut(): string[] {
    return [...this.#worked].map(([sql, name]) => `${sql} as ${named(name)}`);
  }

  /** SQL for a value, in which the pseudonym n stands as `p<n>.pseudonym`. */
  value(value: BulkValue): string {
    if ('column' in value) return `r.${named(value.column)}`;
    if ('constant' in value) return literal(value.constant);
    if ('join' in value) return `(${value.join.map((part) => this.value(part)).join(' || ')})`;
    if ('first' in value) return `coalesce(${value.first.map((one) => this.value(one)).join(', ')})`;
    if ('pseudonym' in value) return `p${this.#pseudonym(value.pseudonym, this.value(value.of))}.pseudonym`;
    if ('day' in value) return this.#workOut(daySql(this.value(value.day)));
    if ('part' in value) return `date_part('${value.part}', ${this.value(value.of)})`;
    if ('listed' in value) {
      const words = value.listed.map(
        ({ when, word }) => `case when ${this.condition(when)} then ${quoted(word)} end`,
      );
      return `nullif(concat_ws(${quoted(value.between)}, ${words.join(', ')}), '')`;
    }
    if ('dayBefore' in value) return this.#workOut(`try_cast(${inline(this, value.dayBefore)} as date) - 1`);
    return wordsSql(this.#small(this.value(value.of)), value.words);
  }

  /** SQL for a condition; never null. Conditions know no pseudonyms. */
  condition(condition: BulkCondition): string {
    if ('not' in condition) return `not (${this.condition(condition.not)})`;
    if ('isOneOf' in condition) {
      const { column, isOneOf } = condition;
      const text = `r.${named(column)}`;
      const words = isOneOf.filter((word) => word !== '').map((word) => quoted(word.toLowerCase()));
      const isWord = `coalesce(${this.#small(text)} in (${words.join(', ')}), false)`;
      if (!isOneOf.includes('')) return isWord;
      return words.length === 0 ? `${text} is null` : `(${text} is null or ${isWord})`;
    }
    if ('isNothing' in condition) return `(${this.value(condition.isNothing)} is null)`;
    if ('has' in condition)
      return `coalesce(contains(r.${named(condition.column)}, ${quoted(condition.has)}), false)`;
    if ('isNoDay' in condition) {
      const text = `r.${named(condition.column)}`;
      return `(${text} is not null and (strlen(${text}) <> 10 or ${this.value({ day: { column: condition.column } })} is null))`;
    }
    if ('isLongerThan' in condition)
      return `coalesce(length(r.${named(condition.column)}) > ${condition.isLongerThan}, false)`;
    const [other, sign] =
      'isBefore' in condition ? [condition.isBefore, '<'] : ([condition.isSameAs, '='] as const);
    const alike = isDay(condition.value) === isDay(other);
    const [one, two] = [condition.value, other].map((value) =>
      alike ? this.value(value) : `cast(${this.value(value)} as varchar)`,
    );
    return `coalesce(${one} ${sign} ${two}, false)`;
  }

  /** SQL that holds for texts of a column that are none of the words. */
  unknownWord(column: string, words: readonly string[]): string {
    return `not (${this.condition({ column, isOneOf: ['', ...words] })})`;
  }

  #pseudonym(kind: string, value: string): number {
    const known = this.pseudonyms.findIndex((other) => other.kind === kind && other.value === value);
    return known === -1 ? this.pseudonyms.push({ kind, value }) - 1 : known;
  }

  #small(text: string): string {
    return this.#workOut(`lower(${text})`);
  }

  #workOut(sql: string): string {
    const name = this.#worked.get(sql) ?? `worked out ${this.#worked.size}`;
    this.#worked.set(sql, name);
    return `r.${named(name)}`;
  }
}

/** A day inside something that is worked out itself: columns that are worked out know only those of the file. */
function inline(writer: ValueWriter, value: BulkValue): string {
  return 'day' in value ? daySql(writer.value(value.day)) : writer.value(value);
}

/** A day that exists, also the day of an instant. The engine reads other shapes of days too, which are then written otherwise. */
function daySql(text: string): string {
  const isDay = (day: string) => `cast(try_cast(${day} as date) as varchar) = ${day}`;
  const start = `left(${text}, 10)`;
  return `case when strlen(${text}) = 10 then case when ${isDay(text)} then try_cast(${text} as date) end
    when substr(${text}, 11, 1) in ('T', ' ') and ${isDay(start)} then try_cast(${start} as date) end`;
}

function wordsSql(text: string, words: Readonly<Record<string, string | number | boolean | null>>): string {
  const cases = Object.entries(words).map(
    ([word, meaning]) => `when ${quoted(word.toLowerCase())} then ${literal(meaning)}`,
  );
  return `case ${text} ${cases.join(' ')} end`;
}

/** True for values that are days in the engine, and need no check of their shape. */
export const isDay = (value: BulkValue | undefined): boolean =>
  value !== undefined && ('day' in value || 'dayBefore' in value);

/** How it is counted when a field turns a text into nothing. */
export interface Asked {
  readonly kind: 'drift' | 'unmapped';
  /** The text. */
  readonly of: BulkValue;
  /** Words that are nothing on purpose. */
  readonly except: readonly string[];
}

/** What is counted of a field, if anything. */
export function askedOf(value: BulkValue): Asked | undefined {
  if ('dayBefore' in value) return askedOf(value.dayBefore);
  if ('day' in value) return { kind: 'drift', of: value.day, except: [] };
  if (!('words' in value)) return undefined;
  const nothing = Object.entries(value.words).filter(([, meaning]) => meaning === null);
  return { kind: 'unmapped', of: value.of, except: nothing.map(([word]) => word) };
}
