import { type QueryEngine, raw, type Sql, sql } from '@collegial/query';
import type { ModelStatistics } from '@collegial/statistics';
import { openStore } from '@collegial/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelRequest } from './model-request.ts';
import { readModelStatistics } from './read-model-statistics.ts';

/** Rows made of hashes: `points` and `prior` rough, `hours` whole, `sex` and `fsm` categories, some without a value. */
const rows = raw(`
  select 'S' || (i % 23) as school, 'A' || ((i % 23) % 4) as authority,
    1e6 + (hash(i * 7 + 1) % 100003) / 977.0 as prior, cast(hash(i * 7 + 2) % 40 as integer) as hours,
    case hash(i * 7 + 3) % 3 when 0 then 'F' when 1 then 'M' else 'X' end as sex, hash(i * 7 + 4) % 4 = 0 as fsm,
    (hash(i * 7 + 5) % 99991) / 1013.0 + (i % 23) as points, 0.25 + (hash(i * 7 + 6) % 1000) / 100.0 as weight, i
  from range(1200) t(i)`);
const request: Omit<ModelRequest, 'from'> = {
  outcome: 'points',
  fixed: [
    'prior',
    'hours',
    { column: 'sex', reference: 'M' },
    'fsm',
    { interaction: ['fsm', 'hours'] },
    { interaction: ['sex', 'fsm'] },
    { power: 'hours', exponent: 2 },
    { groupMean: 'prior' },
    { groupMean: 'fsm', level: 'authority' },
  ],
  groups: ['authority', 'school'],
};

let store: Awaited<ReturnType<typeof openStore>>;
beforeAll(async () => {
  store = await openStore({ path: ':memory:', threads: 2 });
});
afterAll(() => store.close());

interface Raw {
  school: string;
  authority: string;
  prior: number;
  hours: number;
  sex: string;
  fsm: boolean;
  points: number;
  weight: number;
}

/** The same products, row by row, in plain arithmetic over the original values. */
async function rowWise(engine: QueryEngine, { transform, columns }: ModelStatistics, weighted: boolean) {
  const all = await engine.query<Raw>(sql`select * from (${rows}) r order by i`);
  const mean = (of: (row: Raw) => number, key: (row: Raw) => string) => {
    const lists = new Map<string, number[]>();
    for (const row of all) lists.set(key(row), [...(lists.get(key(row)) ?? []), of(row)]);
    return (row: Raw) => {
      const list = lists.get(key(row))!;
      return list.reduce((sum, value) => sum + value, 0) / list.length;
    };
  };
  const meanPrior = mean(
    (row) => row.prior,
    (row) => `${row.authority}/${row.school}`,
  );
  const meanFsm = mean(
    (row) => Number(row.fsm),
    (row) => row.authority,
  );
  const of: Record<string, (row: Raw) => number> = {
    intercept: () => 1,
    prior: (row) => row.prior,
    hours: (row) => row.hours,
    'sex=F': (row) => Number(row.sex === 'F'),
    'sex=X': (row) => Number(row.sex === 'X'),
    'fsm=true': (row) => Number(row.fsm),
    'fsm=true:hours': (row) => Number(row.fsm) * row.hours,
    'sex=F:fsm=true': (row) => Number(row.sex === 'F' && row.fsm),
    'sex=X:fsm=true': (row) => Number(row.sex === 'X' && row.fsm),
    'hours^2': (row) => row.hours ** 2,
    'mean(prior)': meanPrior,
    'mean(fsm=true by authority)': meanFsm,
  };
  const groups = new Map<string, { rows: number; logWeights: number; products: number[] }>();
  for (const row of all) {
    const key = `${row.authority}/${row.school}`;
    const values = [...columns.map((column) => of[column]!(row)), row.points].map(
      (value, index) => (value - transform[index]!.centre) / transform[index]!.scale,
    );
    const group = groups.get(key) ?? { rows: 0, logWeights: 0, products: [] };
    groups.set(key, group);
    group.rows += 1;
    const weight = weighted ? row.weight : 1;
    group.logWeights += Math.log(weight);
    let position = 0;
    for (const [i, left] of values.entries())
      for (const right of values.slice(i)) {
        group.products[position] = (group.products[position] ?? 0) + weight * left * right;
        position += 1;
      }
  }
  return groups;
}

