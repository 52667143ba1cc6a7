import { join } from 'node:path';
import { fromRecords } from '@collegial/connector-kit';
import { entityNames } from '@collegial/model';
import { createCity } from '@collegial/sample-city';
import { openStore, type Store } from '@collegial/store';
import { sync } from '@collegial/sync';
import { beforeAll, expect, it } from 'vitest';
import { key } from './__fixtures__/read-stream.ts';
import { createFolders } from './__fixtures__/write-parquet.ts';
import { parquet } from './parquet-connector.ts';

const folder = createFolders();
const city = createCity({ seed: 3, students: 300, years: 1, firstYear: 2022 });
const directory = join(folder(), 'export');
let first: Store;

beforeAll(async () => {
  first = await openStore({ path: ':memory:', threads: 1, directories: [directory] });
  const source = fromRecords(city.dataset, { name: 'city' });
  const report = await sync({ sources: [source], target: first, key });
  expect(report.status).toBe('complete');
  await first.exportParquet(directory);
}, 60_000);

it('brings a store to the content of the one that was exported, marks included', async () => {
  const second = await openStore({ path: ':memory:', threads: 1 });
  const report = await sync({ sources: [parquet({ directory }, { name: 'city' })], target: second, key });
  expect(report.streams.map(({ stream, error }) => [stream, error]).filter(([, error]) => error)).toEqual([]);
  expect(await second.counts()).toEqual(await first.counts());
  expect((await second.counts()).AttendanceMark).toBeGreaterThan(50_000);
  expect(await second.snapshot()).toBe(await first.snapshot());
  expect(report.totals.quarantined).toBe(0);
  expect(new Set(report.streams.map(({ completeness }) => completeness))).toEqual(new Set(['verified']));
  expect(report.streams.map(({ stream }) => stream)).toEqual(entityNames);
  await second.close();
}, 60_000);
