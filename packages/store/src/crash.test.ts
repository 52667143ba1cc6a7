import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from '@collegial/query';
import { expect, test } from 'vitest';
import { openStore } from './open-store.ts';

const seed = Number(process.env.COLLEGIAL_TEST_SEED ?? Date.now() % 100_000);
const fixture = (name: string) => fileURLToPath(new URL(`./__fixtures__/${name}`, import.meta.url));

/** Starts the loader, kills it some milliseconds after its first commit, and gives the last batch it said was committed. */
async function loadAndKill(path: string, delay: number): Promise<number> {
  const child = spawn(
    process.execPath,
    [
      '--conditions=@collegial/source',
      '--import',
      fixture('register-typescript.mjs'),
      fixture('load-until-killed.ts'),
      path,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let committed = 0;
  let errors = '';
  child.stderr.on('data', (text) => {
    errors += String(text);
  });
  child.stdout.on('data', (text) => {
    if (committed === 0) setTimeout(() => child.kill('SIGKILL'), delay);
    committed = Number(String(text).trim().split('\n').at(-1));
  });
  const signal = await new Promise((resolve) => child.on('exit', (_, by) => resolve(by)));
  expect(errors).toBe('');
  expect(signal).toBe('SIGKILL');
  return committed;
}

test(`a store killed during loads holds whole batches only, none lost, and catches up on its roll-ups (seed ${seed})`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'collegial-crash-'));
  const path = join(folder, 'store.duckdb');
  let state = seed;
  try {
    for (let iteration = 0; iteration < 3; iteration++) {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      const committed = await loadAndKill(path, state % 300);
      const store = await openStore({ path });
      const [enrolments] = await store.query<{ n: number; batches: number }>(
        sql`select count(*) as n, count(distinct split_part(id, '-', 1)) as batches from enrolment`,
      );
      const [marks] = await store.query<{ n: number; keys: number }>(
        sql`select count(*) as n, count(distinct enrolment_id) as keys from attendance_mark`,
      );
      const [masks] = await store.query<{ n: number }>(
        sql`select cast(sum(bit_count(present) + bit_count(unauthorised)) as integer) as n from attendance_month`,
      );
      const [years] = await store.query<{ n: number }>(
        sql`select cast(sum(possible) as integer) as n from attendance_year`,
      );
      const checkpoint = await store.checkpoint('mis', 'attendance_mark');
      await store.close();
      const batches = Number(checkpoint?.cursor);
      expect(batches).toBeGreaterThanOrEqual(committed);
      expect(marks).toEqual({ n: batches * 40, keys: batches * 40 });
      expect(masks?.n).toBe(batches * 40);
      expect(years?.n).toBe(batches * 40);
      expect([batches, batches + 1]).toContain(enrolments?.batches);
      expect(enrolments?.n).toBe((enrolments?.batches ?? 0) * 40);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
