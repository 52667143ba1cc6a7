import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { MemoryTarget, stream, syncExport } from './__fixtures__/make-export.ts';
import { publicSamples } from './__fixtures__/public-samples.ts';

const folder = publicSamples();

/** Rows of a sample, read by another parser. */
const rowsOf = (file: string) =>
  parse(readFileSync(join(folder as string, file)), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
  }) as Record<string, string>[];

describe.skipIf(folder === undefined)(
  'Microsoft’s samples (skipped where the shared data folder is missing)',
  () => {
    it('are read whole, and counted as their files say', async () => {
      const target = new MemoryTarget();
      const report = await syncExport({ path: folder as string }, target);
      expect(report.status).toBe('complete');
      expect(report.totals.quarantined).toBe(0);
      const roles = rowsOf('roles.csv');
      const people = (keep: (role: string) => boolean) =>
        new Set(roles.filter(({ role = '' }) => keep(role)).map((row) => row.userSourcedId)).size;
      const enrollments = rowsOf('enrollments.csv');
      expect(target.count('Organisation')).toBe(rowsOf('orgs.csv').length);
      expect(target.count('OrganisationLink')).toBe(
        rowsOf('orgs.csv').filter((row) => row.parentSourcedId !== '').length,
      );
      expect(target.count('Student')).toBe(people((role) => role === 'student'));
      expect(target.count('Staff')).toBe(people((role) => role !== 'student'));
      expect(target.count('Enrolment')).toBe(roles.filter(({ role }) => role === 'student').length);
      expect(target.count('Appointment')).toBe(roles.filter(({ role }) => role !== 'student').length);
      expect(target.count('Subject')).toBe(rowsOf('courses.csv').length);
      expect(target.count('Class')).toBe(rowsOf('classes.csv').length);
      expect(target.count('ClassEnrolment')).toBe(
        enrollments.filter(({ role }) => role === 'student').length,
      );
      expect(target.count('Teaching')).toBe(enrollments.filter(({ role }) => role !== 'student').length);
      expect(
        report.streams.flatMap(({ unmapped }) => unmapped).map(({ field, code }) => [field, code]),
      ).toEqual([['grade', 'ps1']]);
      for (const { rows, stream: name } of report.streams) expect(rows, name).toBeGreaterThan(0);
    });

    it('say of three students what their flags mean, for the days of their role', async () => {
      const target = new MemoryTarget();
      const report = await syncExport({ path: folder as string }, target, { streams: ['flags'] });
      expect(stream(report, 'flags')).toMatchObject({ loaded: rowsOf('userFlags.csv').length });
      const found = [...target.contents().values()]
        .map((json) => JSON.parse(json))
        .map(({ kind, value, validFrom, validTo }) => [kind, value, validFrom, validTo]);
      expect(found.sort()).toEqual([
        ['free-school-meals', 'yes', '2021-08-24', '2022-06-11'],
        ['sen', 'plan', '2021-08-24', '2022-06-11'],
        ['sen', 'support', '2021-08-24', '2022-06-11'],
      ]);
    });

    it('leave no name and no password behind', async () => {
      const target = new MemoryTarget();
      await syncExport({ path: folder as string }, target);
      for (const { familyName = '?', password = '?', username = '?' } of rowsOf('users.csv'))
        for (const secret of [familyName, password, username])
          expect(target.everything()).not.toContain(secret);
    });
  },
);
