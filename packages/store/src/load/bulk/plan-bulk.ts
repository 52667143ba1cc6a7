import type { BulkRead, TableLayout } from '@collegial/model';
import { defaultSql, fieldCheck } from './field-checks.ts';
import { type Asked, askedOf, isDay, type NeededPseudonym, named, quoted, ValueWriter } from './value-sql.ts';

/** The SQL that turns a file into records. */
export interface BulkPlan {
  /** Columns that are used, of the file and of those beside it. */
  readonly columns: readonly string[];
  /**
   * Makes the table `raw` of SQL that gives the columns of the file in its order: its outcome – null for a record,
   * `skip:<reason>` or `reject:<field>:<reason>` –, whether it makes the whole file unsuited, and of records the texts that fields are made of.
   */
  raw(cells: string): string;
  readonly pseudonyms: readonly NeededPseudonym[];
  /** Numbers of the pseudonyms that keys are made of: no two rows share one. */
  readonly ofKeys: ReadonlySet<number>;
  /**
   * Makes the table `checked`: records in the columns of their table, and `problem` – `<field>:<reason>` – for those that cannot be used.
   *
   * @param pseudonym SQL for the pseudonym n, and the join that it needs, if any
   * @param more SQL for a column that no field holds
   */
  checked(
    pseudonym: (index: number) => { readonly sql: string; readonly join?: string },
    more?: string,
  ): string;
  /** Columns of the key. */
  readonly keys: string;
  /** SQL for the records of `checked` that can be used; add `and`. */
  readonly records: string;
  /** Fields whose text can turn into nothing, with how that is counted. */
  readonly asked: readonly { readonly field: string; readonly kind: 'drift' | 'unmapped' }[];
  /** Columns whose words may not be known; those of the n-th stand in the column `unknown <n>` of `raw`. */
  readonly unknown: readonly string[];
}

/** Number of a row of `raw`, from 1: rows keep the order of the file, and row ids begin at a number of the engine's choice. */
export const rowNumber = '(r.rowid - (select min(rowid) from raw) + 1)';

