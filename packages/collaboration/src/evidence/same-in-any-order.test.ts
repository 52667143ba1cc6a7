import { type Dataset, type EntityName, type EntityRecord, entities, entityNames } from '@collegial/model';
import { createCity } from '@collegial/sample-city';
import { openStore } from '@collegial/store';
import { expect, test } from 'vitest';
import { groupProfile } from '../group-profile/group-profile.ts';
import { ledger } from '../ledger/ledger.ts';
import { pairLevels } from '../levels/pair-levels.ts';

const left = ['AttendanceMark', 'Assessment', 'Exclusion'] as const satisfies readonly EntityName[];

/** Records in an order of their own: the multiplier has no factor in common with the length. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  const length = items.length;
  const step = [7919, 7927, 7933].find((prime) => length % prime !== 0) ?? 1;
  return items.map((_, index) => items[(index * step + 13) % length] as Item);
}

async function resultsOf(dataset: Dataset, options: { threads: number; chunk: number; shuffle: boolean }) {
  const store = await openStore({ path: ':memory:', threads: options.threads });
  try {
    const names = options.shuffle ? [...entityNames].reverse() : entityNames;
    for (const entity of names) {
      const { schema } = entities[entity];
      const given = [...(dataset[entity] ?? [])].map(
        (record) => schema.parse(record) as EntityRecord<EntityName>,
      );
      const records = options.shuffle ? shuffled(given) : given;
      for (let at = 0; at < records.length; at += options.chunk)
        await store.load({
          source: 'test',
          stream: entity,
          entity,
          run: 'run',
          records: records.slice(at, at + options.chunk),
          deletedKeys: [],
          quarantined: [],
          checkpoint: { cursor: at, cursorVersion: 1, run: 'run', complete: false, counts: {} },
        });
    }
    await store.refresh();
    const of = { scope: { kind: 'group', id: 'B' }, period: '2023/24' } as const;
    return JSON.stringify({
      pairs: await pairLevels(store, of),
      ledger: await ledger(store, of),
      profile: await groupProfile(store, of),
    });
  } finally {
    await store.close();
  }
}

test('the same records in another order, in other chunks and on other threads give the same to the letter', async () => {
  const { dataset } = createCity({ students: 600 });
  const kept = Object.fromEntries(
    Object.entries(dataset).filter(([entity]) => !(left as readonly string[]).includes(entity)),
  ) as Dataset;
  const first = await resultsOf(kept, { threads: 1, chunk: 100_000, shuffle: false });
  expect(JSON.parse(first).ledger.length).toBeGreaterThan(10);
  expect(await resultsOf(kept, { threads: 2, chunk: 997, shuffle: true })).toBe(first);
  expect(await resultsOf(kept, { threads: 4, chunk: 20_000, shuffle: true })).toBe(first);
});
