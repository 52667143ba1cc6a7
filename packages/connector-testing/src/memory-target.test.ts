import type { LoadBatch } from '@collegial/model';
import { sql } from '@collegial/query';
import { openStore } from '@collegial/store';
import { expect, it } from 'vitest';
import { MemoryTarget } from './memory-target.ts';
import { createRandom } from './random.ts';

const record = (id: string) => ({ id, organisationId: 'urn:1', name: 'Art', code: null });

it('loads and deletes as the store does, whatever runs meet (seeded)', async () => {
  for (let seed = 1; seed <= 6; seed += 1) {
    const random = createRandom(seed);
    const memory = new MemoryTarget();
    const store = await openStore({ path: ':memory:', threads: 1 });
    for (let run = 1; run <= 14; run += 1) {
      const of = { source: 'mis', stream: random.pick(['one', 'one', 'two']), entity: 'Subject' as const };
      const ids = Array.from({ length: 8 }, (_, index) => `s${index}`);
      const met = ids.filter(() => random.chance(0.7));
      const gone = ids.filter((id) => !met.includes(id) && random.chance(0.2));
      const batch = {
        ...of,
        run: `${run}`,
        records: met.map(record),
        deletedKeys: gone.map((id) => [id]),
        quarantined: [],
        trackSeen: true,
        checkpoint: { cursor: null, cursorVersion: 1, run: `${run}`, complete: false, counts: {} },
      } as unknown as LoadBatch<'Subject'>;
      expect(await memory.load(batch)).toEqual(await store.load(batch));
      const missedTwice = random.chance(0.6);
      const options = { ...of, run: `${run}`, maxShare: random.pick([0.3, 1]), missedTwice };
      for (let times = random.between(0, 2); times > 0; times -= 1) {
        const [inMemory, inStore] = [await memory.deleteUnseen(options), await store.deleteUnseen(options)];
        if ('refused' in inStore) expect(inMemory).toHaveProperty('refused');
        else expect(inMemory).toEqual(inStore);
      }
      const stored = await store.query<{ id: string }>(sql`select id from subject order by id`);
      const kept = [...memory.contents().values()].map((json) => (JSON.parse(json) as { id: string }).id);
      expect(kept, `seed ${seed}, run ${run}`).toEqual(stored.map(({ id }) => id));
    }
    await store.close();
  }
}, 20_000);
