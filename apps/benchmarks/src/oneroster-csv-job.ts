import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openCsv, readZip } from '@collegial/connector-kit';
import { oneRosterCsv } from '@collegial/connector-oneroster-csv';
import { openStore } from '@collegial/store';
import { sync } from '@collegial/sync';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse';
import type { Job, JobDone } from './oneroster-csv.ts';

const [job = '', path = '', directory = '', rows = ''] = process.argv.slice(2);
const work: Record<Job, () => Promise<void>> = {
  'csv-parse': parseAll,
  scanner: scanAll,
  read_csv: readAll,
  bulk: () => toStore(true),
  rows: () => toStore(false),
};

/** Little memory for the database: what does not fit is moved beside the store file. Row by row, the program needs more of its own. */
const bounds = {
  bulk: { memoryLimit: '192MB' },
  rows: { memoryLimit: '128MB', batchSize: 10_000 },
} as const;

const started = performance.now();
await work[job as Job]();
const { user, system } = process.cpuUsage();
const done: JobDone = {
  seconds: (performance.now() - started) / 1000,
  processorSeconds: (user + system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
};
process.send?.(done);

async function toStore(inBulk: boolean): Promise<void> {
  const file = join(directory, 'store.duckdb');
  const { memoryLimit, ...options } = inBulk ? bounds.bulk : bounds.rows;
  const store = await openStore({ path: file, memoryLimit });
  try {
    const { loadBulk, ...rowByRow } = store;
    const report = await sync({
      sources: [oneRosterCsv({ path, jurisdiction: 'US-CA' })],
      target: inBulk ? store : rowByRow,
      key: new Uint8Array(32).fill(7),
      ...options,
    });
    const { status, totals } = report;
    const largest = report.streams.find(({ stream }) => stream === 'class-enrolments');
    const byTheStore = largest?.checkpoint?.cursor === null;
    const whole = status === 'complete' && totals.quarantined === 0 && totals.loaded >= Number(rows) * 0.9;
    if (!whole || byTheStore !== inBulk)
      throw new Error(`The sync ended ${status} with ${totals.loaded} records loaded.`);
  } finally {
    await store.close();
    for (const part of ['', '.wal']) await rm(`${file}${part}`, { force: true });
  }
}

async function parseAll(): Promise<void> {
  const archive = await readZip({ path });
  for (const entry of archive.entries) for await (const _ of Readable.from(entry.open()).pipe(parse()));
  archive.close();
}

async function scanAll(): Promise<void> {
  const archive = await readZip({ path });
  for (const entry of archive.entries) for await (const _ of (await openCsv(entry)).groups());
  archive.close();
}

/** Reads every file into a table: the limit of any path through the database. */
async function readAll(): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const name of await readdir(directory)) {
    if (!name.endsWith('.csv')) continue;
    const file = join(directory, name).replaceAll("'", "''");
    await connection.run(
      `create or replace table t as select * from read_csv('${file}', all_varchar = true, header = true)`,
    );
  }
  connection.closeSync();
  instance.closeSync();
}
