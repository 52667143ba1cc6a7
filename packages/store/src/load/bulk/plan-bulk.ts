import type { BulkRead, TableLayout } from '@collegial/model';
import { defaultSql, fieldCheck } from './field-checks.ts';
import { askedOf, cellText, type NeededPseudonym, named, quoted, ValueWriter } from './value-sql.ts';

/** The SQL that turns a file into records. */
export interface BulkPlan {
  /** Columns of the file that are used. */
  readonly columns: readonly string[];
  /**
   * Makes the table `raw` of a query that gives the file, in its order: its outcome – null for a record,
   * `skip:<reason>` or `reject:<field>:<reason>` –, whether it makes the whole file unsuited, and of records the texts that fields are made of.
   */
  raw(file: string): string;
  readonly pseudonyms: readonly NeededPseudonym[];
  /** Numbers of the pseudonyms that keys are made of: no two rows share one. */
  readonly ofKeys: ReadonlySet<number>;
  /**
   * Makes the table `checked`: a text for each field, and `problem` – `<field>:<reason>` – for which one cannot be used.
   *
   * @param pseudonym SQL for the pseudonym n, and the join that it needs, if any
   */
  checked(pseudonym: (index: number) => { readonly sql: string; readonly join?: string }): string;
  /** Columns of the key. */
  readonly keys: string;
  /** The records of `checked` in the columns of the table. */
  readonly incoming: string;
  /** Fields whose text can turn into nothing, with how that is counted. */
  readonly asked: readonly { readonly field: string; readonly kind: 'drift' | 'unmapped' }[];
  /** Columns whose words may not be known; those of the n-th stand in the column `unknown <n>` of `raw`. */
  readonly unknown: readonly string[];
}

/** Number of a row of `raw`, from 1: rows keep the order of the file, and row ids that are not committed yet begin at a number of the engine's choice. */
export const rowNumber = '(r.rowid - (select min(rowid) from raw) + 1)';

/** Plans the bulk load of a file into a table. */
export function planBulk(layout: TableLayout, read: BulkRead): BulkPlan {
  const writer = new ValueWriter();
  const fields = layout.columns.map((column) => {
    const value = read.fields[column.field];
    const text = value === undefined ? defaultSql(layout.entity, column.field) : writer.value(value);
    return { column, text, given: value !== undefined };
  });
  const asked = Object.entries(read.fields).flatMap(([field, value]) => {
    const found = askedOf(value);
    if (found === undefined) return [];
    const lost = `case when ${writer.value(value)} is null then ${writer.value(found.of)} end as ${named(`lost ${field}`)}`;
    return [{ field, kind: found.kind, lost }];
  });
  const outcome = outcomeSql(read, writer);
  const unsuited = (read.unsuited ?? []).map((condition) => `(${writer.condition(condition)})`);
  const unknown = (read.known ?? []).map(({ column, words }) => ({
    column,
    sql: writer.unknownWord(column, words),
  }));
  const checks = fields
    .filter(({ given, column }) => given || !column.nullable)
    .map(({ column }) => {
      const wrong = fieldCheck(layout.entity, column, `m.${named(column.name)}`);
      return `${quoted(`${column.field}:`)} || ${wrong}`;
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
    raw: (file) => `select outcome, unsuited,
        ${unknown.map(({ sql, column }, index) => `case when ${sql} then r.${named(column)} end as ${named(`unknown ${index}`)}, `).join('')}
        ${kept.map((name) => `case when outcome is null then r.${name} end as ${name}`).join(', ')} from (
      select *, ${outcome} as outcome, ${unsuited.join(' or ') || 'false'} as unsuited from (
        select *${writer.workedOut.map((column) => `, ${column}`).join('')} from (
          select ${columns.map((name) => `${cellText(name)} as ${named(name)}`).join(', ')} from ${file}) r) r) r`,
    pseudonyms: writer.pseudonyms,
    ofKeys: new Set(
      writer.pseudonyms.flatMap((_, index) =>
        keyTexts.some((text) => text.includes(`p${index}.pseudonym`)) ? [index] : [],
      ),
    ),
    checked: (pseudonym) => {
      const made = writer.pseudonyms.map((_, index) => pseudonym(index));
      const put = (text: string) =>
        text.replaceAll(/\bp(\d+)\.pseudonym\b/g, (_, index) => made[Number(index)]?.sql ?? 'null');
      return `select *, coalesce(${checks.join(', ')}, null) as problem from (
        select ${rowNumber} as row_no, ${texts.map(put).join(', ')} from raw r ${made.map(({ join = '' }) => join).join(' ')} where r.outcome is null) m`;
    },
    keys: layout.key.map(named).join(', '),
    incoming: `select ${layout.columns.map(castSql).join(', ')}, false as met from checked m where problem is null`,
    asked: asked.map(({ field, kind }) => ({ field, kind })),
    unknown: unknown.map(({ column }) => column),
  };
}

/** Lists travel as JSON text. */
function castSql({ name, type }: TableLayout['columns'][number]): string {
  const text = `m.${named(name)}`;
  return type.endsWith('[]')
    ? `cast(cast(${text} as json) as ${type}) as ${named(name)}`
    : `cast(${text} as ${type}) as ${named(name)}`;
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
  return [...found];
}
