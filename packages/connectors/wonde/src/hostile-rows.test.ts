import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapContext, ofSchool } from './__fixtures__/test-context.ts';
import { wonde } from './wonde-connector.ts';

const fields = [
  'type',
  'deleted_at',
  'restored_at',
  'name',
  'code',
  'urn',
  'la_code',
  'address',
  'region',
  'gender',
  'date_of_birth',
  'education_details',
  'extended_details',
  'employment_details',
  'contracts',
  'subject',
  'year_group',
  'students',
  'employees',
  'student',
  'student_id',
  'start_date',
  'end_date',
  'sessions',
  'reason',
  'reasons',
  'aspect',
  'result',
  'result_date',
  'date',
  'session',
  'attendance_code',
  'minutes_late',
  'data',
  'upn',
  'current_nc_year',
  'admission_date',
  'leaving_date',
  'sen_status',
  'enrolment_status',
  'roles',
  'fte',
  'id',
];
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(
      null,
      '',
      'x',
      '2024-02-30',
      '2024-01-01 00:00:00.000000',
      'GCSE',
      '__proto__',
      'A1',
      'SUSP',
      0,
      -1,
      1e308,
      true,
      [],
    ),
    fc.string(),
    fc.double(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...fields), tie('value'), { maxKeys: 5 }),
  ),
}));
const row = fc.dictionary(fc.constantFrom(...fields), values.value, { maxKeys: 14 });
const context = mapContext({ aspects: [{ name: '*', gradeScheme: 'gcse-9-1' }] });

describe('rows of any shape', () => {
  it.each(Object.entries(wonde.streams))('never break the stream %s', (_, stream) => {
    fc.assert(
      fc.property(row, fc.boolean(), (fieldsOfRow, deletion) => {
        const wire = stream.wire.safeParse({ ...fieldsOfRow, ofSchool: { ...ofSchool, deletion } });
        if (!wire.success) return;
        const mapped = stream.map(wire.data, context);
        for (const one of Array.isArray(mapped) ? mapped : [mapped]) expect(typeof one).toBe('object');
      }),
      { numRuns: 300 },
    );
  });
});
