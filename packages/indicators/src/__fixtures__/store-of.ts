import { type Dataset, type EntityName, type EntityRecord, entities, entityNames } from '@collegial/model';
import { openStore, type Store } from '@collegial/store';

/** A store in memory that holds a dataset. */
export async function storeOf(dataset: Dataset, options: { threads?: number } = {}): Promise<Store> {
  const store = await openStore({ path: ':memory:', ...options });
  await loadInto(store, dataset, 'first');
  return store;
}

/** Loads a dataset into a store, as one sync run would. */
export async function loadInto(store: Store, dataset: Dataset, run: string): Promise<void> {
  for (const entity of entityNames) {
    const given = dataset[entity];
    if (given === undefined) continue;
    const records = [...given].map((record) => entities[entity].schema.parse(record)) as EntityRecord<EntityName>[];
    await store.load({
      source: 'test',
      stream: entity,
      entity,
      run,
      records,
      deletedKeys: [],
      quarantined: [],
      checkpoint: { cursor: null, cursorVersion: 1, run, complete: true, counts: {} },
    });
  }
  await store.refresh();
}
