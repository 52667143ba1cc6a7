import type { LoadBatch } from '@collegial/model';
import { sql } from '@collegial/query';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batch, mark } from '../__fixtures__/records.ts';
import { openStore } from '../open-store.ts';

const opened = async () => await openStore({ path: ':memory:', threads: 1 });
const nothing = { loaded: 0, unchanged: 0, duplicate: 0, deleted: 0, absent: 0 };

test('records are new, changed, unchanged, or met before in the run', async () => {
  const store = await opened();
  const students = [{ id: 'a', linkKey: 'x' }, { id: 'b' }];
  expect(await store.load(batch('Student', students))).toEqual({ ...nothing, loaded: 2 });
  expect(await store.load(batch('Student', students))).toEqual({ ...nothing, duplicate: 2 });
  expect(await store.load(batch('Student', students, { run: 'run-2' }))).toEqual({
    ...nothing,
    unchanged: 2,
  });
  const third = [{ id: 'a', linkKey: 'x' }, { id: 'b', sex: 'F' as const }, { id: 'c' }];
  expect(await store.load(batch('Student', third, { run: 'run-3' }))).toEqual({
    ...nothing,
    loaded: 2,
    unchanged: 1,
  });
  expect(await store.query(sql`select id, sex from student order by id`)).toEqual([
    { id: 'a', sex: null },
    { id: 'b', sex: 'F' },
    { id: 'c', sex: null },
  ]);
  await store.close();
});

test('of one key twice in a batch the last wins, the earlier one is a duplicate', async () => {
  const store = await opened();
  const result = await store.load(
    batch('Student', [{ id: 'a', sex: 'F' }, { id: 'b' }, { id: 'a', sex: 'M' }]),
  );
  expect(result).toEqual({ ...nothing, loaded: 2, duplicate: 1 });
  expect(await store.query(sql`select sex from student where id = 'a'`)).toEqual([{ sex: 'M' }]);
  await store.close();
});

test('a run that keeps track of what it has seen counts an unchanged record once', async () => {
  const store = await opened();
  await store.load(batch('Student', [{ id: 'a' }], { run: 'run-1', trackSeen: true }));
  const again = batch('Student', [{ id: 'a' }], { run: 'run-2', trackSeen: true });
  expect(await store.load(again)).toEqual({ ...nothing, unchanged: 1 });
  expect(await store.load(again)).toEqual({ ...nothing, duplicate: 1 });
  const register = batch('AttendanceMark', [mark('e', '2024-09-02', 'AM', '/')], {
    run: 'run-1',
    trackSeen: true,
  });
  await store.load(register);
  expect(await store.load({ ...register, run: 'run-2' })).toEqual({ ...nothing, unchanged: 1 });
  expect(await store.load({ ...register, run: 'run-2' })).toEqual({ ...nothing, duplicate: 1 });
  await store.close();
});

test('deletions count what was there and what was not, also of keys with several fields', async () => {
  const store = await opened();
  const measure = {
    organisationId: 'urn:1',
    academicYear: 2023,
    measure: 'a8',
    publication: 'ks4',
    value: 46.5,
  };
  await store.load(batch('SchoolMeasure', [measure, { ...measure, academicYear: 2022 }]));
  const deletedKeys = [
    ['urn:1', '2023', 'a8', 'all', 'ks4'],
    ['urn:1', '1999', 'a8', 'all', 'ks4'],
    ['urn:1', 'no year', 'a8', 'all', 'ks4'],
  ];
  expect(await store.load(batch('SchoolMeasure', [], { deletedKeys }))).toEqual({
    ...nothing,
    deleted: 1,
    absent: 2,
  });
  expect(await store.query(sql`select academic_year, value from school_measure`)).toEqual([
    { academic_year: 2022, value: 46.5 },
  ]);
  await store.close();
});

test('lists, nested values, decimals and days come back as they went in', async () => {
  const store = await opened();
  await store.load(
    batch('Calendar', [
      {
        id: 'c',
        organisationId: 'urn:1',
        academicYear: 2024,
        terms: [{ name: 'Autumn', from: '2024-09-02', to: '2024-12-20' }],
      },
    ]),
  );
  await store.load(
    batch('Organisation', [
      {
        id: 'urn:1',
        kind: 'school',
        name: "St Mary’s “C” 'E'",
        identifiers: ['urn:1', 'ukprn:2'],
        latitude: 51.4545,
      },
    ]),
  );
  expect(await store.query(sql`select terms, closures, sessions from calendar`)).toEqual([
    {
      terms: '[{"name":"Autumn","from":"2024-09-02","to":"2024-12-20"}]',
      closures: '[]',
      sessions: ['AM', 'PM'],
    },
  ]);
  expect(await store.query(sql`select name, identifiers, latitude, opened_on from organisation`)).toEqual([
    { name: "St Mary’s “C” 'E'", identifiers: ['urn:1', 'ukprn:2'], latitude: 51.4545, opened_on: null },
  ]);
  await store.close();
});

test('of two sources the row that says more is shown, whole; both are kept', async () => {
  const store = await opened();
  const school = { id: 'urn:1', kind: 'school' as const };
  await store.load(batch('Organisation', [{ ...school, name: 'Short' }], { source: 'zeta' }));
  await store.load(
    batch('Organisation', [{ ...school, name: 'Full', town: 'Hull', capacity: 900 }], { source: 'alpha' }),
  );
  const shown = sql`select name, town from organisation`;
  expect(await store.query(shown)).toEqual([{ name: 'Full', town: 'Hull' }]);
  expect((await store.counts()).Organisation).toBe(2);
  await store.load(batch('Organisation', [], { source: 'alpha', deletedKeys: [['urn:1']] }));
  expect(await store.query(shown)).toEqual([{ name: 'Short', town: null }]);
  await store.close();
});