describe('statistics of a model', () => {
  it.each([false, true])('are what adding up row by row gives (weights: %s)', async (weighted) => {
    const { statistics } = await readModelStatistics(store, {
      from: rows,
      ...request,
      ...(weighted ? { weights: 'weight' } : {}),
    });
    const expected = await rowWise(store, statistics, weighted);
    expect(statistics.columns).toEqual([
      'intercept',
      'prior',
      'hours',
      'sex=F',
      'sex=X',
      'fsm=true',
      'fsm=true:hours',
      'sex=F:fsm=true',
      'sex=X:fsm=true',
      'hours^2',
      'mean(prior)',
      'mean(fsm=true by authority)',
    ]);
    expect(statistics.groups.map(({ path }) => path.join('/'))).toEqual([...expected.keys()].sort());
    for (const { path, rows: count, products, logWeights } of statistics.groups) {
      const group = expected.get(path.join('/'))!;
      expect(count).toBe(group.rows);
      expect(products.length).toBe(group.products.length);
      expect(Math.abs(logWeights - group.logWeights)).toBeLessThan(1e-9);
      const scale = Math.max(...group.products.map(Math.abs));
      for (const [index, value] of products.entries())
        expect(Math.abs(value - group.products[index]!)).toBeLessThan(2e-9 * scale);
    }
  });

  it('are the same to the last bit at any number of threads and in any order of the rows', async () => {
    const orders: Sql[] = [
      rows,
      sql`select * from (${rows}) r order by hash(i)`,
      sql`select * from (${rows}) r order by i desc`,
    ];
    const found: unknown[] = [];
    for (const threads of [1, 2, 4]) {
      const other = await openStore({ path: ':memory:', threads });
      for (const from of orders)
        for (const weights of [{}, { weights: 'weight' }])
          found.push({
            weights,
            reading: await readModelStatistics(other, { from, ...request, ...weights }),
          });
      await other.close();
    }
    const [plain, weighted] = found;
    for (const [index, one] of found.entries()) expect(one).toStrictEqual(index % 2 === 0 ? plain : weighted);
  });

  it('are those of a relation that is stored in one piece or in many', async () => {
    const half = sql`select * from (${rows}) r where i % 2 = 0 union all select * from (${rows}) r where i % 2 = 1`;
    expect(await readModelStatistics(store, { from: half, ...request })).toStrictEqual(
      await readModelStatistics(store, { from: rows, ...request }),
    );
  });
});

describe('rows without a value', () => {
  const holes = sql`
    select school, authority, case when i % 10 = 0 then null when i % 10 = 1 then cast('NaN' as double) else prior end as prior,
      case when i % 15 = 0 then null else sex end as sex, case when i % 100 = 7 then null else points end as points, hours
    from (${rows}) r`;

  it('are left out and counted by column', async () => {
    const { rows: counts, statistics } = await readModelStatistics(store, {
      from: holes,
      outcome: 'points',
      fixed: ['prior', 'sex'],
      groups: ['school'],
    });
    expect(counts).toEqual({
      read: 1200,
      used: 1200 - 240 - 40 - 12,
      leftOut: 292,
      withoutValue: { points: 12, prior: 240, sex: 80 },
    });
    expect(statistics.groups.reduce((sum, group) => sum + group.rows, 0)).toBe(908);
  });

  it('leave the others as if they had never been there', async () => {
    const without = sql`select * from (${rows}) r where i % 10 > 1 and i % 15 > 0 and i % 100 <> 7`;
    const options = {
      outcome: 'points',
      fixed: ['prior', 'sex', { groupMean: 'prior' }],
      groups: ['school'],
    } as const;
    expect((await readModelStatistics(store, { from: holes, ...options })).statistics).toStrictEqual(
      (await readModelStatistics(store, { from: without, ...options })).statistics,
    );
  });
});

