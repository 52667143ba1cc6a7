import { join } from 'node:path';
import { gradeOf, gradeSchemes } from '@collegial/model';
import { identifier, sql } from '@collegial/query';
import { expect, test } from 'vitest';
import { batch, mark } from '../__fixtures__/records.ts';
import { createFolders, meddle } from '../__fixtures__/stores.ts';
import { openStore } from '../open-store.ts';

const folder = createFolders();
const older = "update bookkeeping.meta set value = 'earlier' where name = 'layout-hash'";

async function filled(): Promise<{ path: string; snapshot: string }> {
  const path = join(folder(), 'store.duckdb');
  const store = await openStore({ path });
  await store.load(batch('Student', [{ id: 'a', sex: 'F' }]));
  await store.load(batch('Class', [{ id: 'c', organisationId: 'urn:1', name: '7B' }]));
  await store.load(batch('AttendanceMark', [mark('e', '2024-09-02', 'AM', '/')]));
  await store.refresh();
  const snapshot = await store.snapshot();
  await store.close();
  return { path, snapshot };
}

test('a file of a newer version is refused', async () => {
  const { path } = await filled();
  await meddle(path, "update bookkeeping.meta set value = '99' where name = 'schema-version'");
  await expect(openStore({ path })).rejects.toMatchObject({ code: 'store.version' });
});

test('columns and tables that the model has gained are added, those it has dropped are dropped', async () => {
  const { path, snapshot } = await filled();
  await meddle(
    path,
    older,
    'alter table data.student drop column birth_year',
    'alter table data.organisation drop column status',
    'alter table data.class add column colour varchar',
    'drop table data.review',
    'drop table data.partnership',
    'drop table data.account_of_practice',
  );
  const store = await openStore({ path });
  expect(await store.query(sql`select sex, birth_year from student`)).toEqual([
    { sex: 'F', birth_year: null },
  ]);
  for (const table of ['review', 'partnership', 'account_of_practice'])
    expect(await store.query(sql`select * from ${identifier(table)}`)).toEqual([]);
  expect(await store.snapshot()).toBe(snapshot);
  await store.load(batch('Student', [{ id: 'a', sex: 'F', birthYear: 2010 }], { run: 'run-2' }));
  expect(await store.query(sql`select birth_year from student`)).toEqual([{ birth_year: 2010 }]);
  const columns = await store.query(
    sql`select column_name from duckdb_columns() where table_name = 'class' and column_name = 'colour'`,
  );
  expect(columns).toEqual([]);
  await store.close();
});

test('a column that must have a value gets the default of its field', async () => {
  const path = join(folder(), 'store.duckdb');
  const first = await openStore({ path });
  await first.load(batch('Organisation', [{ id: 'urn:1', kind: 'school', name: 'A' }]));
  await first.close();
  await meddle(
    path,
    older,
    'alter table data.organisation drop column status',
    'alter table data.organisation drop column identifiers',
  );
  const store = await openStore({ path });
  expect(await store.query(sql`select status, identifiers from organisation`)).toEqual([
    { status: 'open', identifiers: [] },
  ]);
  await store.close();
});

test('a column of another type is refused, and the file is left as it was', async () => {
  const { path, snapshot } = await filled();
  await meddle(
    path,
    older,
    'drop view main.student_year',
    'alter table data.student alter column birth_year type varchar',
    'alter table data.student drop column sex',
  );
  for (let attempt = 0; attempt < 2; attempt++)
    await expect(openStore({ path })).rejects.toMatchObject({
      code: 'store.layout-changed',
      message: expect.stringContaining('birth_year'),
    });
  await meddle(path, 'alter table data.student alter column birth_year type integer');
  const store = await openStore({ path });
  expect(await store.snapshot()).not.toBe(snapshot);
  await store.close();
});

test('a new column without a default is refused', async () => {
  const { path } = await filled();
  await meddle(path, older, 'alter table data.class drop column name');
  await expect(openStore({ path })).rejects.toMatchObject({ code: 'store.layout-changed' });
});

test('checksums are computed anew for another version of the engine, to the same id', async () => {
  const { path, snapshot } = await filled();
  await meddle(
    path,
    "update bookkeeping.meta set value = 'v0.1' where name = 'engine-version'",
    'delete from bookkeeping.content',
  );
  const store = await openStore({ path });
  expect(await store.snapshot()).toBe(snapshot);
  await store.close();
});

test('every grade of every scheme is there, in every spelling, with what it counts for', async () => {
  const store = await openStore({ path: ':memory:' });
  const rows = await store.query<{
    grade_scheme: string;
    grade: string;
    points: number;
    pass: boolean;
    good_pass: boolean;
  }>(sql`select * from data.grade`);
  for (const row of rows) {
    const scheme = gradeSchemes.find(({ id }) => id === row.grade_scheme);
    const grade = scheme && gradeOf(scheme, row.grade);
    expect([row.points, row.pass]).toEqual([grade?.points, grade?.pass]);
  }
  const good = async (scheme: string) =>
    (
      await store.query<{ grade: string }>(
        sql`select grade from data.grade where grade_scheme = ${scheme} and good_pass order by rank`,
      )
    ).map(({ grade }) => grade);
  expect(await good('gcse-9-1')).toEqual(['4', '5', '6', '7', '8', '9']);
  expect(await good('gcse-a-star-u')).toEqual(['C', 'B', 'A', 'A*']);
  expect((await good('ks2-scaled-score')).length).toBe(21);
  await store.close();
});

test('a file of version 1, which wrote four texts with each key that a run met, keeps them', async () => {
  const path = join(folder(), 'store.duckdb');
  const first = await openStore({ path });
  const tracked = { run: '1', trackSeen: true } as const;
  await first.load(batch('Student', [{ id: 'a' }, { id: 'b' }], tracked));
  await first.load(batch('Student', [{ id: 'b' }], { ...tracked, stream: 'leavers' }));
  await first.close();
  await meddle(
    path,
    "update bookkeeping.meta set value = '1' where name = 'schema-version'",
    `create table bookkeeping.seen_by_text as select source, stream, entity, run, key
      from bookkeeping.seen join bookkeeping.stream_run using (run_no)`,
    'drop table bookkeeping.seen',
    'drop table bookkeeping.stream_run',
    'alter table bookkeeping.seen_by_text rename to seen',
  );
  const store = await openStore({ path });
  const second = { run: '2', trackSeen: true } as const;
  await store.load(batch('Student', [{ id: 'c' }], second));
  const student = { source: 'mis', stream: 'student', entity: 'Student', run: '2', maxShare: 1 } as const;
  expect(await store.deleteUnseen(student)).toEqual({ deleted: 1 });
  expect(await store.query(sql`select id from student order by id`)).toEqual([{ id: 'b' }, { id: 'c' }]);
  await store.close();
});
