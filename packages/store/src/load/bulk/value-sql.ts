import type { BulkCondition, BulkValue } from '@collegial/model';

/** White space as JavaScript trims it, as far as files hold it. */
const whiteSpace = `' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(65279)`;

export const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
export const named = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * SQL for the text of a column as the file has it, or null when it is empty. Nearly all texts have no white space around them, and looking at their ends costs a
 * fifth of trimming them.
 */
export function cellText(column: string): string {
  const text = named(column);
  const plain = [`ascii(${text})`, `ascii(right(${text}, 1))`].map(
    (end) => `${end} > 32 and ${end} not in (160, 65279)`,
  );
  return `case when ${plain.join(' and ')} then ${text} else nullif(trim(${text}, ${whiteSpace}), '') end`;
}

/** A pseudonym that a field needs: its kind, and the SQL of the value it is made of. */
export interface NeededPseudonym {
  readonly kind: string;
  readonly value: string;
}

const literal = (value: string | number | boolean) =>
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
    if ('dayBefore' in value)
      return this.#workOut(
        `cast(cast(try_cast(${inline(this, value.dayBefore)} as date) - interval 1 day as date) as varchar)`,
      );
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
    if ('isLongerThan' in condition)
      return `coalesce(length(r.${named(condition.column)}) > ${condition.isLongerThan}, false)`;
    const one = this.value(condition.value);
    return 'isBefore' in condition
      ? `coalesce(${one} < ${this.value(condition.isBefore)}, false)`
      : `coalesce(${one} = ${this.value(condition.isSameAs)}, false)`;
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

/** A day that exists, also the day of an instant. */
function daySql(text: string): string {
  const day = `substr(${text}, 1, 10)`;
  const shaped = `substr(${text}, 5, 1) = '-' and substr(${text}, 8, 1) = '-' and substr(${text}, 11, 1) in ('', 'T', ' ')`;
  return `case when ${shaped} and cast(try_cast(${day} as date) as varchar) = ${day} then ${day} end`;
}

function wordsSql(text: string, words: Readonly<Record<string, string | number | boolean>>): string {
  const cases = Object.entries(words).map(
    ([word, meaning]) => `when ${quoted(word.toLowerCase())} then ${literal(meaning)}`,
  );
  return `case ${text} ${cases.join(' ')} end`;
}

/** The text that a field is made of, when the field can turn it into nothing, and how that is counted. */
export function askedOf(
  value: BulkValue,
): { readonly kind: 'drift' | 'unmapped'; readonly of: BulkValue } | undefined {
  if ('dayBefore' in value) return askedOf(value.dayBefore);
  if ('day' in value) return { kind: 'drift', of: value.day };
  if ('words' in value) return { kind: 'unmapped', of: value.of };
  return undefined;
}
