import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { sql } from '@collegial/query';
import { expect, test } from 'vitest';
import { batch } from './__fixtures__/records.ts';
import { createFolders, meddle } from './__fixtures__/stores.ts';
import { openStore } from './open-store.ts';

const folder = createFolders();
const file = () => join(folder(), 'store.duckdb');

test('what was loaded is there when the store is opened again', async () => {
  const path = file();
  const first = await openStore({ path, tenant: 'north' });
  await first.load(batch('SchoolGroup', [{ id: 'g', name: 'Hillside' }]));
  const id = await first.snapshot();
  await first.close();
  await first.close();
  const second = await openStore({ path });
  expect(await second.query(sql`select name from school_group`)).toEqual([{ name: 'Hillside' }]);
  expect(await second.snapshot()).toBe(id);
  expect(second.tenant).toBe('north');
  await second.close();
});

test('a closed store refuses work', async () => {
  const store = await openStore({ path: ':memory:' });
  await store.close();
  await expect(store.query(sql`select 1`)).rejects.toMatchObject({ code: 'store.query-failed' });
  await expect(store.load(batch('SchoolGroup', []))).rejects.toThrow('has been closed');
});

test('one file is open once in a process, by whatever name', async () => {
  const directory = folder();
  const store = await openStore({ path: join(directory, 'store.duckdb') });
  const again = openStore({ path: join(directory, '..', directory.split('/').at(-1) ?? '', 'store.duckdb') });
  await expect(again).rejects.toMatchObject({ code: 'store.open-failed' });
  await store.close();
  await (await openStore({ path: join(directory, 'store.duckdb') })).close();
});

test('a file that another process holds is refused, with what to do', async () => {
  const path = file();
  const store = await openStore({ path });
  const script = `
    const { DuckDBInstance } = await import('@duckdb/node-api');
    await DuckDBInstance.create(${JSON.stringify(path)}).then(() => console.log('opened'), () => console.log('refused'));`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(run.stdout.trim()).toBe('refused');
  await store.close();

  const holder = `
    const { DuckDBInstance } = await import('@duckdb/node-api');
    await DuckDBInstance.create(${JSON.stringify(path)});
    console.log('held'); setInterval(() => {}, 1000);`;
  const { spawn } = await import('node:child_process');
  const child = spawn(process.execPath, ['--input-type=module', '-e', holder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await expect(openStore({ path })).rejects.toMatchObject({
    code: 'store.open-failed',
    fix: expect.stringContaining('no other process'),
    message: expect.stringContaining(String(child.pid)),
  });
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  await (await openStore({ path })).close();
});

test('a file of another tenant, or of no store, is refused', async () => {
  const path = file();
  await (await openStore({ path, tenant: 'north' })).close();
  await expect(openStore({ path, tenant: 'south' })).rejects.toThrow('another tenant');
  const other = file();
  await meddle(other, 'create table something (a integer)');
  await expect(openStore({ path: other })).rejects.toMatchObject({ code: 'store.open-failed' });
  await expect(openStore({ path: join(folder(), 'no', 'such', 'store.duckdb') })).rejects.toMatchObject({
    code: 'store.open-failed',
  });
});

test('options that make no sense are refused', async () => {
  await expect(openStore({ path: ':memory:', threads: 0 })).rejects.toMatchObject({
    code: 'argument.invalid',
  });
  await expect(openStore({ path: ':memory:', memoryLimit: 'plenty' })).rejects.toMatchObject({
    code: 'argument.invalid',
  });
});

test('the database reaches no file but its own, loads nothing and cannot be unlocked', async () => {
  const store = await openStore({
    path: ':memory:',
    threads: 1,
    memoryLimit: '300MB',
    directories: ['/nowhere'],
  });
  const outside = store.query(sql`select * from read_text('/etc/hostname')`);
  await expect(outside).rejects.toThrow('Permission');
  await expect(store.query(sql`set threads = 4`)).rejects.toThrow('may only read');
  const settings = await store.query<{ name: string; value: string }>(
    sql`select name, value from duckdb_settings() where name in ('threads', 'enable_external_access', 'lock_configuration', 'autoload_known_extensions', 'disabled_optimizers') order by name`,
  );
  expect(settings.map(({ value }) => value)).toEqual([
    'false',
    'top_n_window_elimination',
    'false',
    'true',
    '1',
  ]);
  await store.close();
});

test('due roll-ups are caught up on when a store is opened', async () => {
  const path = file();
  const store = await openStore({ path });
  await store.load(
    batch('AttendanceMark', [
      { enrolmentId: 'e', organisationId: 'urn:1', date: '2024-09-02', session: 'AM', code: '/' },
    ]),
  );
  await store.close();
  const again = await openStore({ path });
  expect(await again.query(sql`select possible from attendance_year`)).toEqual([{ possible: 1 }]);
  await again.close();
});
