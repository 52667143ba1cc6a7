import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createWorkFiles, workDirectory } from './work-file.ts';

const directory = mkdtempSync(join(tmpdir(), 'collegial-work-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
let stores = 0;
const newStore = () => {
  stores += 1;
  return join(directory, `${stores}.duckdb`);
};

/** A file that counts how often it is unpacked. */
const fileOf = (text: string, stamp?: string) => {
  const file = {
    opened: 0,
    ...(stamp !== undefined && { stamp }),
    async *bytes() {
      file.opened += 1;
      yield new TextEncoder().encode(text);
    },
  };
  return file;
};
const texts = async (paths: readonly string[]) => paths.map((path) => readFileSync(path, 'utf8'));

test('a file is removed after its use, also when that fails', async () => {
  const store = newStore();
  const files = createWorkFiles(store);
  expect(await files.use([fileOf('a'), fileOf('b')], undefined, texts)).toEqual(['a', 'b']);
  expect(readdirSync(workDirectory(store))).toEqual([]);
  await expect(files.use([fileOf('a')], undefined, () => Promise.reject(new Error('no')))).rejects.toThrow(
    'no',
  );
  expect(readdirSync(workDirectory(store))).toEqual([]);
});

test('one whose bytes are known stays for the next use, and no longer than the use after', async () => {
  const store = newStore();
  const files = createWorkFiles(store);
  const [users, roles] = [fileOf('users', '1'), fileOf('roles', '2')];
  expect(await files.use([users, roles], undefined, texts)).toEqual(['users', 'roles']);
  expect(await files.use([users], undefined, texts)).toEqual(['users']);
  expect(readdirSync(workDirectory(store))).toHaveLength(1);
  expect(await files.use([fileOf('other users', '3')], undefined, texts)).toEqual(['other users']);
  expect(await files.use([users], undefined, texts)).toEqual(['users']);
  expect([users.opened, roles.opened]).toEqual([2, 1]);
  await files.clear();
  expect(readdirSync(workDirectory(store))).toEqual([]);
});

test('one that could not be unpacked to its end does not stay', async () => {
  const store = newStore();
  const files = createWorkFiles(store);
  const broken = {
    stamp: '1',
    async *bytes() {
      yield new TextEncoder().encode('half of');
      throw new Error('damaged');
    },
  };
  await expect(files.use([broken], undefined, texts)).rejects.toThrow('damaged');
  expect(readdirSync(workDirectory(store))).toEqual([]);
  expect(await files.use([fileOf('all of it', '1')], undefined, texts)).toEqual(['all of it']);
});
