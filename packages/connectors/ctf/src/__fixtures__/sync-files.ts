import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type SyncReport, sync } from '@collegial/sync';
import type * as z from 'zod';
import type { CtfConfig } from '../ctf-config.ts';
import { ctf } from '../ctf-connector.ts';
import { CollectingTarget } from './collecting-target.ts';

/** Pseudonyms that show what they were made from, so that a test can be read. */
export const identity = { pseudonym: (kind: string, value: string) => `<${kind} ${value}>` };

/** Writes files into a folder that is emptied first. */
export async function fill(folder: string, files: Readonly<Record<string, string | Uint8Array>>) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** Syncs a folder, and gives the report of each stream by its name. */
export async function syncFolder(
  folder: string,
  target = new CollectingTarget(),
  settings: Partial<z.input<typeof CtfConfig>> = {},
  options: Partial<Parameters<typeof sync>[0]> = {},
) {
  const report = await sync({
    sources: [ctf({ folder, ...settings })],
    target,
    identity,
    now: () => Date.parse('2025-11-20T08:00:00Z'),
    ...options,
  });
  const streams = Object.fromEntries(report.streams.map((one) => [one.stream, one])) as Record<
    string,
    SyncReport['streams'][number]
  >;
  return { target, report, streams };
}
