import { fromRecords } from '@collegial/connector-kit';
import { createCity } from '@collegial/sample-city';
import { openStore, type Store } from '@collegial/store';
import { sync } from '@collegial/sync';

/** A store in memory with a city in it, loaded without HTTP. */
export async function cityStore(students: number): Promise<Store> {
  const city = createCity({ seed: 1, students });
  const store = await openStore({ path: ':memory:' });
  const report = await sync({
    sources: [fromRecords(city.dataset, { name: 'city' })],
    target: store,
    key: new Uint8Array(32).fill(7),
  });
  const failed = report.streams.find((stream) => stream.status !== 'complete');
  if (failed !== undefined) throw new Error(`${failed.stream}: ${failed.error?.message}`);
  return store;
}
