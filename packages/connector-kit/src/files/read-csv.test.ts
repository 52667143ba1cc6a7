import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CollegialError } from '@collegial/model';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outcomeOf } from '../contract/mapped.ts';
import { type CsvOptions, type CsvRow, openCsv } from './open-csv.ts';
import { readCsv } from './read-csv.ts';
import { readTextFile } from './read-text-file.ts';

async function read(text: string | Uint8Array, options: Partial<CsvOptions> = {}): Promise<CsvRow[]> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const rows: CsvRow[] = [];
  for await (const row of readCsv({ name: 'a.csv', bytes, ...options } as CsvOptions)) rows.push(row);
  return rows;
}

const good = (rows: CsvRow[]) => rows.filter((row) => outcomeOf(row.values) === undefined);
const bad = (rows: CsvRow[]) => rows.filter((row) => outcomeOf(row.values) !== undefined);

async function errorOf(work: Promise<unknown>): Promise<CollegialError> {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (CollegialError.isInstance(error)) return error;
  throw new Error(`no CollegialError: ${error}`);
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csv-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('encodings', () => {
  const text = 'URN,Name\n1,St Zoë’s – Ærøskøbing\n';
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['utf-16le', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['windows-1252', iconv.encode(text, 'win1252')],
  ])('%s is found and read', async (encoding, bytes) => {
    const file = await openCsv({ name: 'a.csv', bytes });
    expect(file.encoding).toBe(encoding);
    expect(file.headings).toEqual(['URN', 'Name']);
    expect((await read(bytes))[0]?.values).toEqual(
      Object.assign(Object.create(null), { URN: '1', Name: 'St Zoë’s – Ærøskøbing' }),
    );
    expect((await readTextFile({ name: 'a.txt', bytes })).text).toBe(text);
  });

  it('is windows-1252 when the one byte that shows it is far down, across chunks', async () => {
    const path = join(folder, 'late.csv');
    const body = `Name\n${'plain name\n'.repeat(80_000)}`;
    await writeFile(path, Buffer.concat([Buffer.from(body), Buffer.from([0x5a, 0x6f, 0xeb, 0x0a])]));
    const file = await openCsv({ path });
    expect(file.encoding).toBe('windows-1252');
    let last: CsvRow | undefined;
    for await (const group of file.groups()) last = group.at(-1);
    expect(last).toMatchObject({ line: 80_002, row: 80_001, values: { Name: 'Zoë' } });
  });

  it('keeps characters that lie across chunks', async () => {
    const path = join(folder, 'wide.csv');
    await writeFile(path, `Name\n${'aé€😀\n'.repeat(60_000)}`);
    const file = await openCsv({ path });
    expect(file.encoding).toBe('utf-8');
    const names = new Set<string | undefined>();
    for await (const group of file.groups())
      for (const row of group) names.add((row.values as { Name: string }).Name);
    expect([...names]).toEqual(['aé€😀']);
  });

  it('refuses what is no text, and UTF-8 that is none', async () => {
    expect((await errorOf(read(Buffer.from([0x50, 0x4b, 0, 1, 2])))).code).toBe('file.encoding');
    expect((await errorOf(read(Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xeb, 0x62])))).code).toBe(
      'file.encoding',
    );
  });
});

describe('files', () => {
  it('that are empty, too large or absent are named', async () => {
    expect((await errorOf(read(''))).code).toBe('file.empty');
    expect((await errorOf(read(Buffer.from([0xef, 0xbb, 0xbf])))).code).toBe('file.empty');
    expect((await errorOf(read('a\n1\n', { maxBytes: 3 }))).code).toBe('file.too-large');
    const absent = await errorOf(openCsv({ path: join(folder, 'absent.csv') }));
    expect(absent.code).toBe('file.not-found');
    expect(absent.message).toContain('absent.csv');
    expect(absent.message).not.toContain(folder);
  });

  it('with a heading alone have no rows', async () => {
    expect(await read('URN,Name\r\n')).toEqual([]);
  });

  it('come from streams too', async () => {
    async function* stream() {
      yield Buffer.from('a,b\n1');
      yield Buffer.from(',2\n');
    }
    const rows: CsvRow[] = [];
    for await (const row of readCsv({ name: 'a.csv', stream: stream() })) rows.push(row);
    expect(rows).toMatchObject([{ line: 2, row: 1, values: { a: '1', b: '2' } }]);
  });
});

