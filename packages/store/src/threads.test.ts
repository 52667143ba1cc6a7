import { expect, test } from 'vitest';
import { batch } from './__fixtures__/records.ts';
import { openStore } from './open-store.ts';

const aggregates = [
  'select sum(value) as total, avg(value) as mean, count(*) as n from school_measure',
  'select organisation_id, sum(value) as total, sum(cast(value as decimal(28,4)) * denominator) as weighted from school_measure group by 1 order by 1',
];

test('one thread and several give the same digits and the same snapshot', async () => {
  let state = 7;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  // Values of very different sizes: a sum of doubles would depend on its order.
  const measures = Array.from({ length: 130_000 }, (_, index) => ({
    organisationId: `urn:${index % 97}`,
    academicYear: 2023,
    measure: `m${index}`,
    publication: 'p',
    value: (next() % 10 === 0 ? 1e8 : 1) * ((next() % 99_991) / 1000),
    denominator: next() % 300,
  }));
  const run = async (threads: number) => {
    const store = await openStore({ path: ':memory:', threads });
    await store.load(batch('SchoolMeasure', measures));
    const results: unknown[] = [await store.snapshot()];
    for (const text of aggregates) results.push(await store.query({ text, parameters: [] }));
    await store.close();
    return JSON.stringify(results);
  };
  const one = await run(1);
  expect(await run(2)).toBe(one);
  expect(await run(4)).toBe(one);
}, 60_000);