describe('a column far from the middle of its range', () => {
  const count = 12_000;
  const from = sql`
    select 'S' || (i % 5) as school, (hash(i + 1) % 10007) / 10007.0 as points,
      5e6 + case when i = 5 then 1e6 else (hash(i) % 10007) / 10007.0 end as x,
      case when i = 5 then 1e6 else (hash(i) % 10007) / 10007.0 end as v,
      case when i = 6 then 1e5 else (hash(i + 2) % 10007) / 10007.0 end as z from range(${count}) t(i)`;
  const read = async (fixed: ModelRequest['fixed'], expression: string) => {
    const { statistics } = await readModelStatistics(store, {
      from,
      outcome: 'points',
      fixed,
      groups: ['school'],
    });
    const position = statistics.columns.length - 1;
    const { centre, scale } = statistics.transform[position]!;
    const diagonal = [...statistics.columns.keys()].reduce(
      (sum, column) => (column < position ? sum + position + 2 - column : sum),
      0,
    );
    const sum = (of: (products: Float64Array) => number) =>
      statistics.groups.reduce((total, { products }) => total + of(products), 0);
    const [exact] = await store.query<{ mean: number; square: number }>(sql`
      select fsum(v) / ${count} as mean, fsum(v * v) as square from (select ${raw(expression)} - ${centre} as v from (${from}) r) d`);
    return {
      scale,
      mean: sum((products) => products[position]!) / count,
      square: sum((products) => products[diagonal]!),
      exact: exact!,
    };
  };

  it('is summed about its mean', async () => {
    const { scale, mean, square, exact } = await read(['x'], 'x');
    expect((square * scale ** 2) / exact.square).toBeCloseTo(1, 8);
    expect(Math.abs(mean - exact.mean / scale)).toBeLessThan(1e-11);
    // About the mean, the sum of the column cancels out to nearly nothing: about the middle of the range it would be nearly 1.
    expect(Math.abs(mean)).toBeLessThan(1e-6);
  });

  it('is summed with more bits where 31 would not tell its values apart', async () => {
    const { scale, mean, square, exact } = await read(['v', 'z', { interaction: ['v', 'z'] }], '(v * z)');
    // No row comes near the product of the two largest values, so that the values fill a ten-millionth of the range.
    expect(scale).toBeGreaterThan(5e10);
    expect(Math.sqrt(exact.square / count) / scale).toBeLessThan(1e-6);
    expect((square * scale ** 2) / exact.square).toBeCloseTo(1, 9);
    expect(Math.abs(mean)).toBeLessThan(1e-9);
  });
});

describe('what no model can be made of', () => {
  const read = (from: Sql, more: Partial<ModelRequest> = {}) =>
    readModelStatistics(store, { from, outcome: 'points', fixed: ['prior'], groups: ['school'], ...more });

  it.each([
    ['no rows', sql`select * from (${rows}) r where false`, {}, 'model.data', undefined],
    [
      'no complete row',
      sql`select null::double as prior, points, school from (${rows}) r`,
      {},
      'model.data',
      undefined,
    ],
    [
      'an infinite value',
      sql`select case when i = 3 then '-inf'::double else prior end as prior, points, school from (${rows}) r`,
      {},
      'model.data',
      'prior',
    ],
    [
      'weights of 0',
      sql`select prior, points, school, i as weight from (${rows}) r`,
      { weights: 'weight' },
      'model.data',
      'weight',
    ],
    [
      'a date',
      sql`select date '2024-01-01' as prior, points, school from (${rows}) r`,
      {},
      'model.data',
      'prior',
    ],
    [
      'an id as a category',
      sql`select i::varchar as prior, points, school from (${rows}) r`,
      {},
      'model.data',
      'prior',
    ],
    [
      'a text as outcome',
      sql`select prior, sex as points, school from (${rows}) r`,
      {},
      'model.data',
      'points',
    ],
    [
      'values beyond any scale',
      rows,
      {
        fixed: [{ power: 'big', exponent: 9 }],
        from: sql`select 1e40 * i as big, points, school from (${rows}) r`,
      },
      'model.precision',
      'big^9',
    ],
    ['no group', rows, { groups: [] }, 'argument.invalid', undefined],
    ['a column twice', rows, { fixed: ['prior', 'prior'] }, 'argument.invalid', 'prior'],
    ['the outcome as covariate', rows, { fixed: ['points'] }, 'argument.invalid', 'points'],
    ['a group as covariate', rows, { fixed: ['school'] }, 'argument.invalid', 'school'],
    [
      'a mean before its column',
      rows,
      { fixed: [{ groupMean: 'hours' }] },
      'argument.invalid',
      'mean(hours)',
    ],
    [
      'a mean by another column',
      rows,
      { fixed: ['hours', { groupMean: 'hours', level: 'sex' }] },
      'argument.invalid',
      'mean(hours by sex)',
    ],
    [
      'a reference that is not there',
      rows,
      { fixed: [{ column: 'sex', reference: 'W' }] },
      'argument.invalid',
      'sex',
    ],
    ['an exponent of 1', rows, { fixed: [{ power: 'hours', exponent: 1 }] }, 'argument.invalid', 'hours^1'],
  ] as const)('%s is refused', async (_, from, more, code, field) => {
    await expect(read(from, more as Partial<ModelRequest>)).rejects.toMatchObject({
      code,
      ...(field === undefined ? {} : { place: { field } }),
    });
  });
});
