import { tableLayouts } from '@collegial/model';
import { expect, test } from 'vitest';
import { storedTables } from './stored-tables.ts';

const tables = storedTables();

test('every entity has a table, and no name or column is there twice', () => {
  const names = tables.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { table } of tableLayouts()) expect(names).toContain(table);
  for (const { name, columns } of tables)
    expect(new Set(columns.map((column) => column.name)).size, name).toBe(columns.length);
});

test('rows of an entity say where they come from; students have a record key', () => {
  const student = tables.find(({ name }) => name === 'student');
  expect(student?.columns.slice(-4).map(({ name }) => name)).toEqual([
    'record_key',
    'source_id',
    'run_id',
    'shadowed',
  ]);
});

test('marks are kept as integers, in place of the table of their entity', () => {
  const mark = tables.find(({ name }) => name === 'attendance_mark');
  expect(mark?.layout).toBeUndefined();
  expect(mark?.columns.some(({ type }) => type === 'VARCHAR')).toBe(false);
});

test('a partition column is one of its table', () => {
  for (const { name, partition, columns } of tables)
    if (partition !== undefined)
      expect(
        columns.map((column) => column.name),
        name,
      ).toContain(partition);
});
