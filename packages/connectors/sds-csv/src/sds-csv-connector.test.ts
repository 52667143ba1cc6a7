import type { EntityName } from '@collegial/model';
import { afterAll, describe, expect, it } from 'vitest';
import {
  type ExportFiles,
  exportFolder,
  MemoryTarget,
  school,
  stream,
  syncExport,
} from './__fixtures__/make-export.ts';

const made = exportFolder();
afterAll(() => made.remove());

const records = (target: MemoryTarget, entity: EntityName) =>
  [...target.contents()]
    .filter(([name]) => name.split('/')[1] === entity)
    .map(([, json]) => JSON.parse(json) as Record<string, unknown>);
const lines = (files: ExportFiles, name: string) => files[name] as readonly string[];

describe('an export', () => {
  it('becomes the records that a reader would write by hand', async () => {
    const target = new MemoryTarget();
    const report = await syncExport({ path: made.folder(school) }, target);
    expect(report.status).toBe('complete');
    expect(report.totals.quarantined).toBe(0);
    expect(records(target, 'Organisation').map(({ id, kind, name }) => [id, kind, name])).toEqual([
      ['sds-csv:d1', 'authority', 'North'],
      ['sds-csv:s1', 'school', 'Hill, School'],
      ['sds-csv:s2', 'school', 'Lake School'],
      ['sds-csv:x1', 'other', 'Odd'],
    ]);
    expect(
      records(target, 'OrganisationLink').map(({ organisationId, kind }) => [organisationId, kind]),
    ).toEqual([
      ['sds-csv:s1', 'authority'],
      ['sds-csv:s2', 'authority'],
    ]);
    expect(records(target, 'Student')).toEqual([
      { id: 'sds-csv:<sds-student u1>', linkKey: null, sex: 'F', birthYear: 2010, birthMonth: 3 },
      { id: 'sds-csv:<sds-student u2>', linkKey: null, sex: null, birthYear: null, birthMonth: null },
    ]);
    expect(
      records(target, 'StudentCharacteristic').map(({ studentId, kind, value, validFrom, validTo }) => [
        String(studentId).slice(-3, -1),
        kind,
        value,
        validFrom,
        validTo,
      ]),
    ).toEqual([
      ['u1', 'ethnicity', 'asian', null, null],
      ['u1', 'ethnicity', 'hispanicOrLatinoEthnicity', null, null],
      ['u1', 'ethnicity', 'white', null, null],
      ['u1', 'free-school-meals', 'yes', '2025-09-01', '2026-07-20'],
      ['u1', 'sen', 'plan', '2025-09-01', '2026-07-20'],
      ['u2', 'sen', 'support', '2025-10-01', '2026-07-20'],
    ]);
    expect(stream(report, 'flags').unmapped).toEqual([{ field: 'flag', code: 'juggler', count: 1 }]);
    expect(records(target, 'Staff').map(({ id }) => id)).toEqual(['sds-csv:<sds-staff u3>']);
    expect(
      records(target, 'Enrolment').map(({ organisationId, status, enteredOn, leftOn, yearGroup }) => [
        organisationId,
        status,
        enteredOn,
        leftOn,
        yearGroup,
      ]),
    ).toEqual([
      ['sds-csv:s1', 'current', '2025-09-01', '2026-07-20', 10],
      ['sds-csv:s1', 'main', '2025-10-01', '2026-07-20', 0],
      ['sds-csv:s2', 'subsidiary', '2025-09-01', '2026-07-20', null],
    ]);
    expect(stream(report, 'enrolments').unmapped).toEqual([
      { field: 'grade', code: 'PS1', count: 1 },
      { field: 'role', code: 'wizard', count: 1 },
    ]);
    expect(records(target, 'Appointment')).toMatchObject([
      {
        organisationId: 'sds-csv:s1',
        role: 'teacher',
        kind: 'other',
        validFrom: '2020-09-01',
        validTo: null,
      },
    ]);
    expect(records(target, 'Subject')).toMatchObject([{ name: 'Mathematics 10', code: 'M10' }]);
    expect(records(target, 'Class')).toMatchObject([{ name: 'Mathematics 10a', subjectId: 'sds-csv:co1' }]);
    expect(records(target, 'ClassEnrolment')).toMatchObject([
      { studentId: 'sds-csv:<sds-student u1>', validFrom: '2025-09-01', validTo: '2026-07-20' },
      { studentId: 'sds-csv:<sds-student u2>' },
    ]);
    expect(records(target, 'Teaching')).toMatchObject([{ staffId: 'sds-csv:<sds-staff u3>' }]);
    expect(target.everything()).not.toMatch(/Bird|Cole|Dove|secret/);
  });

  it('is the same from an archive, with a mark of UTF-8, and whatever the case of its files', async () => {
    const expected = new MemoryTarget();
    await syncExport({ path: made.folder(school) }, expected);
    const files = Object.entries(school).map(([name, content]) => [
      `Out/${name.toUpperCase()}`,
      `\ufeff${(content as readonly string[]).join('\n')}\n`,
    ]);
    const target = new MemoryTarget();
    await syncExport({ path: made.zip(Object.fromEntries(files)) }, target);
    expect(target.contents()).toEqual(expected.contents());
  });

  it('that does not hold somebody any more removes the person; given again it changes nothing', async () => {
    const target = new MemoryTarget();
    await syncExport({ path: made.folder(school) }, target);
    expect((await syncExport({ path: made.folder(school) }, target)).totals.loaded).toBe(0);
    const gone = (name: string) => lines(school, name).filter((line) => !line.includes('u2'));
    const smaller = {
      ...school,
      ...Object.fromEntries(
        ['users.csv', 'roles.csv', 'enrollments.csv', 'userFlags.csv'].map((name) => [name, gone(name)]),
      ),
    };
    const report = await syncExport({ path: made.folder(smaller) }, target);
    expect(stream(report, 'students')).toMatchObject({ deletes: 'applied', deletedUnseen: 1 });
    const fresh = new MemoryTarget();
    await syncExport({ path: made.folder(smaller) }, fresh);
    expect(target.contents()).toEqual(fresh.contents());
  });

  it('without an optional file keeps what it held before', async () => {
    const target = new MemoryTarget();
    await syncExport({ path: made.folder(school) }, target);
    const { 'userFlags.csv': _flags, 'enrollments.csv': _enrollments, ...rest } = school;
    const report = await syncExport({ path: made.folder(rest) }, target);
    expect(report.status).toBe('complete');
    expect(stream(report, 'class-enrolments')).toMatchObject({
      deletes: { unknown: expect.any(String) },
      deletedUnseen: 0,
    });
    expect([target.count('ClassEnrolment'), target.count('StudentCharacteristic')]).toEqual([2, 6]);
  });

  it('may have flags of its own, which the settings explain', async () => {
    const target = new MemoryTarget();
    const flags = { juggler: { kind: 'looked-after', value: 'yes' } } as const;
    const report = await syncExport({ path: made.folder(school), flags }, target);
    expect(stream(report, 'flags').unmapped).toEqual([]);
    expect(records(target, 'StudentCharacteristic').map(({ kind }) => kind)).toContain('looked-after');
  });

  it('of roles without days needs a day from which they count', async () => {
    const roles = ['userSourcedId,orgSourcedId,role', 'u1,s1,student', 'u3,s1,teacher'];
    const files = { ...school, 'roles.csv': roles };
    const without = await syncExport({ path: made.folder(files) }, new MemoryTarget());
    expect(stream(without, 'enrolments')).toMatchObject({
      quarantined: 1,
      quarantine: [{ place: { file: 'roles.csv', line: 2, field: 'roleStartDate' } }],
    });
    const target = new MemoryTarget();
    const report = await syncExport({ path: made.folder(files), rollFrom: '2025-09-01' }, target);
    expect(report.totals.quarantined).toBe(0);
    expect(records(target, 'Enrolment')).toMatchObject([{ enteredOn: '2025-09-01' }]);
  });
});

