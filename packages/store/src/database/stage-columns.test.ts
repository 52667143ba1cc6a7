import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StagedColumn, stageColumns } from './stage-columns.ts';
import { createWriter, type Writer } from './writer.ts';

let instance: DuckDBInstance;
let writer: Writer;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  writer = createWriter(await instance.connect());
});
afterAll(() => {
  writer.connection.closeSync();
  instance.closeSync();
});

const staged = async (columns: readonly StagedColumn[]) => {
  await stageColumns(writer, 'given', columns);
  return await writer.rows('select * from given order by rowid');
};

test('columns are cast as they are taken, and one value in every row is that value', async () => {
  const columns: StagedColumn[] = [
    { name: 'id', values: ['a', 'b', 'c'] },
    { name: 'year', values: [7, null, 8], take: (text) => `cast(${text} as integer)` },
    { name: 'is', values: [true, true, true], take: (text) => `cast(${text} as boolean)` },
    { name: 'gone', values: [null, undefined, null] },
  ];
  expect(await staged(columns)).toEqual([
    ['a', 7, true, null],
    ['b', null, true, null],
    ['c', 8, true, null],
  ]);
});

test('a separator or the sign for nothing inside a text is a part of it', async () => {
  for (const odd of ['a\u001fb', '\u001f', '\u001e', '\u001e\u001f'])
    expect(
      await staged([
        { name: 'id', values: ['1', odd, '3'] },
        { name: 'other', values: [null, 'x', odd] },
      ]),
    ).toEqual([
      ['1', null],
      [odd, 'x'],
      ['3', odd],
    ]);
});

test('any texts arrive as they were, in their order', async () => {
  // A lone half of a character beyond the first plane is none in UTF-8.
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', '\u001e', '\u001f', 'a\u001fb', '\u0000', 'same', '\n', '"'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, fc.option(text), fc.option(fc.constant('same'))), { maxLength: 30 }),
      async (rows) => {
        const column = (index: 0 | 1 | 2) => rows.map((row) => row[index]);
        const columns = ([0, 1, 2] as const).map((index) => ({ name: `c${index}`, values: column(index) }));
        expect(await staged(columns)).toEqual(rows);
      },
    ),
    { numRuns: 100 },
  );
});
