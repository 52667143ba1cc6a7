import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '@collegial/store';
import { describe, expect, it } from 'vitest';
import { load, pagesOf, tableOf } from './__fixtures__/read-stream.ts';
import { createFolders, writeParquet } from './__fixtures__/write-parquet.ts';
import { parquet } from './parquet-connector.ts';

const folder = createFolders();
const enrolments = (rows: number) => `
  select i as id, 1000 + i as student_id, 'urn:100001' as organisation_id, 'current' as status,
    date '2022-09-01' + (i % 200)::integer as entered_on, null::date as left_on, (7 + i % 5)::tinyint as year_group,
    2022::bigint as year_group_in, 'Jane Doe' as full_name
  from range(${rows}) t(i)`;

describe('a vendor’s own tables', () => {
  it('become records: numbers as ids, days, small and large integers; columns that the model does not have are not read', async () => {
    const path = await writeParquet(join(folder(), 'enrolment.parquet'), enrolments(3));
    const { target, stream } = await load({ files: { Enrolment: path }, identifiers: 'pseudonyms' }, [
      'Enrolment',
    ]);
    expect(stream).toMatchObject({
      status: 'complete',
      rows: 3,
      loaded: 3,
      quarantined: 0,
      completeness: 'verified',
      deletes: 'applied',
    });
    const [row] = await tableOf(target, 'Enrolment');
    expect(row).toEqual({
      id: '0',
      student_id: '1000',
      organisation_id: 'urn:100001',
      status: 'current',
      entered_on: '2022-09-01',
      left_on: null,
      exit_reason: null,
      destination_id: null,
      year_group: 7,
      year_group_in: 2022,
    });
    await target.close();
  });

  it('are pseudonymised unless the settings say that they are pseudonyms, the same person the same in every table', async () => {
    const directory = folder();
    await writeParquet(join(directory, 'enrolment.parquet'), enrolments(2));
    await writeParquet(
      join(directory, 'student.parquet'),
      `select 1000 + i as id, case i when 0 then 'H991400123001' else 'H99140012300A' end as link_key, 'F' as sex from range(2) t(i)`,
    );
    const { target, report } = await load({ directory }, ['Student', 'Enrolment']);
    expect(report.totals).toMatchObject({ loaded: 4, quarantined: 0 });
    const students = await tableOf(target, 'Student');
    const ids = students.map(({ id }) => id);
    expect((await tableOf(target, 'Enrolment')).map(({ student_id }) => student_id).sort()).toEqual(
      [...ids].sort(),
    );
    for (const id of ids) expect(id).toMatch(/^vendor:[\w-]{22}$/);
    // A temporary pupil number links nobody.
    expect(students.map(({ link_key }) => link_key).filter((link) => link !== null)).toEqual([
      expect.stringMatching(/^[\w-]{22}$/),
    ]);
    expect(JSON.stringify(await tableOf(target, 'Enrolment'))).not.toMatch(/"100[01]"/);
    await target.close();
  });

  it('are read by the names that the settings give, whatever their case, and from folders that state a column', async () => {
    const root = folder();
    for (const school of ['urn:1', 'urn:2'])
      await writeParquet(
        join(root, 'calendars', `school=${encodeURIComponent(school)}`, 'part-0.parquet'),
        `select '${school}-2022' as ID, '[{"name":"Autumn","from":"2022-09-01","to":"2022-12-16"}]' as terms, ['AM', 'PM'] as sessions, 2022 as ACADEMIC_YEAR`,
      );
    const { target, stream } = await load(
      {
        files: { Calendar: join(root, 'calendars', '**/*.parquet') },
        columns: { Calendar: { organisationId: 'school' } },
      },
      ['Calendar'],
    );
    expect(stream).toMatchObject({ rows: 2, loaded: 2, quarantined: 0 });
    const [first] = await tableOf(target, 'Calendar');
    expect(first).toMatchObject({ organisation_id: 'urn:1', academic_year: 2022 });
    await target.close();
  });

  it.each(['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw'])(
    'may be packed with %s, in both versions of pages',
    async (codec) => {
      const root = folder();
      for (const version of ['V1', 'V2']) {
        const path = await writeParquet(
          join(root, `${version}.parquet`),
          enrolments(5000),
          `compression ${codec}, row_group_size 2048, parquet_version ${version}`,
        );
        const { pages } = await pagesOf({ files: { Enrolment: path } }, 'Enrolment');
        const rows = pages.flatMap((page) => page.rows as { values: Record<string, unknown> }[]);
        expect(rows).toHaveLength(5000);
        expect(rows[4999]?.values).toMatchObject({
          id: '4999',
          studentId: '5999',
          enteredOn: '2023-03-19',
          yearGroup: 11,
        });
        expect(pages.at(-1)).toMatchObject({ total: 5000 });
      }
    },
  );

  it('are checked: a record that does not fit is set aside with its file and row, and nothing is bent into shape', async () => {
    const path = await writeParquet(
      join(folder(), 'wrong.parquet'),
      `select 'a' || i as id, 'staff' as staff_id, 'urn:1' as organisation_id, 'teacher' as role, 'permanent' as kind,
         case i when 1 then 'much' else '0.5' end as fte, date '2020-01-01' as valid_from from range(3) t(i)`,
    );
    const { target, stream } = await load({ files: { Appointment: path }, identifiers: 'pseudonyms' }, [
      'Appointment',
    ]);
    expect(stream).toMatchObject({
      rows: 3,
      loaded: 0,
      quarantined: 3,
      deletes: { unknown: expect.any(String) },
    });
    expect(stream?.quarantine[1]).toMatchObject({
      code: 'record.invalid',
      place: { file: 'wrong.parquet', row: 2, field: 'fte' },
    });
    await target.close();
  });

  it('give decimals without the error of binary fractions, and 64-bit numbers only where they are exact', async () => {
    const path = await writeParquet(
      join(folder(), 'posts.parquet'),
      `select 'p' || i as id, 9007199254740993 + i as staff_id, 'urn:1' as organisation_id, 'teacher' as role, 'permanent' as kind,
         (0.01 * i)::decimal(18,4) as fte, date '2020-01-01' as valid_from from range(200) t(i)`,
    );
    const { pages } = await pagesOf({ files: { Appointment: path } }, 'Appointment');
    const values = (pages.flatMap(({ rows }) => rows) as { values: { fte: number; staffId: string } }[]).map(
      (row) => row.values,
    );
    expect(values.map(({ fte }) => fte)).toEqual(
      Array.from({ length: 200 }, (_, i) => Number((i / 100).toFixed(2))),
    );
    expect(values[0]?.staffId).toBe('9007199254740993');
  });

  it('read again after a row is gone, lose it', async () => {
    const directory = folder();
    const path = join(directory, 'enrolment.parquet');
    await writeParquet(path, enrolments(10));
    const store = await openStore({ path: ':memory:', threads: 1 });
    await load({ directory }, ['Enrolment'], store);
    await writeParquet(path, `select * from (${enrolments(10)}) where id <> 4`);
    const { stream } = await load({ directory }, ['Enrolment'], store);
    expect(stream).toMatchObject({ unchanged: 9, deletedUnseen: 1, deletes: 'applied' });
    rmSync(path);
    const gone = await load({ directory }, ['Enrolment'], store);
    expect(gone.stream).toMatchObject({
      status: 'complete',
      deletedUnseen: 0,
      notes: ['There are no files of Enrolment.'],
    });
    expect(gone.stream?.deletes).toEqual({ unknown: expect.stringContaining('part') });
    expect(await tableOf(store, 'Enrolment')).toHaveLength(9);
    await store.close();
  });
});

