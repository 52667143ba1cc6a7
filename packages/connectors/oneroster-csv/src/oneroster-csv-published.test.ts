import { join } from 'node:path';
import { readZip } from '@collegial/connector-kit';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { publicBundles } from './__fixtures__/public-bundles.ts';
import { MemoryTarget, stream, syncBundle } from './__fixtures__/sync-bundle.ts';

const folder = publicBundles();

/** Rows of a file of a bundle, read by another parser. */
async function rowsOf(path: string, file: string): Promise<Record<string, string>[]> {
  const archive = await readZip({ path });
  const parts: Uint8Array[] = [];
  for await (const part of archive.entry(file).open()) parts.push(part);
  archive.close();
  return parse(Buffer.concat(parts), { columns: true, bom: true, skip_empty_lines: true }) as Record<
    string,
    string
  >[];
}

describe.skipIf(folder === undefined)(
  'public bundles (skipped where the shared data folder is missing)',
  () => {
    it('of 1.1, bulk: every row of every file is accounted for', async () => {
      const path = join(folder as string, 'Test_minimal_data_set.zip');
      const target = new MemoryTarget();
      const report = await syncBundle({ path, rollFrom: '2022-09-01' }, target);
      expect(report.status).toBe('complete');
      expect(report.totals.quarantined).toBe(0);
      const users = await rowsOf(path, 'users.csv');
      const enrollments = await rowsOf(path, 'enrollments.csv');
      const sum = (rows: Record<string, string>[], role: string) =>
        rows.filter((row) => row.role === role).length;
      expect(target.count('Student')).toBe(sum(users, 'student'));
      expect(target.count('Staff')).toBe(sum(users, 'teacher'));
      expect(target.count('Class')).toBe((await rowsOf(path, 'classes.csv')).length);
      expect(target.count('Organisation')).toBe((await rowsOf(path, 'orgs.csv')).length);
      expect(target.count('ClassEnrolment')).toBe(sum(enrollments, 'student'));
      expect(target.count('Teaching')).toBe(sum(enrollments, 'teacher'));
      expect(stream(report, 'students')).toMatchObject({
        rows: users.length,
        completeness: 'verified',
        deletes: 'applied',
      });
      // Its only organisation is a department: nobody is on its roll, and the report says so.
      expect(target.count('Enrolment')).toBe(0);
      expect(stream(report, 'enrolments').skippedBy).toMatchObject({
        'student of an organisation that is no school': sum(users, 'student'),
      });
      expect(target.everything()).not.toMatch(/Jones|Smith|Password/);
    });

    it('of 1.2, changes: roles are joined, and the read is partial', async () => {
      const path = join(folder as string, 'oneroster_test_data.zip');
      const target = new MemoryTarget();
      const report = await syncBundle({ path }, target);
      expect(report.status).toBe('complete');
      expect(report.totals.quarantined).toBe(0);
      const [role] = await rowsOf(path, 'roles.csv');
      expect(role?.role).toBe('student');
      const [demographics] = await rowsOf(path, 'demographics.csv');
      const [student] = [...target.contents()]
        .filter(([name]) => name.includes('/Student/'))
        .map(([, json]) => JSON.parse(json));
      expect(student).toMatchObject({
        birthYear: Number(demographics?.birthDate?.slice(0, 4)),
        birthMonth: 4,
        sex: null,
      });
      expect(target.count('Enrolment')).toBe(1);
      expect(target.count('ClassEnrolment')).toBe((await rowsOf(path, 'enrollments.csv')).length);
      expect(stream(report, 'students').deletes).toEqual({ unknown: expect.any(String) });
      expect(target.everything()).not.toMatch(/Wayne|Batman/);
    });
  },
);
