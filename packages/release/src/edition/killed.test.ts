import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openRelease } from '../reader/index.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../__fixtures__/${name}`, import.meta.url));

/** Starts a process that writes editions, kills it with SIGKILL some time after it began, and waits for its end. */
async function writeAndKill(to: string, milliseconds: number): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      '--conditions=@collegial/source',
      '--import',
      fixture('register-typescript.js'),
      fixture('write-until-killed.ts'),
      to,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const ended = new Promise<string | null>((resolve) => {
    child.on('exit', (_code, signal) => resolve(signal));
  });
  await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), ended]);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill('SIGKILL');
  expect(await ended, errors).toBe('SIGKILL');
}

test('killed at any moment, no half edition is seen: every one that is there can be read whole', async () => {
  const to = await mkdtemp(join(tmpdir(), 'collegial-killed-'));
  let whole = 0;
  let unfinished = 0;
  for (const milliseconds of [5, 20, 45, 70, 110, 160, 230, 330]) {
    await writeAndKill(to, milliseconds);
    for (const name of await readdir(to)) {
      if (name.startsWith('.')) {
        unfinished += 1;
        continue;
      }
      const release = await (name === 'latest' ? openRelease(to) : openRelease(to, { edition: name }));
      const { documents } = await release.manifest();
      expect(documents).toHaveLength(60);
      for (const { audience, scope } of documents) await release.document({ audience, scope });
      whole += 1;
    }
    for (const name of await readdir(to)) await rm(join(to, name), { recursive: true });
  }
  console.log(
    `killed 8 times: ${whole} editions and pointers read whole, ${unfinished} unfinished folders out of sight`,
  );
  expect(whole).toBeGreaterThan(0);
  expect(unfinished).toBeGreaterThan(0);
  await rm(to, { recursive: true });
}, 120_000);
