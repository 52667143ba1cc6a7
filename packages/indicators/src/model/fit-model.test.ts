import { raw } from '@collegial/query';
import { openStore, type Store } from '@collegial/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fitModel } from './fit-model.ts';

const from = raw(`
  select 'S' || (i % 20) as school, 'A' || (i % 5) as authority, (hash(i) % 1009) / 100.0 as prior, (hash(i + 7) % 997) / 90.0 as hours,
    3.0 as level, 2 * ((hash(i) % 1009) / 100.0) as twice, case when hash(i + 1) % 2 = 0 then 'F' else 'M' end as sex,
    4 * ((hash(i) % 1009) / 100.0) + (hash(i % 20) % 13) + (hash(i + 2) % 1013) / 80.0 as points from range(800) t(i)`);
const request = { from, outcome: 'points', fixed: ['prior', 'sex'], groups: ['authority', 'school'] };

let store: Store;
beforeAll(async () => {
  store = await openStore({ path: ':memory:' });
});
afterAll(() => store.close());

it('fits what SQL added up', async () => {
  const { fit, reading } = await fitModel(store, { ...request, slopes: [{ term: 'prior' }], method: 'ML' });
  expect(fit).toMatchObject({ method: 'ML', outcome: 'points', rows: 800 });
  expect(fit.fixed.map(({ column }) => column)).toEqual(['intercept', 'prior', 'sex=M']);
  expect(fit.fixed[1]!.estimate).toBeCloseTo(4, 0);
  expect(fit.random.map(({ level, columns }) => [level, columns])).toEqual([
    ['authority', ['intercept']],
    ['school', ['intercept', 'prior']],
  ]);
  expect(reading.categories).toEqual([{ column: 'sex', reference: 'F', values: ['F', 'M'] }]);
  expect(fit.effects.find(({ level }) => level === 'school')!.groups).toHaveLength(20);
});

describe('what cannot be fitted is refused', () => {
  it.each([
    ['a constant', { fixed: ['level'] }, 'model.collinear', 'level'],
    ['the same twice', { fixed: ['prior', 'twice'] }, 'model.collinear', 'twice'],
    ['an outcome that never varies', { outcome: 'level' }, 'model.data', undefined],
    ['one group', { groups: ['level'], fixed: ['prior'] }, 'model.data', 'level'],
    ['a slope of what is no fixed effect', { slopes: [{ term: 'hours' }] }, 'argument.invalid', 'hours'],
    ['a slope at no level', { slopes: [{ term: 'prior', level: 'trust' }] }, 'argument.invalid', 'trust'],
  ])('%s', async (_, more, code, field) => {
    await expect(fitModel(store, { ...request, ...more })).rejects.toMatchObject({
      code,
      ...(field === undefined ? {} : { place: { field } }),
    });
  });
});

it('stops when it is told to', async () => {
  await expect(
    fitModel(store, { ...request, signal: AbortSignal.abort(new Error('enough')) }),
  ).rejects.toThrow('enough');
});