describe('columns', () => {
  const columns = {
    urn: 'URN',
    name: ['EstablishmentName', 'School name'],
    la: { names: ['LA', 'LEA'], required: false },
  };

  it('are known under several headings, whatever their case', async () => {
    const bytes = Buffer.from('urn, School Name ,extra\n1,Hill,x\n');
    const file = await openCsv({ name: 'a.csv', bytes, columns });
    expect(file.unknown).toEqual(['extra']);
    expect(file.absent).toEqual(['la']);
    expect((await read(bytes, { columns }))[0]?.values).toEqual(
      Object.assign(Object.create(null), { urn: '1', name: 'Hill' }),
    );
  });

  it('that are missing are named with what was found', async () => {
    const error = await errorOf(read('URN,Head\n1,x\n', { columns }));
    expect(error.code).toBe('csv.missing-column');
    expect(error.message).toContain('“EstablishmentName” (also known as “School name”)');
    expect(error.message).toContain('“Head”');
  });

  it('cannot reach the prototype of anything', async () => {
    const [row] = await read('__proto__,constructor,toString\na,b,c\n');
    expect(Object.keys(row?.values ?? {})).toEqual(['__proto__', 'constructor', 'toString']);
    expect(row?.values).toMatchObject({ toString: 'c' });
    const [plain] = await read('a\n1\n');
    for (const inherited of ['toString', 'constructor', '__proto__', 'hasOwnProperty'])
      expect(Reflect.has(plain?.values ?? {}, inherited)).toBe(false);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('rows', () => {
  it('keep quoted line breaks, and their lines stay right after them', async () => {
    const rows = await read('a,b\r\n"x\r\ny",1\r\n\r\n"q ""r""",2\r\n"u\n\n\nv",3\r\nw,4\r\n');
    expect(rows.map(({ line, row, values }) => [line, row, (values as { a: string }).a])).toEqual([
      [2, 1, 'x\r\ny'],
      [5, 2, 'q "r"'],
      [6, 3, 'u\n\n\nv'],
      [10, 4, 'w'],
    ]);
  });

  it.each([';', '\t', '|'])('may be divided by %j', async (delimiter) => {
    const text = `"a, or, x"${delimiter}b\n1${delimiter}2\n`;
    expect((await read(text))[0]?.values).toMatchObject({ b: '2' });
  });

  it('with old Macintosh line ends are read', async () => {
    expect((await read('a,b\r1,2\r3,4\r')).map((row) => row.line)).toEqual([2, 3]);
  });

  it('with too few or too many fields are set aside with their lines', async () => {
    const rows = await read('a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n,,\n1,2,3');
    expect(good(rows).map((row) => row.line)).toEqual([2, 5, 7]);
    expect(bad(rows).map((row) => [row.line, row.row])).toEqual([
      [3, 2],
      [4, 3],
    ]);
    expect(bad(rows)[0]?.values).toMatchObject({
      code: 'csv.malformed',
      reason: 'The row has 2 fields, the heading 3.',
    });
  });

  it('after a quote that is never closed are read all the same', async () => {
    const rows = await read('a,b\n1,x\n2,"open\n3,y\n4,z\n');
    expect(good(rows).map((row) => row.line)).toEqual([2, 4, 5]);
    expect(bad(rows)).toMatchObject([{ line: 3, row: 2, values: { code: 'csv.malformed' } }]);
  });

  it('after a quote closed by another row are read all the same', async () => {
    const rows = await read('a,b\n1,"open\n2,"fine"\n3,no "quote" here\n4,z\n');
    expect(good(rows).map((row) => row.line)).toEqual([3, 5]);
    expect(bad(rows).map((row) => row.line)).toEqual([2, 4]);
  });

  it('longer than the limit are set aside without holding up the rest', async () => {
    const rows = await read(`a,b\n1,x\n2,${'y'.repeat(5000)}\n3,"${'z\n'.repeat(5000)}\n4,w\n`, {
      maxRowLength: 2000,
    });
    expect(bad(rows)[0]).toMatchObject({ line: 3, values: { code: 'csv.malformed' } });
    expect(good(rows).map((row) => (row.values as { a: string }).a)).toEqual(['1', '4']);
  });

  it('are what csv-parse reads, for any well-formed text (oracle)', async () => {
    const unit = fc.constantFrom('a', 'é', ' ', ',', '"', '\n', '\r\n', '\r', '😀');
    const quoted = fc.string({ unit, maxLength: 8 }).map((value) => `"${value.replaceAll('"', '""')}"`);
    const plain = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '1'), maxLength: 5 });
    const line = fc
      .array(fc.oneof(plain, quoted), { minLength: 3, maxLength: 3 })
      .map((values) => `1,${values.join(',')}`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 20 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        async (lines, end, last) => {
          const text = `a,b,c,d${end}${lines.join(end)}${last ? end : ''}`;
          const expected = parse(text, { columns: true, record_delimiter: end, skip_empty_lines: true });
          expect((await read(text)).map((row) => ({ ...row.values }))).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are the same however the text is cut into pieces', async () => {
    const bytes = Buffer.from('a,b\r\n"x\r\n""y""",1\r\n2,"open\r\n3,é😀\r\n"z",4');
    const whole = await read(bytes);
    expect(whole).toHaveLength(4);
    for (let size = 1; size < 12; size += 1) {
      const count = Math.ceil(bytes.length / size);
      const pieces = Array.from({ length: count }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      const rows: CsvRow[] = [];
      const open = async function* () {
        yield* pieces;
      };
      for await (const row of readCsv({ name: 'a.csv', open })) rows.push(row);
      expect(rows).toEqual(whole);
    }
  });

  it('are malformed by the thousand before reading stops', async () => {
    const error = await errorOf(read(`a,b\n${'1,"x"y\n'.repeat(10_001)}`));
    expect(error.code).toBe('csv.malformed');
  });

  it('are each told once, with one broken row anywhere (property)', async () => {
    const field = fc.string({
      unit: fc.constantFrom('a', 'é', ' ', ',', '"', '\n', '\r\n', '😀'),
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        async (table, at) => {
          const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
          const line = (values: readonly string[]) => values.map(quote).join(',');
          const lines = [
            'a,b',
            ...table.map((values, index) => line([`${index}${values[0]}`, values[1] as string])),
          ];
          const whole = await read(lines.join('\n'));
          expect(whole.map((row) => row.values)).toMatchObject(
            table.map(([a, b], index) => ({ a: `${index}${a}`, b })),
          );
          let expectedLine = 2;
          for (const [index, text] of lines.slice(1).entries()) {
            expect(whole[index]?.line).toBe(expectedLine);
            expectedLine += text.split('\n').length;
          }
          const place = 1 + (at % lines.length);
          const broken = [...lines.slice(0, place), 'x,y,z', ...lines.slice(place)];
          const rows = await read(broken.join('\n'));
          expect(good(rows).map((row) => row.values)).toEqual(whole.map((row) => row.values));
          expect(bad(rows)).toHaveLength(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});
