import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openInbox } from './open-inbox.ts';

const seed = Number(process.env.COLLEGIAL_TEST_SEED ?? Date.now() % 100_000);
const fixture = (name: string) => fileURLToPath(new URL(`../__fixtures__/${name}`, import.meta.url));
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'inbox-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** Starts a writer; with a delay it is killed so many milliseconds after its first word. Gives the lines it wrote. */
async function write(tenant: string, options: { end?: number; killAfter?: number }): Promise<string[]> {
  const child = spawn(
    process.execPath,
    [
      '--conditions=@collegial/source',
      '--import',
      fixture('register-typescript.mjs'),
      fixture('append-until-killed.ts'),
      directory,
      tenant,
      String(options.end ?? 'never'),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  let errors = '';
  child.stderr.on('data', (text) => {
    errors += String(text);
  });
  child.stdout.on('data', (text) => {
    if (said === '' && options.killAfter !== undefined)
      setTimeout(() => child.kill('SIGKILL'), options.killAfter);
    said += String(text);
  });
  const signal = await new Promise((resolve) => child.on('close', (_, by) => resolve(by)));
  expect(errors).toBe('');
  expect(signal).toBe(options.killAfter === undefined ? null : 'SIGKILL');
  return said.split('\n').slice(0, -1);
}

test(`a writer that is killed loses nothing it said was written, and doubles nothing when it starts again (seed ${seed})`, async () => {
  let state = seed;
  let most = 0;
  for (let iteration = 0; iteration < 3; iteration++) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    const said = await write('city', { killAfter: state % 120 });
    most = Math.max(most, said.length);
    // Every writer starts again with key 1: a key that was written gives its first position again.
    for (const [index, line] of said.entries()) expect(line).toBe(`${index + 1} ${index + 1}`);
    const inbox = await openInbox({ directory });
    const entries = await inbox.read({ tenant: 'city', after: 0, limit: 100_000 });
    expect(entries.length).toBeGreaterThanOrEqual(most);
    // At most one entry was written whose writer did not live to say so.
    most = Math.max(most, entries.length);
    expect(entries.map(({ position }) => position)).toEqual(entries.map((_, index) => index + 1));
    expect(new Set(entries.map(({ entry }) => JSON.stringify(entry))).size).toBe(entries.length);
  }
  expect(most).toBeGreaterThan(5);
}, 180_000);

test('three processes that send the same things at once write each of them once', async () => {
  const said = await Promise.all([1, 2, 3].map(() => write('city', { end: 40 })));
  expect(said[1]).toEqual(said[0]);
  expect(said[2]).toEqual(said[0]);
  const inbox = await openInbox({ directory });
  const entries = await inbox.read({ tenant: 'city', after: 0, limit: 1000 });
  expect(entries).toHaveLength(40);
}, 180_000);
