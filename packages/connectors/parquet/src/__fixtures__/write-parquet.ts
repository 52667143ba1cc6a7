import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll } from 'vitest';

/** A new directory for each call, removed after the tests of the file. */
export function createFolders(): () => string {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'collegial-parquet-'));
    folders.push(folder);
    return folder;
  };
}

/** Writes the result of a query as a Parquet file, as a vendor's database would. */
export async function writeParquet(path: string, query: string, options = ''): Promise<string> {
  mkdirSync(dirname(path), { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run(`copy (${query}) to '${path}' (format parquet${options === '' ? '' : `, ${options}`})`);
  connection.closeSync();
  instance.closeSync();
  return path;
}
