import { expect, it } from 'vitest';
import { columnMeans } from './column-means.ts';
import { modelStatistics } from './from-rows.ts';

it('means of columns come from the sums, on the scale of the data, weighted where rows are', () => {
  const rows = [
    { path: ['ash'], values: [1_000_003, -2], outcome: 4, weight: 1 },
    { path: ['ash'], values: [1_000_005, 0], outcome: 5, weight: 1 },
    { path: ['elm'], values: [1_000_010, 2], outcome: 7, weight: 2 },
  ];
  const statistics = { levels: ['school'], outcome: 'points', columns: ['prior', 'other'] };
  const plain = columnMeans(
    modelStatistics({ ...statistics, rows: rows.map(({ weight: _, ...row }) => row) }),
  );
  expect(plain.intercept).toBe(1);
  expect(plain.prior).toBeCloseTo(1_000_006, 6);
  expect(plain.other).toBeCloseTo(0, 12);
  const weighted = columnMeans(modelStatistics({ ...statistics, rows }));
  expect(weighted.prior).toBeCloseTo(1_000_007, 6);
  expect(weighted.other).toBeCloseTo(0.5, 12);
});
