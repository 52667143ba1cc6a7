import { type Dataset, type EntityName, type EntityRecord, entities } from '@collegial/model';
import { openStore, type Store } from '@collegial/store';

/** A store in memory that holds a dataset. */
export async function storeOf(dataset: Dataset): Promise<Store> {
  const store = await openStore({ path: ':memory:' });
  for (const [entity, records] of Object.entries(dataset) as [EntityName, Iterable<object>][]) {
    await store.load({
      source: 'test',
      stream: entity,
      entity,
      run: 'run',
      records: [...records].map((record) => entities[entity].schema.parse(record) as EntityRecord<EntityName>),
      deletedKeys: [],
      quarantined: [],
      checkpoint: { cursor: null, cursorVersion: 1, run: 'run', complete: true, counts: {} },
    });
  }
  await store.refresh();
  return store;
}
