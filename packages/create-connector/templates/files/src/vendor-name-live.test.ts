import { MemoryTarget } from '@collegial/connector-testing';
import { probe, type SyncReport, sync } from '@collegial/sync';
import { expect, it } from 'vitest';
import { vendorName } from './vendor-name-connector.ts';

/** Settings as JSON, for example `{"folder":"/exports"}`: real files never come into the repository. */
const settings = process.env.VENDOR_NAME_SETTINGS;
const key = Buffer.from('a key for trying out, not a secret').toString('base64');

it.skipIf(settings === undefined)('reads real files (needs VENDOR_NAME_SETTINGS)', async () => {
  const source = vendorName(JSON.parse(settings as string));
  const found = await probe({ sources: [source], key });
  console.table(
    found.map(({ stream, state, rows, error }) => ({ stream, state, rows, error: error?.message })),
  );
  const report = await sync({ sources: [source], target: new MemoryTarget(), key });
  show(report);
  expect(report.status).toBe('complete');
});

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
