import { type Dataset, type EntityName, type EntityRecord, entities, entityNames } from '@collegial/model';
import { openStore, type Store } from '@collegial/store';

let opened: Promise<Store> | undefined;
const keys = new Map<EntityName, string[][]>();
let runs = 0;

/**
 * A store in memory that holds a dataset, and nothing of the one before: opening one takes far longer than emptying it,
 * so the tests of a file share it and must not run at once.
 */
export async function storeOf(dataset: Dataset): Promise<Store> {
  opened ??= openStore({ path: ':memory:' });
  const store = await opened;
  runs += 1;
  const run = `run-${runs}`;
  for (const entity of entityNames) {
    const definition = entities[entity];
    const records = [...(dataset[entity] ?? [])].map((record) => definition.schema.parse(record));
    const deletedKeys = keys.get(entity) ?? [];
    if (records.length === 0 && deletedKeys.length === 0) continue;
    const batch = { source: 'test', stream: entity, entity, quarantined: [] };
    const checkpoint = { cursor: null, cursorVersion: 1, run, complete: true, counts: {} };
    await store.load({ ...batch, checkpoint, run: `${run}-delete`, records: [], deletedKeys });
    await store.load({ ...batch, checkpoint, run, records: records as EntityRecord<EntityName>[], deletedKeys: [] });
    keys.set(
      entity,
      records.map((record) => definition.key.map((field) => String((record as Record<string, unknown>)[field]))),
    );
  }
  await store.refresh();
  return store;
}