/** Plans the bulk load of a file into a table. */
export function planBulk(layout: TableLayout, read: BulkRead): BulkPlan {
  const writer = new ValueWriter();
  const fields = layout.columns.map((column) => {
    const value = read.fields[column.field];
    const text = value === undefined ? defaultSql(layout.entity, column.field) : writer.value(value);
    return { column, text, value };
  });
  const asked = Object.entries(read.fields).flatMap(([field, value]) => {
    const found = askedOf(value);
    if (found === undefined || told(read, found)) return [];
    const text = writer.value(found.of);
    const except = found.except.map((word) => ` and lower(${text}) <> ${quoted(word.toLowerCase())}`);
    const lost = `case when ${writer.value(value)} is null${except.join('')} then ${text} end as ${named(`lost ${field}`)}`;
    return [{ field, kind: found.kind, lost }];
  });
  const outcome = outcomeSql(read, writer);
  const unsuited = (read.unsuited ?? []).map((condition) => `(${writer.condition(condition)})`);
  const unknown = (read.known ?? []).map(({ column, words }) => ({
    column,
    sql: writer.unknownWord(column, words),
  }));
  const checks = fields
    .filter(({ value, column }) => value !== undefined || !column.nullable)
    .flatMap(({ column, value }) => {
      const wrong = fieldCheck(layout.entity, column, `m.${named(column.name)}`, isDay(value));
      return wrong === undefined ? [] : [`${quoted(`${column.field}:`)} || ${wrong}`];
    });
  const texts = [
    ...fields.map(({ column, text }) => `${text} as ${named(column.name)}`),
    ...asked.map(({ lost }) => lost),
  ];
  const columns = usedColumns(read);
  const keyTexts = fields.filter(({ column }) => layout.key.includes(column.name)).map(({ text }) => text);
  const needed = [...texts, ...writer.pseudonyms.map(({ value }) => value)].join(' ');
  const kept = [...new Set([...needed.matchAll(/\br\.("(?:[^"]|"")+")/g)].map(([, name]) => name as string))];
  return {
    columns,
    raw: (cells) => `select outcome, unsuited,
        ${unknown.map(({ sql, column }, index) => `case when ${sql} then r.${named(column)} end as ${named(`unknown ${index}`)}, `).join('')}
        ${kept.map((name) => `case when outcome is null then r.${name} end as ${name}`).join(', ')} from (
      select *, ${outcome} as outcome, ${unsuited.join(' or ') || 'false'} as unsuited from (
        select *${writer.workedOut.map((column) => `, ${column}`).join('')} from (${cells}) r) r) r`,
    pseudonyms: writer.pseudonyms,
    ofKeys: new Set(
      writer.pseudonyms.flatMap((_, index) =>
        keyTexts.some((text) => text.includes(`p${index}.pseudonym`)) ? [index] : [],
      ),
    ),
    checked: (pseudonym, more) => {
      const made = writer.pseudonyms.map((_, index) => pseudonym(index));
      const put = (text: string) => text.replaceAll(/\bp(\d+)\.pseudonym\b/g, 'r."pseudonym $1"');
      // Each is made in a column of its own: the engine would make it anew for every field that holds it.
      const pseudonyms = made.map(({ sql }, index) => `, ${sql} as "pseudonym ${index}"`);
      return `select row_no, ${[...layout.columns.map(castSql), ...asked.map(({ field }) => named(`lost ${field}`)), ...(more === undefined ? [] : [more])].join(', ')},
        coalesce(${checks.join(', ')}, null) as problem from (
        select row_no, ${texts.map(put).join(', ')} from (
        select ${rowNumber} as row_no, r.*${pseudonyms.join('')} from raw r ${made.map(({ join = '' }) => join).join(' ')} where r.outcome is null) r) m`;
    },
    keys: layout.key.map(named).join(', '),
    records: 'select *, false as met from checked where problem is null',
    asked: asked.map(({ field, kind }) => ({ field, kind })),
    unknown: unknown.map(({ column }) => column),
  };
}

/** A field in the type of its column, or null where its text has not got the shape, which is a problem then. Lists travel as JSON text. */
function castSql({ name, type }: TableLayout['columns'][number]): string {
  const text = `m.${named(name)}`;
  const from = type.endsWith('[]') ? `try_cast(${text} as json)` : text;
  return `try_cast(${from} as ${type}) as ${named(name)}`;
}

function outcomeSql({ outcomes = [] }: BulkRead, writer: ValueWriter): string {
  const cases = outcomes.map((outcome) => {
    const what =
      'skip' in outcome ? `skip:${outcome.skip}` : `reject:${outcome.field ?? ''}:${outcome.reject}`;
    return `when ${writer.condition(outcome.when)} then ${quoted(what)}`;
  });
  return cases.length === 0 ? 'cast(null as varchar)' : `case ${cases.join(' ')} end`;
}

/** Names of the columns that conditions and fields use. */
function usedColumns(read: BulkRead): string[] {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (typeof value === 'object' && value !== null) {
      if ('column' in value && typeof value.column === 'string') found.add(value.column);
      for (const inner of Object.values(value)) visit(inner);
    }
  };
  visit([read.fields, read.outcomes, read.unsuited, read.known]);
  for (const { of } of read.beside ?? []) found.add(of);
  return [...found];
}

/** True when nothing can be lost unnoticed: words that nobody knows are counted for the column itself, what is no day makes the file unsuited. */
function told({ known = [], unsuited = [] }: BulkRead, { kind, of }: Asked): boolean {
  if (!('column' in of)) return false;
  return kind === 'unmapped'
    ? known.some(({ column }) => column === of.column)
    : unsuited.some((condition) => 'isNoDay' in condition && condition.column === of.column);
}
