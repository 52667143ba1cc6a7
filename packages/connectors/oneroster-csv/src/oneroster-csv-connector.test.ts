import type { EntityName } from '@collegial/model';
import { afterAll, describe, expect, it } from 'vitest';
import { bulk, school11, school12 } from './__fixtures__/bundles.ts';
import { bundleFolder } from './__fixtures__/make-bundle.ts';
import { MemoryTarget, stream, syncBundle } from './__fixtures__/sync-bundle.ts';

const made = bundleFolder();
afterAll(() => made.remove());

const records = (target: MemoryTarget, entity: EntityName) =>
  [...target.contents()]
    .filter(([name]) => name.split('/')[1] === entity)
    .map(([, json]) => JSON.parse(json) as Record<string, unknown>);

const settings = {
  organisationIdentifiers: { school: 'urn' },
  studentIdentifier: { from: 'userIds', kind: 'upn' },
  staffIdentifier: { from: 'userIds', kind: 'trn' },
} as const;

describe('a bulk bundle of 1.1', () => {
  it('becomes the records that a reader would write by hand', async () => {
    const target = new MemoryTarget();
    const report = await syncBundle({ path: made.zip(bulk(school11)), ...settings }, target);
    expect(report.streams.map(({ stream: name, status }) => `${name} ${status}`)).toEqual(
      report.streams.map(({ stream: name }) => `${name} complete`),
    );
    expect(report.totals.quarantined).toBe(0);
    expect(records(target, 'Organisation').map(({ id, kind }) => [id, kind])).toEqual([
      ['oneroster-csv:d1', 'authority'],
      ['urn:100001', 'school'],
      ['urn:100002', 'school'],
    ]);
    expect(records(target, 'OrganisationLink')[0]).toMatchObject({
      organisationId: 'urn:100001',
      relatedId: 'oneroster-csv:d1',
      kind: 'authority',
    });
    expect(records(target, 'Student')).toEqual([
      {
        id: 'oneroster-csv:<student u1>',
        linkKey: '<upn A123456789012>',
        sex: 'F',
        birthYear: 2010,
        birthMonth: 3,
      },
      { id: 'oneroster-csv:<student u2>', linkKey: null, sex: 'M', birthYear: 2009, birthMonth: 1 },
    ]);
    expect(records(target, 'StudentCharacteristic').map(({ kind, value }) => [kind, value])).toEqual([
      ['ethnicity', 'asian+white'],
    ]);
    expect(records(target, 'Staff')).toEqual([{ id: 'oneroster-csv:<staff u3>', linkKey: '<trn 1234567>' }]);
    expect(
      records(target, 'Enrolment').map(({ studentId, organisationId, enteredOn, yearGroup }) => [
        studentId,
        organisationId,
        enteredOn,
        yearGroup,
      ]),
    ).toEqual([
      ['oneroster-csv:<student u1>', 'urn:100001', '2025-09-01', 10],
      ['oneroster-csv:<student u2>', 'urn:100001', '2025-09-01', 11],
      ['oneroster-csv:<student u2>', 'urn:100002', '2025-09-01', 11],
    ]);
    expect(records(target, 'Appointment').map(({ organisationId, role }) => [organisationId, role])).toEqual([
      ['urn:100001', 'teacher'],
      ['urn:100002', 'teacher'],
    ]);
    expect(records(target, 'Class')).toMatchObject([
      {
        id: 'oneroster-csv:c1',
        organisationId: 'urn:100001',
        name: 'Mathematics 10a',
        subjectId: 'oneroster-csv:co1',
        yearGroup: 10,
      },
    ]);
    expect(records(target, 'Subject')).toMatchObject([{ name: 'Mathematics', code: 'MAT' }]);
    expect(
      records(target, 'ClassEnrolment').map(({ studentId, validFrom, validTo }) => [
        studentId,
        validFrom,
        validTo,
      ]),
    ).toEqual([
      ['oneroster-csv:<student u1>', '2025-09-01', '2026-07-19'],
      ['oneroster-csv:<student u2>', null, null],
    ]);
    expect(records(target, 'Teaching')).toMatchObject([
      { classId: 'oneroster-csv:c1', staffId: 'oneroster-csv:<staff u3>' },
    ]);
    expect(records(target, 'Calendar')).toMatchObject([
      {
        organisationId: 'urn:100001',
        academicYear: 2025,
        terms: [{ name: 'Autumn', from: '2025-09-01', to: '2025-12-19' }],
      },
    ]);
    expect(records(target, 'Assessment')).toMatchObject([
      {
        grade: '41',
        points: 41,
        gradeScheme: 'oneroster-score-0-50',
        organisationId: 'urn:100001',
        takenOn: '2025-12-02',
      },
    ]);
    expect(target.everything()).not.toMatch(/Bird|Cole|Dove|secret|well done/);
  });

  it('is the same from a folder, and in any of the encodings', async () => {
    const files = bulk({
      ...school11,
      orgs: [...(school11.orgs ?? []), ['s3', 'École Émile,school,100003,d1']],
    });
    const text = (name: string) => `${(files[name] as string[]).join('\r\n')}\r\n`;
    const expected = new MemoryTarget();
    await syncBundle({ path: made.zip(files) }, expected);
    expect(records(expected, 'Organisation').map(({ name }) => name)).toContain('École Émile');
    const encoded = {
      'utf-8 with a mark': Buffer.from(`\ufeff${text('orgs.csv')}`, 'utf8'),
      'utf-16': Buffer.from(`\ufeff${text('orgs.csv')}`, 'utf16le'),
      'windows-1252': Buffer.from(text('orgs.csv'), 'latin1'),
    };
    const folder = new MemoryTarget();
    await syncBundle({ path: made.folder(files) }, folder);
    expect(folder.contents()).toEqual(expected.contents());
    for (const [name, orgs] of Object.entries(encoded)) {
      const target = new MemoryTarget();
      await syncBundle({ path: made.zip({ ...files, 'orgs.csv': orgs }) }, target);
      expect(target.contents(), name).toEqual(expected.contents());
    }
  });

  it('is found inside one folder of the archive, whatever the case of its files', async () => {
    const files = Object.entries(bulk(school11)).map(
      ([name, content]) => [`export/${name.toUpperCase()}`, content] as const,
    );
    const target = new MemoryTarget();
    await syncBundle(
      { path: made.zip({ ...Object.fromEntries(files), '__MACOSX/export/manifest.csv': 'x' }) },
      target,
    );
    expect(target.count('Student')).toBe(2);
  });

  it('given again changes nothing; the next one removes what it does not hold any more', async () => {
    const target = new MemoryTarget();
    await syncBundle({ path: made.zip(bulk(school11)) }, target);
    const again = await syncBundle({ path: made.zip(bulk(school11)) }, target);
    expect(again.totals.loaded).toBe(0);
    const smaller = { ...school11, users: school11.users?.filter(([id]) => id !== 'u2') ?? [] };
    const report = await syncBundle({ path: made.zip(bulk(smaller)) }, target);
    expect(stream(report, 'students')).toMatchObject({ deletes: 'applied', deletedUnseen: 1 });
    const fresh = new MemoryTarget();
    await syncBundle({ path: made.zip(bulk(smaller)) }, fresh);
    expect(target.contents()).toEqual(fresh.contents());
  });

  it('believes a status that it should not have, and counts it', async () => {
    const files = bulk(school11);
    const users = (files['users.csv'] as string[]).map((row) =>
      row.replace('u2,,,', 'u2,tobedeleted,2025-01-01,'),
    );
    const target = new MemoryTarget();
    const report = await syncBundle({ path: made.zip({ ...files, 'users.csv': users }) }, target);
    expect(target.count('Student')).toBe(1);
    expect(stream(report, 'students').drift).toEqual({ status: 1, dateLastModified: 1 });
  });
});