test('one person at two schools has one record key, another person another; another store other keys', async () => {
  const keys = async () => {
    const store = await opened();
    await store.load(
      batch('Student', [{ id: 'a', linkKey: 'x' }, { id: 'b', linkKey: 'x' }, { id: 'c' }, { id: 'd' }]),
    );
    const rows = await store.query<{ record_key: number }>(
      sql`select record_key from data.student order by id`,
    );
    await store.close();
    return rows.map((row) => row.record_key);
  };
  const [a, b, c, d] = await keys();
  expect(a).toBe(b);
  expect(new Set([a, c, d]).size).toBe(3);
  expect((await keys())[0]).not.toBe(a);
});

test('records, quarantine and checkpoint are written together, and not at all when one of them fails', async () => {
  const store = await opened();
  const quarantined = [
    {
      place: { source: 'mis', stream: 'student', row: 7, field: 'sex' },
      code: 'record.invalid',
      reason: 'Not one of F, M, X.',
    },
  ];
  const good = batch('Student', [{ id: 'a' }], { quarantined });
  await store.load({
    ...good,
    checkpoint: { ...good.checkpoint, cursor: { page: 3 }, counts: { read: 5, loaded: 4 } },
  });
  expect(await store.checkpoint('mis', 'student')).toEqual({
    ...good.checkpoint,
    cursor: { page: 3 },
    counts: { read: 5, loaded: 5, unchanged: 0, duplicate: 0, deleted: 0, absent: 0 },
  });
  expect(await store.quarantine()).toEqual([
    { source: 'mis', stream: 'student', entity: 'Student', run: 'run-1', ...quarantined[0] },
  ]);
  expect(await store.quarantine({ run: 'run-9' })).toEqual([]);

  const before = await store.snapshot();
  const bad = batch('Enrolment', [], { stream: 'student', quarantined });
  const broken = [{ id: 'e', studentId: 's', organisationId: 'urn:1', status: 'current', enteredOn: 'soon' }];
  await expect(
    store.load({ ...bad, records: broken } as unknown as LoadBatch<'Enrolment'>),
  ).rejects.toMatchObject({ code: 'store.query-failed', message: expect.not.stringContaining('soon') });
  expect(await store.snapshot()).toBe(before);
  expect((await store.quarantine()).length).toBe(1);
  expect((await store.checkpoint('mis', 'student'))?.cursor).toEqual({ page: 3 });
  expect(await store.load(batch('Student', [{ id: 'a' }], { run: 'run-2' }))).toEqual({
    ...nothing,
    unchanged: 1,
  });
  await store.close();
});

test('a rolled-back load leaves no number behind: marks after it are whole', async () => {
  const store = await opened();
  const bad = {
    ...batch('AttendanceMark', [mark('e', '2024-09-02', 'AM', 'ZZ')]),
    checkpoint: { cursor: 1n },
  };
  await expect(store.load(bad as never)).rejects.toMatchObject({ code: 'store.query-failed' });
  await store.load(
    batch('AttendanceMark', [mark('f', '2024-09-02', 'AM', 'YY'), mark('e', '2024-09-02', 'AM', '/')]),
  );
  expect(
    await store.query(sql`select enrolment_id, code from attendance_mark order by enrolment_id`),
  ).toEqual([
    { enrolment_id: 'e', code: '/' },
    { enrolment_id: 'f', code: 'YY' },
  ]);
  await store.close();
});

test('an entity that the model does not have is refused', async () => {
  const store = await opened();
  const wrong = { ...batch('Student', [{ id: 'a' }]), entity: 'Nothing' };
  await expect(store.load(wrong as never)).rejects.toMatchObject({ code: 'argument.invalid' });
  await store.close();
});

test('the order of batches does not matter for what is stored, nor how records are cut into batches', async () => {
  const batches = [
    batch('Student', [{ id: 'a', linkKey: 'x' }, { id: 'b' }]),
    batch('Student', [{ id: 'c' }, { id: 'd', sex: 'M' }]),
    batch('Organisation', [{ id: 'urn:1', kind: 'school', name: 'A', town: 'Hull' }], { source: 'gias' }),
    batch('Organisation', [{ id: 'urn:1', kind: 'school', name: 'B' }]),
    batch('AttendanceMark', [mark('e1', '2024-09-02', 'AM', '/'), mark('e2', '2024-09-02', 'AM', '?')]),
    batch('AttendanceMark', [mark('e1', '2024-09-02', 'PM', 'I'), mark('e3', '2024-07-02', 'AM', 'H')]),
    batch('AttendanceMark', [mark('e1', '2024-10-02', 'AM', 'U')], { source: 'other' }),
    batch('AttendanceMark', [mark('e3', '2024-07-02', 'PM', 'L', { minutesLate: 4 })]),
  ];
  const content = async (order: readonly LoadBatch[]) => {
    const store = await opened();
    for (const item of order) await store.load(item);
    await store.refresh();
    const tables = ['student', 'organisation', 'attendance_mark', 'attendance_month', 'attendance_year'];
    const rows: unknown[] = [];
    for (const table of tables)
      rows.push(await store.query({ text: `select * from ${table} order by all`, parameters: [] }));
    const result = { snapshot: await store.snapshot(), rows };
    await store.close();
    return result;
  };
  const expected = await content(batches as unknown as LoadBatch[]);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(batches, { minLength: batches.length, maxLength: batches.length }),
      async (order) => {
        expect(await content(order as unknown as LoadBatch[])).toEqual(expected);
      },
    ),
    { numRuns: 6 },
  );
});
