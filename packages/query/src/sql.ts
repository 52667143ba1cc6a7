/** A value that may be bound to a statement. */
export type SqlParameter = string | number | boolean | null;

/** A statement, or part of one, with its parameters apart from its text. */
export interface Sql {
  readonly text: string;
  readonly parameters: readonly SqlParameter[];
}

/**
 * Writes SQL with values bound as parameters, never pasted into the text. A nested `sql` is inserted as SQL; an array of
 * values becomes a list of parameters, for `in (…)`.
 *
 * @example
 * ```ts
 * import { sql } from '@collegial/query';
 *
 * const years = sql`academic_year in (${[2022, 2023]})`;
 * sql`select count(*) from enrolment_year where ${years}`;
 * // { text: 'select count(*) from enrolment_year where academic_year in (?, ?)', parameters: [2022, 2023] }
 * ```
 */
export function sql(
  strings: TemplateStringsArray,
  ...values: readonly (SqlParameter | Sql | readonly SqlParameter[])[]
): Sql {
  let text = strings[0] ?? '';
  const parameters: SqlParameter[] = [];
  values.forEach((value, index) => {
    if (isSql(value)) {
      text += value.text;
      parameters.push(...value.parameters);
    } else if (Array.isArray(value)) {
      text += value.length === 0 ? 'null' : value.map(() => '?').join(', ');
      parameters.push(...(value as readonly SqlParameter[]));
    } else {
      text += '?';
      parameters.push(value as SqlParameter);
    }
    text += strings[index + 1] ?? '';
  });
  return { text, parameters };
}

/** SQL from text that the program itself wrote: names of columns and views, never input. */
export function raw(text: string): Sql {
  return { text, parameters: [] };
}

/** Joins parts with a separator, for example conditions with ` and `. */
export function join(parts: readonly Sql[], separator = ', '): Sql {
  return {
    text: parts.map((part) => part.text).join(separator),
    parameters: parts.flatMap((part) => part.parameters),
  };
}

/** An identifier in double quotes, for names that are not fixed by the program. */
export function identifier(name: string): Sql {
  return raw(`"${name.replaceAll('"', '""')}"`);
}

function isSql(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null && 'text' in value && 'parameters' in value;
}