describe('a bulk bundle of 1.2', () => {
  it('joins the roles, with their days', async () => {
    const target = new MemoryTarget();
    const report = await syncBundle({ path: made.zip(bulk(school12, '1.2')) }, target);
    expect(report.status).toBe('complete');
    expect(
      records(target, 'Enrolment').map(({ studentId, organisationId, enteredOn, status }) => [
        studentId,
        organisationId,
        enteredOn,
        status,
      ]),
    ).toEqual([
      ['oneroster-csv:<student u1>', 'oneroster-csv:s1', '2024-09-02', 'current'],
      ['oneroster-csv:<student u2>', 'oneroster-csv:s1', '2023-09-04', 'main'],
      ['oneroster-csv:<student u2>', 'oneroster-csv:s2', '2025-09-01', 'subsidiary'],
    ]);
    expect(records(target, 'Appointment')).toMatchObject([{ role: 'teacher', validFrom: '2020-09-01' }]);
    expect(target.count('Student')).toBe(2);
    expect(target.count('Staff')).toBe(1);
  });
});

describe('extensions', () => {
  it('in columns of users or demographics become characteristics, as the settings say', async () => {
    const files = bulk(school11);
    const users = (files['users.csv'] as string[]).map(
      (row, index) =>
        `${row},${index === 0 ? 'metadata.lunch' : index === 1 ? 'free' : index === 2 ? 'odd' : ''}`,
    );
    const target = new MemoryTarget();
    const report = await syncBundle(
      {
        path: made.zip({ ...files, 'users.csv': users }),
        characteristics: [{ key: 'lunch', kind: 'free-school-meals', values: { free: 'yes' } }],
      },
      target,
    );
    expect(records(target, 'StudentCharacteristic').map(({ kind, value }) => [kind, value])).toContainEqual([
      'free-school-meals',
      'yes',
    ]);
    expect(stream(report, 'characteristics').unmapped).toEqual([
      { field: 'metadata.lunch', code: 'odd', count: 1 },
    ]);
  });
});
