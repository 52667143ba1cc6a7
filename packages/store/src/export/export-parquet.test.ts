import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Row, storedTables } from '@collegial/query';
import { expect, test } from 'vitest';
import { batch, mark } from '../__fixtures__/records.ts';
import { createFolders } from '../__fixtures__/stores.ts';
import { openStore } from '../open-store.ts';

const folder = createFolders();

async function filled(directory: string) {
  const store = await openStore({ path: ':memory:', directories: [directory] });
  await store.load(
    batch('Organisation', [
      { id: 'urn:1', kind: 'school', name: 'A', identifiers: ['urn:1'], latitude: 51.5 },
    ]),
  );
  await store.load(batch('Student', [{ id: 'a', linkKey: 'x' }]));
  await store.load(
    batch('AttendanceMark', [mark('e', '2024-08-30', 'AM', '/'), mark('e', '2024-09-02', 'PM', '??')]),
  );
  await store.refresh();
  return store;
}

test('an export read back equals the tables, partitions included', async () => {
  const root = folder();
  const store = await filled(root);
  const target = join(root, 'export');
  await store.exportParquet(target);
  for (const { name, columns } of storedTables()) {
    const exact = (type: string) => (type === 'BIGINT' ? 'varchar' : type);
    const list = columns
      .map((column) => `cast("${column.name}" as ${exact(column.type)}) as "${column.name}"`)
      .join(', ');
    const read = async (from: string): Promise<Row[]> =>
      await store.query({ text: `select ${list} from ${from} order by all`, parameters: [] });
    const files = `read_parquet('${target}/${name}/**/*.parquet', hive_partitioning = true)`;
    expect(await read(files), name).toEqual(await read(`data.${name}`));
  }
  expect(readdirSync(join(target, 'attendance_month')).sort()).toEqual([
    'academic_year=2023',
    'academic_year=2024',
  ]);
  const [column] = await store.query({
    text: `select distinct compression from parquet_metadata('${target}/student/data.parquet')`,
    parameters: [],
  });
  expect(column).toEqual({ compression: 'ZSTD' });
  await store.close();
});

test('a later export replaces an earlier one whole, also in a named directory itself', async () => {
  const root = join(folder(), 'export');
  const store = await filled(root);
  await store.exportParquet(root);
  await store.load(
    batch('AttendanceMark', [], {
      deletedKeys: [
        ['e', '2024-08-30', 'AM'],
        ['e', '2024-09-02', 'PM'],
      ],
    }),
  );
  await store.refresh();
  await store.exportParquet(root);
  expect(readdirSync(join(root, 'attendance_month'))).toEqual(['data.parquet']);
  expect(existsSync(`${root}.partial`) || existsSync(`${root}.earlier`)).toBe(false);
  await store.close();
});

test('an export goes nowhere else, and replaces nothing that is no export', async () => {
  const root = folder();
  const store = await filled(root);
  await expect(store.exportParquet(folder())).rejects.toMatchObject({ code: 'argument.invalid' });
  await expect(store.exportParquet(`${root}-beside`)).rejects.toMatchObject({ code: 'argument.invalid' });
  mkdirSync(join(root, 'precious'));
  writeFileSync(join(root, 'precious', 'thesis.txt'), 'mine');
  await expect(store.exportParquet(join(root, 'precious'))).rejects.toMatchObject({
    code: 'argument.invalid',
  });
  expect(readdirSync(join(root, 'precious'))).toEqual(['thesis.txt']);
  await store.close();
});
