import { expect, it } from 'vitest';
import { ModelError } from '../model-error.ts';
import { addGroupMeans } from './add-group-means.ts';
import { fitMultilevel } from './fit-multilevel.ts';
import { type ModelRow, modelStatistics } from './from-rows.ts';
import type { MultilevelOptions } from './multilevel-options.ts';

const rowsOf = (table: readonly (readonly [school: string, x: number, z: number, y: number])[]): ModelRow[] =>
  table.map(([school, x, z, y]) => ({ path: [school], values: [x, z], outcome: y }));
const good = rowsOf([
  ['a', 1, 2, 3],
  ['a', 2, 1, 5],
  ['a', 3, 5, 4],
  ['b', 1, 0, 6],
  ['b', 2, 2, 9],
  ['b', 4, 1, 8],
  ['c', 2, 7, 4],
  ['c', 5, 3, 7],
]);
const statisticsOf = (rows: readonly ModelRow[]) =>
  modelStatistics({ levels: ['school'], outcome: 'y', columns: ['x', 'z'], rows });
const changed = (change: (row: ModelRow, index: number) => Partial<ModelRow>) =>
  good.map((row, index) => ({ ...row, ...change(row, index) }));

const fault = (rows: readonly ModelRow[], options?: MultilevelOptions) => {
  try {
    fitMultilevel(statisticsOf(rows), options);
  } catch (error) {
    if (ModelError.isInstance(error)) return { code: error.code, columns: error.columns, level: error.level };
    throw error;
  }
  return null;
};

it('fits what is in order', () => expect(fault(good)).toBeNull());

it('names a constant column, also far from 0', () => {
  for (const value of [0, 7, 1e6 + 0.1]) {
    expect(fault(changed(({ values }) => ({ values: [values[0]!, value] })))).toMatchObject({
      code: 'collinear-columns',
      columns: ['z', 'intercept'],
    });
  }
});

it('names a column that repeats another, and which', () => {
  expect(fault(changed(({ values }) => ({ values: [values[0]!, 1e6 - 3 * values[0]!] })))).toMatchObject({
    code: 'collinear-columns',
    columns: ['z', 'x'],
  });
});

it('keeps columns that are nearly collinear or a million away from 0', () => {
  const fit = fitMultilevel(
    statisticsOf(changed(({ values }) => ({ values: [values[0]! + 1e6, values[1]! + 1e6] }))),
  );
  const plain = fitMultilevel(statisticsOf(good));
  expect(fit.fixed[1]!.estimate).toBeCloseTo(plain.fixed[1]!.estimate, 8);
  expect(fit.criterion).toBeCloseTo(plain.criterion, 8);
  expect(
    fault(changed(({ values }, index) => ({ values: [values[0]!, values[0]! + (index % 3) * 1e-3] }))),
  ).toBeNull();
});

it.each<[string, readonly ModelRow[], MultilevelOptions | undefined, object]>([
  [
    'an outcome that does not vary',
    changed(() => ({ outcome: 4 })),
    undefined,
    { code: 'constant-outcome', columns: ['y'] },
  ],
  [
    'an outcome that is one of the columns',
    changed(({ values }) => ({ outcome: 2 * values[1]! + 1 })),
    undefined,
    { code: 'no-residual-variation' },
  ],
  [
    'an outcome that repeats one value per school',
    changed(({ path }) => ({ outcome: path[0] === 'a' ? 1 : path[0] === 'b' ? 5 : 2 })),
    { fixed: ['intercept'] },
    { code: 'no-residual-variation', level: 'school' },
  ],
  [
    'an outcome that is exact within schools, with slopes',
    changed(({ path, values }) => ({
      outcome: values[0]! + (path[0] === 'a' ? 1 : path[0] === 'b' ? 5 : 2),
    })),
    { fixed: ['intercept', 'z'], random: { school: { columns: ['intercept', 'x'] } } },
    { code: 'no-residual-variation', level: 'school' },
  ],
  ['as many columns as rows', good.slice(2, 5), undefined, { code: 'too-few-rows' }],
  ['no rows', [], undefined, { code: 'too-few-rows' }],
  [
    'one school',
    good.slice(0, 3).concat(changed(() => ({ path: ['a'] })).slice(3)),
    undefined,
    { code: 'too-few-groups', level: 'school' },
  ],
  [
    'schools of one student',
    changed((_, index) => ({ path: [`s${index}`] })),
    undefined,
    { code: 'not-identified', level: 'school' },
  ],
  [
    'as many slopes as rows',
    good,
    { random: { school: { columns: ['intercept', 'x', 'z'] } } },
    { code: 'not-identified' },
  ],
  [
    'a column that is not there',
    good,
    { fixed: ['intercept', 'age'] },
    { code: 'unknown-name', columns: ['age'] },
  ],
  ['no intercept', good, { fixed: ['x'] }, { code: 'unknown-name' }],
  [
    'a level that is not there',
    good,
    { random: { class: { columns: ['intercept'] } } },
    { code: 'unknown-name', level: 'class' },
  ],
])('refuses %s', (_, rows, options, expected) => {
  expect(fault(rows, options)).toMatchObject(expected);
});

it('names a random column that is constant, and levels that are one', () => {
  const constant = changed(({ values }) => ({ values: [values[0]!, 7] }));
  const options = { fixed: ['intercept', 'x'], random: { school: { columns: ['intercept', 'z'] } } };
  expect(fault(constant, options)).toMatchObject({ code: 'collinear-columns', columns: ['z', 'intercept'] });
  const twins = modelStatistics({
    levels: ['authority', 'school'],
    outcome: 'y',
    columns: ['x', 'z'],
    rows: good.map((row) => ({ ...row, path: [`of ${row.path[0]}`, ...row.path] })),
  });
  expect(() => fitMultilevel(twins)).toThrow(/one group of level school/);
});

it('takes schools of one student beside larger ones', () => {
  const fit = fitMultilevel(statisticsOf([...good, ...rowsOf([['d', 2, 2, 5]])]));
  expect(fit.effects[0]!.groups).toHaveLength(4);
});

it('refuses statistics that contradict themselves', () => {
  const statistics = statisticsOf(good);
  const [first, ...rest] = statistics.groups;
  for (const wrong of [
    { ...statistics, columns: ['x', 'z', 'intercept'] },
    { ...statistics, transform: statistics.transform.slice(1) },
    { ...statistics, groups: [first!, first!, ...rest] },
    { ...statistics, groups: [{ ...first!, products: first!.products.slice(1) }, ...rest] },
    { ...statistics, groups: [{ ...first!, products: first!.products.map(() => Number.NaN) }, ...rest] },
    { ...statistics, groups: [{ ...first!, path: [] }, ...rest] },
    {
      ...statistics,
      groups: [
        { ...first!, products: first!.products.map((value, cell) => (cell === 4 ? -1 : value)) },
        ...rest,
      ],
    },
  ]) {
    expect(() => fitMultilevel(wrong)).toThrow(ModelError);
  }
  expect(() => statisticsOf([...good, { path: ['e'], values: [1, Number.NaN], outcome: 3 }])).toThrow(
    /Row 9/,
  );
  expect(() => addGroupMeans(statistics, { columns: ['intercept'], level: 'school' })).toThrow(ModelError);
});
