import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openCsv, readZip } from '@collegial/connector-kit';
import { oneRosterCsv } from '@collegial/connector-oneroster-csv';
import { openStore } from '@collegial/store';
import { sync } from '@collegial/sync';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse';
import { compare, type Finding } from './measure.ts';
import { writeOneRosterBundle } from './oneroster-bundle.ts';

/**
 * A OneRoster bundle from zip to checked rows in a store, against csv-parse alone, and against DuckDB's `read_csv` alone, on the same bytes; and our
 * own scanner alone against csv-parse.
 *
 * @param rows about so many rows in all files
 */
export async function oneRosterAgainstParsers(rows = 1_000_000, pairs = 3): Promise<Finding[]> {
  const directory = await mkdtemp(join(tmpdir(), 'collegial-benchmark-'));
  try {
    const path = join(directory, 'bundle.zip');
    const { rows: all, bytes } = await writeOneRosterBundle(path, rows);
    const name = (what: string) => `OneRoster CSV, ${all} rows, ${Math.round(bytes / 1e6)} MB: ${what}`;
    const ours = {
      title: 'zip to checked rows in a store file',
      run: () => toStore(path, join(directory, 'store.duckdb'), all),
    };
    const csvParse = { title: 'csv-parse alone', run: () => parseAll(path) };
    const files = await unpack(path, directory);
    return [
      await compare({ name: name('sync'), unit: 'rows', limit: csvParse, ours, promise: 0.5 }, pairs),
      await compare(
        {
          name: name('scanner'),
          unit: 'rows',
          limit: csvParse,
          ours: { title: 'our scanner alone, with encoding', run: () => scanAll(path) },
        },
        pairs,
      ),
      await compare(
        {
          name: name('sync'),
          unit: 'rows',
          limit: { title: 'DuckDB read_csv alone, unpacked', run: () => duckDb(files) },
          ours,
        },
        pairs,
      ),
    ];
  } finally {
    await rm(directory, { recursive: true });
  }
}

async function toStore(path: string, file: string, rows: number): Promise<number> {
  const store = await openStore({ path: file });
  try {
    const source = oneRosterCsv({ path, jurisdiction: 'US-CA' });
    const report = await sync({ sources: [source], target: store, key: new Uint8Array(32).fill(7) });
    const { status, totals } = report;
    if (status !== 'complete' || totals.quarantined > 0 || totals.loaded < rows * 0.9)
      throw new Error(`The sync ended ${status} with ${totals.loaded} records loaded.`);
    return rows;
  } finally {
    await store.close();
    for (const part of ['', '.wal']) await rm(`${file}${part}`, { force: true });
  }
}

async function parseAll(path: string): Promise<number> {
  const archive = await readZip({ path });
  let rows = -archive.entries.length;
  for (const entry of archive.entries)
    for await (const _ of Readable.from(entry.open()).pipe(parse())) rows += 1;
  archive.close();
  return rows;
}

async function scanAll(path: string): Promise<number> {
  const archive = await readZip({ path });
  let rows = 0;
  for (const entry of archive.entries)
    for await (const group of (await openCsv(entry)).groups()) rows += group.length;
  archive.close();
  return rows;
}

async function unpack(path: string, directory: string): Promise<string[]> {
  const archive = await readZip({ path });
  const files: string[] = [];
  for (const entry of archive.entries) {
    const file = join(directory, entry.name);
    await pipeline(Readable.from(entry.open()), createWriteStream(file));
    files.push(file);
  }
  archive.close();
  return files;
}

/** Reads every file into a table: the limit of any path through the database. */
async function duckDb(files: readonly string[]): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  let rows = 0;
  for (const file of files) {
    await connection.run(
      `create or replace table t as select * from read_csv('${file.replaceAll("'", "''")}', all_varchar = true, header = true)`,
    );
    const [[count] = [0]] = (await connection.runAndReadAll('select count(*) from t')).getRows();
    rows += Number(count);
  }
  connection.closeSync();
  instance.closeSync();
  return rows;
}
