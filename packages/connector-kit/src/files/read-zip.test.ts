import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CollegialError } from '@collegial/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeZip } from '../__fixtures__/make-zip.ts';
import { collect } from './byte-source.ts';
import { readCsv } from './read-csv.ts';
import { readZip, type ZipOptions } from './read-zip.ts';

const csv = Buffer.from('urn,name\n1,Hill\n2,Dale\n');
const zip = makeZip([
  { name: 'data/', content: Buffer.alloc(0) },
  { name: 'data/schools.csv', content: csv },
  { name: 'read me.txt', content: Buffer.from('hello') },
]);

const open = (bytes: Uint8Array, options?: ZipOptions) => readZip({ name: 'a.zip', bytes }, options);

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error) => (CollegialError.isInstance(error) ? error.code : `other: ${error}`),
  );
}

async function readAll(bytes: Uint8Array): Promise<Buffer[]> {
  const archive = await open(bytes);
  const read: Buffer[] = [];
  for (const entry of archive.entries) read.push(await collect(entry.open(), entry.name));
  return read;
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zip-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('readZip', () => {
  it('lists files, and reads a CSV inside as a stream, as often as asked', async () => {
    const path = join(folder, 'a.zip');
    await writeFile(path, zip);
    const archive = await readZip({ path }, { expected: ['data/schools.csv'] });
    expect(archive.entries.map((entry) => [entry.path, entry.bytes])).toEqual([
      ['data/schools.csv', csv.length],
      ['read me.txt', 5],
    ]);
    for (let time = 0; time < 2; time += 1) {
      const names: unknown[] = [];
      for await (const { line, values } of readCsv(archive.entry('data/schools.csv')))
        names.push([line, (values as { name: string }).name]);
      expect(names).toEqual([
        [2, 'Hill'],
        [3, 'Dale'],
      ]);
    }
    archive.close();
  });

  it('names what is there when an expected entry is not', async () => {
    const error = await open(zip, { expected: ['schools.csv'] }).catch(
      (caught: unknown) => caught as CollegialError,
    );
    expect(error).toMatchObject({ code: 'file.not-found' });
    expect((error as CollegialError).message).toContain('“data/schools.csv”');
    expect(await codeOf(readZip({ path: join(folder, 'absent.zip') }))).toBe('file.not-found');
  });

  it.each(['../evil.csv', 'a/../../evil.csv', '/etc/evil.csv', 'C:\\evil.csv', 'a\\..\\evil.csv'])(
    'refuses the name %s',
    async (name) => {
      expect(await codeOf(open(makeZip([{ name, content: csv }])))).toBe('zip.refused');
    },
  );

  it('refuses bombs, crowds and doubles', async () => {
    const zeros = Buffer.alloc(8 * 1024 ** 2);
    expect(await codeOf(open(makeZip([{ name: 'a', content: zeros }])))).toBe('zip.refused');
    expect(
      await codeOf(open(makeZip([{ name: 'a', content: zeros }]), { maxRatio: 2000, maxEntryBytes: 1024 })),
    ).toBe('file.too-large');
    expect(await codeOf(open(zip, { maxBytes: 10 }))).toBe('file.too-large');
    expect(await codeOf(open(zip, { maxEntries: 1 }))).toBe('zip.refused');
    expect(
      await codeOf(
        open(
          makeZip([
            { name: 'a', content: csv },
            { name: 'a', content: csv },
          ]),
        ),
      ),
    ).toBe('zip.refused');
  });

  it('notices an entry that is larger than it claims while it unpacks', async () => {
    const lying = makeZip([{ name: 'a', content: Buffer.alloc(8 * 1024 ** 2), claimedSize: 1000 }]);
    expect(await codeOf(readAll(lying))).toBe('zip.malformed');
  });

  it('notices damage by the check sum', async () => {
    expect(await codeOf(readAll(makeZip([{ name: 'a', content: csv, claimedCrc: 1 }])))).toBe(
      'zip.malformed',
    );
  });

  it('cut short anywhere, or not a zip archive, is zip.malformed', async () => {
    for (let size = 0; size < zip.length; size += 7)
      expect(await codeOf(readAll(zip.subarray(0, size)))).toBe('zip.malformed');
    expect(await codeOf(open(Buffer.from('<html>not found</html>')))).toBe('zip.malformed');
  });

  it('with any one byte changed gives the same content or a typed error', async () => {
    const expected = Buffer.concat(await readAll(zip));
    for (let at = 0; at < zip.length; at += 1) {
      const changed = Buffer.from(zip);
      changed[at] = (changed[at] as number) ^ 0xff;
      const outcome = await readAll(changed).then(
        (read) => Buffer.concat(read).equals(expected),
        (error: unknown) => CollegialError.isInstance(error),
      );
      expect([at, outcome]).toEqual([at, true]);
    }
  });
});
