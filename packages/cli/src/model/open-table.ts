import { existsSync } from 'node:fs';
import { mkdtemp, open, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { type CsvFile, openCsv, outcomeOf, type Rejected } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import { type QueryEngine, raw, type Sql } from '@collegial/query';
import { openStore } from '@collegial/store';
import { findDelimiter } from './find-delimiter.ts';

/** A CSV file that the engine can read. */
export interface Table {
  readonly file: string;
  readonly delimiter: string;
  readonly encoding: string;
  readonly headings: readonly string[];
  readonly engine: QueryEngine;
  /** All rows: `r`, their number from 1 on, and `c0` …, the fields as text. */
  readonly rows: Sql;
  close(): Promise<void>;
}

/** Characters that the engine takes for a pattern of several files. */
const pattern = /[*?[\]{}]/;

/**
 * Opens a CSV file for queries. The engine reads the file itself where it is plain UTF-8 that keeps to the rules; what it cannot read is checked row by
 * row, so that a fault is told with its line, and otherwise rewritten for it in a private directory that is removed again.
 *
 * @throws CollegialError `file.*`, `csv.malformed` with the line
 */
export async function openTable(name: string, directory: string): Promise<Table> {
  const path = resolve(directory, name);
  const file = basename(path);
  if (!existsSync(path))
    throw new CollegialError({
      code: 'file.not-found',
      message: 'The file does not exist.',
      place: { file },
      fix: 'Correct its path in the command.',
    });
  const delimiter = await findDelimiter(path);
  const csv = await openCsv({ path, delimiter });
  const about = { file, delimiter, encoding: csv.encoding, headings: csv.headings };
  const plain = csv.encoding === 'utf-8' && !pattern.test(path);
  const first = plain ? await openEngine(await realpath(path), delimiter, csv.headings.length) : undefined;
  if (first !== undefined && (await canRead(first))) return { ...about, ...first };
  await first?.close();
  const work = await mkdtemp(join(await realpath(tmpdir()), 'collegial-model-'));
  try {
    const copy = join(work, 'table.csv');
    await rewrite(csv, copy);
    const second = await openEngine(copy, ',', csv.headings.length);
    return {
      ...about,
      ...second,
      close: async () => {
        await second.close();
        await rm(work, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    throw error;
  }
}

async function openEngine(path: string, delimiter: string, columns: number) {
  const store = await openStore({ path: ':memory:', directories: [dirname(path)] });
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const names = Array.from({ length: columns }, (_, index) => `'c${index}': 'VARCHAR'`).join(', ');
  const rows = raw(
    `select row_number() over () as r, * from read_csv(${quoted(path)}, auto_detect = false, header = true, delim = ${quoted(delimiter)},
      quote = '"', escape = '"', strict_mode = true, columns = {${names}})`,
  );
  return { engine: store as QueryEngine, rows, close: () => store.close() };
}

async function canRead({ engine, rows }: { engine: QueryEngine; rows: Sql }): Promise<boolean> {
  try {
    await engine.query({ text: `select max(c0) from (${rows.text}) t`, parameters: rows.parameters });
    return true;
  } catch (error) {
    if (CollegialError.isInstance(error) && error.code === 'store.query-failed') return false;
    throw error;
  }
}

/** Writes the rows with every field in quotes. */
async function rewrite(csv: CsvFile, path: string): Promise<void> {
  const output = await open(path, 'wx', 0o600);
  const line = (fields: readonly string[]) =>
    `${fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')}\n`;
  try {
    await output.write(line(csv.headings.map((_, index) => `c${index}`)));
    for await (const group of csv.groups()) {
      const lines = group.map(({ line: number, values }) => {
        if (outcomeOf(values) === 'rejected') throw malformed(csv.name, number, values as Rejected);
        const fields = csv.headings.map(() => '');
        for (const { field, index } of csv.fields)
          fields[index] = (values as Readonly<Record<string, string | undefined>>)[field] ?? '';
        return line(fields);
      });
      await output.write(lines.join(''));
    }
  } finally {
    await output.close();
  }
}

function malformed(file: string, line: number, { reason }: Rejected): CollegialError {
  return new CollegialError({
    code: 'csv.malformed',
    message: reason,
    place: { file, line },
    fix: 'Correct that line. A model is made of whole files only: a row that is missing may change it.',
  });
}