describe('an export of several sources', () => {
  it('is read as the source that the settings name, or as the fullest row of each key', async () => {
    const path = await writeParquet(
      join(folder(), 'organisation.parquet'),
      `select * from (values ('urn:1', 'A', 'school', 'one', false), ('urn:1', 'A!', 'school', 'two', true), ('urn:2', 'B', 'school', 'two', false))
       t(id, name, kind, source_id, shadowed)`,
    );
    const all = await load({ files: { Organisation: path } }, ['Organisation']);
    expect(all.stream).toMatchObject({ rows: 3, skipped: 1, loaded: 2, completeness: 'verified' });
    const two = await load({ files: { Organisation: path }, sourceId: 'two' }, ['Organisation']);
    expect((await tableOf(two.target, 'Organisation')).map(({ name }) => name)).toEqual(['A!', 'B']);
    await all.target.close();
    await two.target.close();
  });
});

describe('resuming', () => {
  it('goes on in the middle of a row group, and after any page gives what an uninterrupted read gives', async () => {
    const root = folder();
    await writeParquet(join(root, 'enrolment', 'a.parquet'), enrolments(5000), 'row_group_size 2048');
    await writeParquet(join(root, 'enrolment', 'b.parquet'), enrolments(700));
    const settings = { directory: root, pageSize: 900 };
    const { pages } = await pagesOf(settings, 'Enrolment');
    const ids = (list: readonly { rows: readonly unknown[] }[]) =>
      list.flatMap((page) => page.rows.map((row) => (row as { values: { id: string } }).values.id));
    expect(ids(pages)).toHaveLength(5700);
    for (const [index, page] of pages.entries()) {
      const rest = await pagesOf(settings, 'Enrolment', page.cursor);
      expect(rest.restarts).toEqual([]);
      expect([...ids(pages.slice(0, index + 1)), ...ids(rest.pages)]).toEqual(ids(pages));
      expect(rest.pages.every(({ total }) => total === 5700)).toBe(true);
    }
  });

  it('begins anew when a file was written again', async () => {
    const path = await writeParquet(join(folder(), 'e.parquet'), enrolments(100));
    const settings = { files: { Enrolment: path }, pageSize: 40 };
    const before = await pagesOf(settings, 'Enrolment');
    await writeParquet(path, enrolments(120));
    const after = await pagesOf(settings, 'Enrolment', before.pages[0]?.cursor);
    expect(after.restarts).toEqual(['the files have changed']);
    expect(after.pages.flatMap(({ rows }) => rows)).toHaveLength(120);
  });
});

