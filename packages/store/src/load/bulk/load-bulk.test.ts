import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BulkBatch, BulkRead, BulkResult, ClassEnrolment, LoadBatch } from '@collegial/model';
import { sql } from '@collegial/query';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../open-store.ts';
import type { Store } from '../../store.ts';

const directory = mkdtempSync(join(tmpdir(), 'collegial-bulk-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const heading = 'id,status,class,user,role,begin,end\n';
const sound = [
  'e1,,c1,u1,student,2025-09-01,',
  'e2,active,c1,u2, Student ,2025-09-01T00:00:00Z,2026-07-18',
  '"e3",,"c,2",u1,STUDENT,,',
].join('\n');

const read = (text: string | Uint8Array): BulkRead => ({
  file: 'enrollments.csv',
  async *bytes() {
    yield typeof text === 'string' ? new TextEncoder().encode(text) : text;
  },
  required: ['id', 'class', 'user', 'role'],
  unsuited: [{ column: 'user', isLongerThan: 20 }],
  outcomes: [
    { when: { column: 'status', isOneOf: ['odd'] }, reject: 'Its status is odd.', field: 'status' },
    { when: { not: { column: 'role', isOneOf: ['student'] } }, skip: 'no student' },
    {
      when: { value: { day: { column: 'end' } }, isBefore: { day: { column: 'begin' } } },
      reject: 'The end lies before the beginning.',
      field: 'end',
    },
  ],
  known: [{ column: 'role', words: ['student', 'teacher'] }],
  fields: {
    id: { join: [{ constant: 'or:' }, { column: 'id' }] },
    classId: { join: [{ constant: 'or:' }, { column: 'class' }] },
    studentId: { pseudonym: 'student', of: { join: [{ constant: 'or:' }, { column: 'user' }] } },
    validFrom: { day: { column: 'begin' } },
    validTo: { dayBefore: { day: { column: 'end' } } },
  },
});

const pseudonym = (kind: string, value: string) => `<${kind} ${value}>`;

const batch = (text: string | Uint8Array, given: Partial<BulkBatch> = {}): BulkBatch => ({
  source: 'or',
  stream: 'class-students',
  entity: 'ClassEnrolment',
  run: '1',
  read: read(text),
  trackSeen: true,
  pseudonyms: (kind, values) => values.map((value) => pseudonym(kind, value)),
  keyFingerprint: () => undefined,
  cursorVersion: 0,
  ...given,
});

let stores = 0;
async function withStore<Result>(use: (store: Store) => Promise<Result>): Promise<Result> {
  stores += 1;
  const path = join(directory, `${stores}.duckdb`);
  const store = await openStore({ path, threads: 2 });
  try {
    return await use(store);
  } finally {
    await store.close();
    expect(readdirSync(directory).filter((name) => name.includes('.bulk'))).toEqual([]);
  }
}

const bulk = async (store: Store, given: BulkBatch) => (await store.loadBulk?.(given)) as BulkResult;
const ids = async (store: Store) =>
  (await store.query<{ id: string }>(sql`select id from class_enrolment order by id`)).map(({ id }) => id);

const byHand: ClassEnrolment[] = [
  ['or:e1', 'or:c1', 'u1', '2025-09-01', null],
  ['or:e2', 'or:c1', 'u2', '2025-09-01', '2026-07-17'],
  ['or:e3', 'or:c,2', 'u1', null, null],
].map(
  ([id, classId, user, validFrom, validTo]) =>
    ({ id, classId, studentId: pseudonym('student', `or:${user}`), validFrom, validTo }) as ClassEnrolment,
);

describe('a file loaded in bulk', () => {
  it('gives what its records give one by one', async () => {
    const inBulk = await withStore(async (store) => {
      expect(await bulk(store, batch(heading + sound))).toMatchObject({
        rows: 3,
        loaded: 3,
        unchanged: 0,
        duplicate: 0,
        quarantined: [],
        drift: {},
        unmapped: [],
      });
      return await store.snapshot();
    });
    const oneByOne = await withStore(async (store) => {
      const load: LoadBatch<'ClassEnrolment'> = {
        source: 'or',
        stream: 'class-students',
        entity: 'ClassEnrolment',
        run: '1',
        records: byHand,
        deletedKeys: [],
        quarantined: [],
        checkpoint: { cursor: null, cursorVersion: 0, run: '1', complete: true, counts: {} },
      };
      await store.load(load);
      return await store.snapshot();
    });
    expect(inBulk).toBe(oneByOne);
  });

  it('sets aside, passes over and counts what is no record, and every row is accounted for', async () => {
    const faulty = [
      ',,c1,u3,student,,', // no id
      'e4,odd,c1,u3,student,,', // refused by its status
      'e5,,c1,u4,teacher,,', // passed over
      'e6,,c1,u5,student,yesterday,', // begins on no day
      'e1,,c9,u1,student,2025-09-01,', // again, and the last counts
      'e7,,c1,,student,,', // nobody
      'e8,,c1,u1,student,2026-01-02,2026-01-01', // ends before it begins
      'e9,,c1,u1,janitor,,', // an unknown role
    ].join('\n');
    await withStore(async (store) => {
      const result = await bulk(store, batch(`${heading}${sound}\n${faulty}\n`));
      expect(result).toMatchObject({
        rows: 11,
        loaded: 4,
        duplicate: 1,
        skippedBy: { 'no student': 2 },
        unmapped: [{ field: 'role', code: 'janitor', count: 1 }],
        drift: { validFrom: 1 },
      });
      expect(result.quarantined.map(({ place, reason }) => [place.row, place.field, reason])).toEqual([
        [4, 'id', 'It is missing.'],
        [5, 'status', 'Its status is odd.'],
        [9, 'studentId', 'It is missing.'],
        [10, 'end', 'The end lies before the beginning.'],
      ]);
      expect(result.quarantinedBy.reduce((sum, { count }) => sum + count, 0)).toBe(4);
      expect(await ids(store)).toEqual(['or:e1', 'or:e2', 'or:e3', 'or:e6']);
      expect((await store.quarantine()).map(({ place }) => place)).toContainEqual({
        source: 'or',
        file: 'enrollments.csv',
        row: 4,
        field: 'id',
      });
      const [moved] = await store.query(sql`select class_id from class_enrolment where id = 'or:e1'`);
      expect(moved).toEqual({ class_id: 'or:c9' });
    });
  });

  it('loaded again changes nothing; what is missing from it can be deleted as unseen', async () => {
    await withStore(async (store) => {
      await bulk(store, batch(heading + sound));
      expect(await bulk(store, batch(heading + sound, { run: '2' }))).toMatchObject({
        loaded: 0,
        unchanged: 3,
      });
      await bulk(store, batch(`${heading}e1,,c1,u1,student,2025-09-01,\n`, { run: '3' }));
      const unseen = { source: 'or', stream: 'class-students', entity: 'ClassEnrolment', run: '3' } as const;
      expect(await store.deleteUnseen({ ...unseen, maxShare: 1 })).toEqual({ deleted: 2 });
      expect(await ids(store)).toEqual(['or:e1']);
    });
  });

  it.each([
    ['a row with too few fields', `${heading}e1,,c1\n`],
    ['a quote that is never closed', `${heading}"e1,,c1,u1,student,,\n`],
    [
      'another encoding',
      Uint8Array.from([
        ...new TextEncoder().encode(heading),
        0x65,
        0xe9,
        ...new TextEncoder().encode(',,c1,u1,student,,\n'),
      ]),
    ],
    ['a value that is looked at by itself', `${heading}e1,,c1,${'u'.repeat(21)},student,,\n`],
    ['a column that is missing', 'id,status,class,user\ne1,,c1,u1\n'],
  ])('with %s is left to be read row by row, and nothing is loaded', async (_, text) => {
    await withStore(async (store) => {
      expect(await store.loadBulk?.(batch(text))).toMatchObject({ unsuited: expect.stringContaining('') });
      expect(await ids(store)).toEqual([]);
      // The store still works.
      expect(await bulk(store, batch(heading + sound))).toMatchObject({ loaded: 3 });
    });
  });

  it('is not loaded by a store in memory, which has no place to put it', async () => {
    const store = await openStore({ path: ':memory:' });
    expect(store.loadBulk).toBeUndefined();
    await store.close();
  });

  it('under another key is refused whole', async () => {
    await withStore(async (store) => {
      await bulk(store, batch(heading + sound, { keyFingerprint: () => 'first' }));
      await expect(
        bulk(store, batch(`${heading}e9,,c1,u1,student,,\n`, { keyFingerprint: () => 'second' })),
      ).rejects.toMatchObject({ code: 'identity.key-changed' });
      expect(await ids(store)).toHaveLength(3);
    });
  });
});

it('pseudonyms made by the engine are those that the program makes, also under keys of other lengths', async () => {
  for (const bytes of [16, 32, 64, 100]) {
    const key = Buffer.alloc(bytes, bytes);
    const block = Buffer.alloc(64);
    block.set(key.length > 64 ? createHash('sha256').update(key).digest() : key);
    const hmac = () => ({ inner: block.map((byte) => byte ^ 0x36), outer: block.map((byte) => byte ^ 0x5c) });
    const byHand = (value: string) =>
      createHmac('sha256', key).update(`7:student:${value}`).digest().subarray(0, 16).toString('base64url');
    await withStore(async (store) => {
      await bulk(store, batch(`${heading}e1,,c1,Zoë-𝔘-1,student,,\n`, { hmac }));
      const [row] = await store.query<{ student: string }>(
        sql`select student_id as student from class_enrolment`,
      );
      expect(row?.student).toBe(byHand('or:Zoë-𝔘-1'));
    });
  }
});

it('names the row also in a file that several threads read', async () => {
  const rows = Array.from({ length: 400_000 }, (_, index) => `e${index},,c1,u${index % 100},student,,`);
  const wrong = [3, 122_879, 122_880, 250_001, 399_999];
  for (const index of wrong) rows[index] = `e${index},odd,c1,u1,student,,`;
  await withStore(async (store) => {
    const result = await bulk(store, batch(`${heading}${rows.join('\n')}\n`));
    expect(result).toMatchObject({ rows: 400_000, loaded: 400_000 - wrong.length });
    expect(result.quarantined.map(({ place }) => place.row)).toEqual(wrong.map((index) => index + 1));
  });
});
