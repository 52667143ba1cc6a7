import { raw, sql } from '@collegial/query';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';

let store: Store;
beforeAll(async () => {
  store = await openStore({ path: ':memory:', threads: 2 });
});
afterAll(async () => {
  await store.close();
});

test('values arrive as plain ones', async () => {
  const [row] = await store.query(sql`
    select 1 as whole, cast(2 as bigint) as big, sum(3) as huge, cast(1.25 as decimal(18,4)) as decimal, 0.5::double as real,
      date '2024-02-29' as day, true as yes, null as none, ['a', null] as list, 'é' as text, date '0099-01-01' as early`);
  expect(row).toEqual({
    whole: 1,
    big: 2,
    huge: 3,
    decimal: 1.25,
    real: 0.5,
    day: '2024-02-29',
    yes: true,
    none: null,
    list: ['a', null],
    text: 'é',
    early: '0099-01-01',
  });
});

test('a whole number that JavaScript cannot hold is an error, not another number', async () => {
  await expect(store.query(sql`select 9007199254740993::bigint as n`)).rejects.toMatchObject({
    code: 'store.query-failed',
    fix: expect.stringContaining('VARCHAR'),
  });
  await expect(store.query(sql`select {'a': 1} as s`)).rejects.toThrow('Column s');
});

test('parameters are bound by what they are', async () => {
  const found = await store.query(sql`
    select n from (values (1, date '2024-01-01', 0.5), (2, date '2024-06-01', 1.5)) t(n, d, x)
    where d >= ${'2024-03-01'} and n in (${[2, 3]}) and x > ${0.75} and ${true}`);
  expect(found).toEqual([{ n: 2 }]);
});

test('only a single reading statement runs', async () => {
  await expect(store.query(sql`delete from data.student`)).rejects.toThrow('may only read');
  await expect(store.query(sql`select 1; select 2`)).rejects.toMatchObject({ code: 'store.query-failed' });
  await expect(store.query(sql`copy (select 1) to 'x.csv'`)).rejects.toMatchObject({
    code: 'store.query-failed',
  });
});

test('errors say what is wrong with the statement, and nothing of the data', async () => {
  await expect(store.query(sql`select * from nowhere`)).rejects.toMatchObject({ code: 'query.unknown-view' });
  await expect(store.query(sql`select nothing from student`)).rejects.toThrow('“nothing”'.slice(1, -1));
  const failing = store.query(sql`select cast(name as integer) from (values ('Anna')) t(name)`);
  const error = await failing.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'store.query-failed' });
  expect(error).not.toHaveProperty('cause');
  expect(String(error)).not.toContain('Anna');
});

test('an abort stops a query with the reason given', async () => {
  const long = sql`select count(*) as n from range(100000000000) t where range % 7 = 3`;
  const started = performance.now();
  await expect(store.query(long, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
    name: 'TimeoutError',
  });
  expect(performance.now() - started).toBeLessThan(5000);
  const reason = new Error('no longer wanted');
  await expect(store.query(long, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(await store.query(sql`select 1 as n`)).toEqual([{ n: 1 }]);
});

test('queries may overlap', async () => {
  const many = Array.from({ length: 8 }, (_, n) =>
    store.query(sql`select sum(range) + ${n} as n from range(100000)`),
  );
  const results = await Promise.all(many);
  expect(results.map(([row]) => (row as { n: number }).n - 4_999_950_000)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

test('the known fault of the engine does not appear, and an internal one says that the store must be reopened', async () => {
  const { storeError } = await import('./store-error.ts');
  const error = storeError(
    new Error('INTERNAL Error: Failed to cast expression to type - expression type mismatch'),
  );
  expect(error.fix).toContain('open it again');
  const rows = await store.query(
    raw(`
    select (row_number() over (order by d) - 1) di, d from (
      select d::date d from range(date '2024-09-02', date '2025-07-24', interval 1 day) r(d) where dayofweek(d) between 1 and 5)
    qualify row_number() over (order by d) <= 190`),
  );
  expect(rows.length).toBe(190);
});