describe('settings', () => {
  it('need a directory or files', () => {
    expect(() => parquet({})).toThrow(expect.objectContaining({ code: 'config.invalid' }));
  });

  it('name entities and fields of the model only', () => {
    expect(() => parquet({ files: { Pupil: 'a.parquet' } } as never)).toThrow(
      expect.objectContaining({ code: 'config.invalid' }),
    );
    expect(() => parquet({ directory: '.', columns: { Student: { surname: 'NAME' } } } as never)).toThrow(
      expect.objectContaining({ code: 'config.invalid' }),
    );
  });

  it('name files that are there, with the columns of the key', async () => {
    const root = folder();
    await expect(pagesOf({ files: { Student: join(root, '*.parquet') } }, 'Student')).rejects.toMatchObject({
      code: 'file.not-found',
    });
    await expect(
      pagesOf({ files: { Student: join(root, 'none.parquet') } }, 'Student'),
    ).rejects.toMatchObject({ code: 'file.not-found' });
    await expect(pagesOf({ directory: join(root, 'none') }, 'Student')).rejects.toMatchObject({
      code: 'file.not-found',
    });
    const path = await writeParquet(join(root, 's.parquet'), `select 'F' as sex`);
    await expect(pagesOf({ files: { Student: path } }, 'Student')).rejects.toMatchObject({
      code: 'parquet.malformed',
      place: { file: 's.parquet', field: 'id' },
    });
    await expect(
      pagesOf({ files: { Student: path }, columns: { Student: { id: 'sex', linkKey: 'upn' } } }, 'Student'),
    ).rejects.toMatchObject({ code: 'parquet.malformed', place: { field: 'linkKey' } });
  });

  it('takes an empty table for a table without rows', async () => {
    const path = await writeParquet(join(folder(), 's.parquet'), `select 'a' as id where false`);
    const { pages } = await pagesOf({ files: { Student: path } }, 'Student');
    expect(pages).toEqual([expect.objectContaining({ rows: [], total: 0 })]);
  });
});
