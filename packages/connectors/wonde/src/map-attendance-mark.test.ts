import { describe, expect, it } from 'vitest';
import { mapContext, rowsOf } from './__fixtures__/test-context.ts';
import { mapAttendanceMark } from './map-attendance-mark.ts';
import { WireMark } from './wonde-schemas.ts';

const [listed, included, plain] = rowsOf('marks', WireMark) as [WireMark, WireMark, WireMark];
const context = mapContext();
const mark = (fields: object, settings = context) => mapAttendanceMark({ ...listed, ...fields }, settings);

describe('mapAttendanceMark', () => {
  it('looks the code up in the list of the school', () => {
    expect(mapAttendanceMark(listed, context)).toEqual({
      enrolmentId: 'wonde:<wonde-student A2000000001>:enrolment',
      organisationId: 'urn:990001',
      date: '2025-10-01',
      session: 'AM',
      code: '/',
      statistical: null,
      legal: null,
      minutesLate: null,
      basis: 'mark',
    });
  });

  it('takes included objects and plain codes', () => {
    expect(mapAttendanceMark(included, context)).toMatchObject({ session: 'PM', code: 'L', minutesLate: 12 });
    expect(mapAttendanceMark(plain, context)).toMatchObject({
      enrolmentId: 'wonde:<wonde-student A2000000002>:enrolment',
      date: '2025-10-02',
      session: 'AM',
      code: '\\',
      minutesLate: null,
    });
  });

  it('keeps a code that no code set knows', () => {
    expect(mark({ attendance_code: '?9' })).toMatchObject({ code: '?9' });
  });

  it.each([
    ['student', { student: null }],
    ['date', { date: null }],
    ['date', { date: '2025-02-30' }],
    ['session', { session: 'EVE' }],
    ['attendance_code', { attendance_code: 'A7999999999' }],
    ['attendance_code', { attendance_code: '' }],
  ])('sets aside a mark without a usable %s', (field, fields) => {
    expect(mark(fields)).toMatchObject({ field, code: 'record.invalid' });
  });

  it('leaves out days that the settings leave out, first and last day included', () => {
    const settings = mapContext({ attendance: { from: '2025-10-01', to: '2025-10-02' } });
    const days = ['2025-09-30', '2025-10-01', '2025-10-02', '2025-10-03'].map(
      (date) => 'reason' in mark({ date }, settings),
    );
    expect(days).toEqual([true, false, false, true]);
  });
});
