import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CollegialError } from '@collegial/model';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { pagesOf } from './__fixtures__/read-stream.ts';
import { createFolders, writeParquet } from './__fixtures__/write-parquet.ts';

const folder = createFolders()();
const query = `select 'e' || i as id, 's' || (i % 50) as student_id, 'urn:1' as organisation_id, 'current' as status,
  date '2022-09-01' as entered_on, case when i % 3 = 0 then null else date '2023-07-01' end as left_on, (i % 7)::integer as year_group
  from range(400) t(i)`;
const whole: Record<string, Buffer> = {};
let count = 0;

beforeAll(async () => {
  for (const codec of ['zstd', 'snappy', 'uncompressed', 'gzip'])
    for (const version of ['V1', 'V2']) {
      const path = await writeParquet(
        join(folder, `${codec}-${version}.parquet`),
        query,
        `compression ${codec}, parquet_version ${version}`,
      );
      whole[`${codec} ${version}`] = readFileSync(path);
    }
});

/** What comes of bytes: the number of rows, or the code of the error. Anything else is thrown. */
async function outcomeOf(bytes: Uint8Array): Promise<number | string> {
  count += 1;
  const path = join(folder, `hostile-${count % 8}.parquet`);
  writeFileSync(path, bytes);
  try {
    const { pages } = await pagesOf({ files: { Enrolment: path } }, 'Enrolment');
    return pages.reduce((sum, { rows }) => sum + rows.length, 0);
  } catch (error) {
    if (CollegialError.isInstance(error)) return error.code;
    throw error;
  }
}

const file = (name = 'zstd V1') => Buffer.from(whole[name] as Buffer);

/** Numbers in the footer are written in groups of seven bits, halved and with the sign last. */
const zigzag = (value: bigint): number[] => {
  const bytes: number[] = [];
  for (let rest = value * 2n; ; rest >>= 7n) {
    if (rest < 128n) return [...bytes, Number(rest)];
    bytes.push(Number(rest & 127n) | 128);
  }
};

/** The file with a footer in which a run of bytes stands in place of another. */
function withFooter(from: readonly number[], to: readonly number[], bytes = file()): Buffer {
  const length = bytes.readUInt32LE(bytes.length - 8);
  const start = bytes.length - 8 - length;
  const footer = bytes.subarray(start, start + length);
  const at = footer.indexOf(Buffer.from(from));
  if (at < 0) throw new Error('the footer does not hold these bytes');
  const changed = Buffer.concat([footer.subarray(0, at), Buffer.from(to), footer.subarray(at + from.length)]);
  const tail = Buffer.alloc(8, 'PAR1');
  tail.writeUInt32LE(changed.length, 0);
  return Buffer.concat([bytes.subarray(0, start), changed, tail]);
}

const footerLength = (length: number) => {
  const bytes = file();
  bytes.writeUInt32LE(length, bytes.length - 8);
  return bytes;
};

describe('a file that is damaged or lies is refused by name, quickly', () => {
  it.each<[string, () => Buffer, string]>([
    ['empty', () => Buffer.alloc(0), 'file.empty'],
    ['one byte', () => Buffer.alloc(1), 'parquet.malformed'],
    ['only the magic number', () => Buffer.from('PAR1PAR1'), 'parquet.malformed'],
    ['a footer of no length', () => Buffer.from('PAR1\0\0\0\0PAR1'), 'parquet.malformed'],
    ['text', () => Buffer.from('id,student_id\n1,2\n'.repeat(50)), 'parquet.malformed'],
    [
      'a zip archive',
      () => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200)]),
      'parquet.malformed',
    ],
    ['encrypted', () => Buffer.concat([file().subarray(0, -4), Buffer.from('PARE')]), 'parquet.malformed'],
    ['cut in half', () => file().subarray(0, file().length / 2), 'parquet.malformed'],
    ['without its last byte', () => file().subarray(0, -1), 'parquet.malformed'],
    ['without its beginning', () => file().subarray(200), 'parquet.malformed'],
    ['a footer longer than the file', () => footerLength(0xff_ff_ff_ff), 'parquet.malformed'],
    ['a footer length of nothing', () => footerLength(0), 'parquet.malformed'],
    ['a footer that begins too late', () => footerLength(40), 'parquet.malformed'],
    [
      'a footer of 9 MiB',
      () =>
        Buffer.concat([
          Buffer.from('PAR1'),
          Buffer.alloc(9 * 2 ** 20),
          Buffer.from([0, 0, 0x90, 0]),
          Buffer.from('PAR1'),
        ]),
      'file.too-large',
    ],
    [
      'a schema that nests without end',
      () =>
        Buffer.concat([
          Buffer.from('PAR1'),
          Buffer.alloc(100_000, 0x1c),
          Buffer.from([0xa0, 0x86, 1, 0]),
          Buffer.from('PAR1'),
        ]),
      'parquet.malformed',
    ],
    [
      'a trillion rows',
      () => withFooter([0x16, ...zigzag(400n)], [0x16, ...zigzag(10n ** 12n)]),
      'parquet.malformed',
    ],
    [
      'fewer rows than its row groups',
      () => withFooter([0x16, ...zigzag(400n)], [0x16, ...zigzag(399n)]),
      'parquet.malformed',
    ],
  ])('%s', async (_, bytes, code) => {
    const hostile = bytes();
    const began = performance.now();
    expect(await outcomeOf(hostile)).toBe(code);
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('a row group of three million rows, before any memory is taken for it', async () => {
    const path = await writeParquet(
      join(folder, 'large.parquet'),
      `select 'a' as id from range(3000000)`,
      'row_group_size 4000000',
    );
    const began = performance.now();
    await expect(pagesOf({ files: { Student: path } }, 'Student')).rejects.toMatchObject({
      code: 'file.too-large',
    });
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('names the file and no path, and no value', async () => {
    const path = join(folder, 'secret-place.parquet');
    writeFileSync(path, file().subarray(0, -1));
    const error = (await pagesOf({ files: { Enrolment: path } }, 'Enrolment').catch(
      (thrown) => thrown,
    )) as Error;
    expect(error.message).toContain('secret-place.parquet');
    expect(error.message).not.toContain(folder);
  });
});

describe('whatever the bytes are', () => {
  it('every way of cutting a file short is noticed', async () => {
    const bytes = file('snappy V2');
    for (let length = 0; length < bytes.length; length += 7)
      expect(await outcomeOf(bytes.subarray(0, length))).toMatch(/^(parquet\.malformed|file\.empty)$/);
  });

  it('changed bytes give rows or a typed error, and never hang or crash', async () => {
    let slowest = 0;
    const names = Object.keys(whole);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.array(
          fc.tuple(
            fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
            fc.integer({ min: 0, max: 255 }),
          ),
          { minLength: 1, maxLength: 6 },
        ),
        async (name, changes) => {
          const bytes = file(name);
          for (const [place, byte] of changes) bytes[Math.floor(place * bytes.length)] = byte;
          const began = performance.now();
          const outcome = await outcomeOf(bytes);
          slowest = Math.max(slowest, performance.now() - began);
          expect([400, 'parquet.malformed', 'file.too-large']).toContain(outcome);
        },
      ),
      { numRuns: Number(process.env.COLLEGIAL_FUZZ_RUNS ?? 600) },
    );
    expect(slowest).toBeLessThan(2000);
  }, 600_000);
});
