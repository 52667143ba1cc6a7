import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wonde } from '@collegial/connector-wonde';
import { openStore } from '@collegial/store';
import { sync } from '@collegial/sync';
import { compare, type Finding } from './measure.ts';

interface Mis {
  readonly url: string;
  readonly token: string;
  readonly schools: readonly string[];
}

interface Answer {
  readonly data: readonly unknown[];
  readonly meta: { readonly pagination: { readonly next: string | null } };
}

/** A sync of attendance into a store, against merely fetching and parsing the same pages of 200 records. */
export async function syncOverHttp(): Promise<Finding> {
  const { mis, stop } = await startMis();
  try {
    return await compare(
      {
        name: 'sync over HTTP',
        unit: 'records',
        limit: { title: 'fetch and JSON.parse the same pages', run: () => fetchAndParse(mis) },
        ours: { title: 'sync into a store file', run: () => syncAttendance(mis) },
        promise: 0.35,
      },
      3,
    );
  } finally {
    stop();
  }
}

async function fetchAndParse({ url, token, schools }: Mis): Promise<number> {
  let records = 0;
  for (const school of schools) {
    let next: string | null = `${url}/schools/${school}/attendance/session?per_page=200`;
    while (next !== null) {
      const response: Response = await fetch(next, { headers: { authorization: `Bearer ${token}` } });
      const page = JSON.parse(await response.text()) as Answer;
      records += page.data.length;
      next = page.meta.pagination.next;
    }
  }
  return records;
}

async function syncAttendance({ url, token }: Mis): Promise<number> {
  const directory = await mkdtemp(join(tmpdir(), 'collegial-benchmark-'));
  const store = await openStore({ path: join(directory, 'store.duckdb') });
  try {
    const report = await sync({
      sources: [wonde({ baseUrl: url, token })],
      target: store,
      key: new Uint8Array(32).fill(7),
      streams: ['attendance'],
    });
    if (report.status !== 'complete')
      throw new Error(`The sync ended ${report.status}: ${report.streams[0]?.error?.message}`);
    return report.totals.loaded;
  } finally {
    await store.close();
    await rm(directory, { recursive: true });
  }
}

async function startMis(): Promise<{ mis: Mis; stop: () => void }> {
  const child = fork(fileURLToPath(new URL('mis.ts', import.meta.url)), { execArgv: [...process.execArgv] });
  const mis = await new Promise<Mis>((settle, reject) => {
    child.once('message', (message) => settle(message as Mis));
    child.once('exit', (code) => reject(new Error(`The server ended with exit code ${code}.`)));
  });
  return { mis, stop: () => child.kill() };
}
