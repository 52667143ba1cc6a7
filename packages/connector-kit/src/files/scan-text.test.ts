import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeZip } from '../__fixtures__/make-zip.ts';
import { readZip } from './read-zip.ts';
import { scanText } from './scan-text.ts';

const directory = mkdtempSync(join(tmpdir(), 'collegial-scan-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const sourceOf = (text: string, stamp?: string) => {
  const source = {
    name: 'a.csv',
    opened: 0,
    ...(stamp !== undefined && { stamp }),
    async *open() {
      source.opened += 1;
      yield new TextEncoder().encode(text);
    },
  };
  return source;
};

it('reads a file once for all its readers where a stamp tells its bytes, and anew where none does', async () => {
  const stamped = sourceOf('a,b\n1,2\n', 'scan-text 1');
  const plain = sourceOf('a,b\n1,2\n');
  const scan = await scanText(stamped);
  expect(await scanText(stamped)).toEqual(scan);
  expect(await scanText(plain)).toEqual(scan);
  await scanText(plain);
  expect([stamped.opened, plain.opened]).toEqual([1, 2]);
});

it('never takes other bytes, another encoding or a smaller limit for the same', async () => {
  const [one, other] = [sourceOf('a,b\n', 'scan-text 2'), sourceOf('ä,b\n', 'scan-text 3')];
  expect((await scanText(one)).fingerprint).not.toBe((await scanText(other)).fingerprint);
  expect((await scanText(other, { encoding: 'windows-1252' })).encoding).toBe('windows-1252');
  expect((await scanText(other)).encoding).toBe('utf-8');
  await expect(scanText(one, { maxBytes: 2 })).rejects.toMatchObject({ code: 'file.too-large' });
});

it('knows an archive that was written anew under the same name', async () => {
  const path = join(directory, 'a.zip');
  const found: (string | undefined)[] = [];
  const prints: string[] = [];
  for (const text of ['a,b\n1,2\n', 'a,b\n1,3\n']) {
    writeFileSync(path, makeZip([{ name: 'a.csv', content: Buffer.from(text) }]));
    const archive = await readZip({ path });
    const entry = archive.entry('a.csv');
    found.push(entry.stamp);
    prints.push((await scanText(entry)).fingerprint);
    archive.close();
  }
  expect(new Set(found).size).toBe(2);
  expect(new Set(prints).size).toBe(2);
});