describe('faults', () => {
  it.each([
    ['no orgs.csv', { 'orgs.csv': undefined }, 'file.not-found'],
    ['a manifest', { 'manifest.csv': 'propertyName,value\n' }, 'bundle.manifest'],
    ['a column missing from users.csv', { 'users.csv': ['id,username', 'u1,ann'] }, 'csv.missing-column'],
    ['an empty users.csv', { 'users.csv': '' }, 'file.empty'],
  ])('%s is told', async (_, change, code) => {
    const files = Object.fromEntries(
      Object.entries({ ...school, ...change }).filter(([, content]) => content !== undefined),
    ) as ExportFiles;
    const report = await syncExport({ path: made.folder(files) }, new MemoryTarget());
    expect(stream(report, 'students')).toMatchObject({ status: 'failed', error: { code } });
  });

  it('in rows are set aside with file and line, and nothing is deleted', async () => {
    const target = new MemoryTarget();
    await syncExport({ path: made.folder(school) }, target);
    const [heading = ''] = lines(school, 'roles.csv');
    const roles = [
      heading,
      'u1,s1,student,y26,10,TRUE,2025-09-01,2024-09-01',
      ',s1,student,y26,,,,',
      'u2,,student,y26,,,,',
      'u1,s1,,y26,,,,',
      'u1,s1',
      'u3,s1,teacher,,,TRUE,soon,',
    ];
    const report = await syncExport({ path: made.folder({ ...school, 'roles.csv': roles }) }, target);
    const enrolments = stream(report, 'enrolments');
    expect(enrolments).toMatchObject({ quarantined: 5, deletedUnseen: 0, drift: { roleStartDate: 1 } });
    expect(enrolments.quarantine.map(({ place, code }) => [place.line, place.field, code])).toEqual([
      [2, 'roleEndDate', 'record.invalid'],
      [3, 'userSourcedId', 'record.invalid'],
      [4, 'orgSourcedId', 'record.invalid'],
      [5, 'role', 'record.invalid'],
      [6, undefined, 'csv.malformed'],
    ]);
    expect(stream(report, 'appointments').quarantine.map(({ place }) => place.line)).toContain(7);
  });
});
