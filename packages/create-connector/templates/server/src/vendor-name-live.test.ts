import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MemoryTarget, recordCassette, replayCassette } from '@collegial/connector-testing';
import { probe, type SyncReport, sync } from '@collegial/sync';
import { expect, it } from 'vitest';
import { createVendorNameServer } from './testing/index.ts';
import { vendorName } from './vendor-name-connector.ts';

/** Settings of a real server as JSON. They are read from the environment only; of them, only addresses are written beside the recording. */
const settings = process.env.VENDOR_NAME_SETTINGS;
const recording = fileURLToPath(new URL('./__fixtures__/cassette.json', import.meta.url));
const addresses = fileURLToPath(new URL('./__fixtures__/cassette-addresses.json', import.meta.url));
const key = Buffer.from('a key for trying out, not a secret').toString('base64');

/** Fields that stay as they are in a recording: days and words of the vendor, nothing about a person. All other text is replaced. */
const keep = [
  'phase',
  'status',
  'entryDate',
  'exitDate',
  'role',
  'contract',
  'startDate',
  'endDate',
  'from',
  'to',
  'date',
  'session',
  'code',
];

it.skipIf(settings === undefined)('reads a live server (needs VENDOR_NAME_SETTINGS)', async () => {
  const given = JSON.parse(settings as string);
  const source = vendorName(given);
  const found = await probe({ sources: [source], key });
  console.table(
    found.map(({ stream, state, rows, error }) => ({ stream, state, rows, error: error?.message })),
  );
  expect(found.some(({ state }) => state === 'readable')).toBe(true);

  const recorder = recordCassette({ key: randomUUID(), keep });
  const report = await sync({ sources: [source], target: new MemoryTarget(), key, fetch: recorder.fetch });
  show(report);
  expect(report.status).toBe('complete');
  await recorder.save(recording);
  const urls = Object.entries(given).filter(([name]) => /url$/i.test(name));
  writeFileSync(addresses, `${JSON.stringify(Object.fromEntries(urls), null, 2)}\n`);
});

it.skipIf(!existsSync(recording))(
  'reads the recording of a live server (needs __fixtures__/cassette.json)',
  async () => {
    const invented = createVendorNameServer().settings;
    const source = vendorName({ ...invented, ...JSON.parse(readFileSync(addresses, 'utf8')) });
    const fetch = await replayCassette(recording);
    const report = await sync({ sources: [source], target: new MemoryTarget(), key, fetch });
    show(report);
    expect(report.status).toBe('complete');
  },
);

/** What came, and what was wrong with it: numbers and names of fields, never values. */
function show({ streams }: SyncReport): void {
  console.table(
    streams.map(({ stream, status, rows, loaded, quarantined, drift, unmapped, error }) => ({
      stream,
      status,
      rows,
      loaded,
      quarantined,
      drift: JSON.stringify(drift),
      unmapped: unmapped.map(({ field, code, count }) => `${field} ${code}: ${count}`).join(', '),
      error: error?.message,
    })),
  );
}
