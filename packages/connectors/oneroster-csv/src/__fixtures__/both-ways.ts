import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@collegial/store';
import type { StreamReport, SyncReport } from '@collegial/sync';
import { afterAll, expect } from 'vitest';
import { stream, syncBundle } from './sync-bundle.ts';

const key = new Uint8Array(32).fill(7);

/** What one way of reading made of a bundle. */
export interface Way {
  readonly report: SyncReport;
  readonly snapshot: string;
}

/** Reads bundles both ways: into a store in a file, which reads files itself, and into one in memory, which is given records. Both must hold the same. */
export function bothWays(streams: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'oneroster-bulk-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let files = 0;
  const load = async (path: string, inFile: boolean, settings: object): Promise<Way> => {
    files += 1;
    const store = await openStore({ path: inFile ? join(folder, `${files}.duckdb`) : ':memory:', threads: 1 });
    const report = await syncBundle({ path, ...settings }, store, { key, identity: undefined as never, streams });
    const snapshot = await store.snapshot();
    await store.close();
    return { report, snapshot };
  };
  return async (path: string, settings: object = {}) => {
    const inBulk = await load(path, true, settings);
    const oneByOne = await load(path, false, settings);
    for (const name of streams)
      expect(told(stream(inBulk.report, name)), name).toEqual(told(stream(oneByOne.report, name)));
    expect(inBulk.snapshot).toBe(oneByOne.snapshot);
    return { inBulk, oneByOne };
  };
}

/** The streams that the store read itself: no page was read, so that there is no place in the file to go on at. */
export const readByTheStore = ({ report }: Way): string[] =>
  report.streams.filter(({ checkpoint }) => (checkpoint?.cursor ?? null) === null).map((one) => one.stream);

/** What a report tells, whichever way it was read. */
function told({ rows, read, loaded, unchanged, duplicate, skipped, quarantined, skippedBy, drift, deletes, completeness, ...more }: StreamReport) {
  const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
  const [quarantineBy, unmapped] = [sorted(more.quarantineBy), sorted(more.unmapped)];
  return { rows, read, loaded, unchanged, duplicate, skipped, quarantined, skippedBy, quarantineBy, drift, unmapped, deletes, completeness };
}
