import type { MapContext } from '@collegial/connector-kit';
import { describe, expect, it } from 'vitest';
import { ArborConfig } from './arbor-config.ts';
import { WireMark } from './arbor-schemas.ts';
import { mapAttendanceMark } from './map-attendance-mark.ts';

/** Pseudonyms that show what they were made from, so that a test can be read. */
function contextOf(attendance: { from?: string; to?: string } = {}) {
  const drifts: string[] = [];
  const config = ArborConfig.parse({
    baseUrl: 'https://a.example',
    username: 'a',
    password: 'b',
    urn: '100001',
    attendance,
  });
  const identity = { pseudonym: (kind: string, value: string) => `<${kind} ${value}>` };
  const context: MapContext<ArborConfig> = {
    config,
    source: 'arbor',
    identity,
    drift: (field) => void drifts.push(field),
    unmapped: () => undefined,
  };
  return { context, drifts };
}

const row = {
  id: '9',
  recordDate: '2023-03-06',
  rollCall: 'AM Morning registration',
  minutesLate: null,
  mark: {
    attendanceMark: '/',
    code: 'PRESENT',
    isLegalPresent: true,
    isStatisticalPresent: true,
    isStatisticalPossibleAttendance: true,
  },
  enrolments: [
    { id: '1', entryDate: '2021-09-01', leavingDate: '2022-07-21' },
    { id: '2', entryDate: '2022-09-01', leavingDate: null },
  ],
};

const map = (changes: object, attendance = {}) => {
  const { context, drifts } = contextOf(attendance);
  return { mapped: mapAttendanceMark(WireMark.parse({ ...row, ...changes }), context), drifts };
};
const withFlags = (flags: object) => map({ mark: { attendanceMark: 'X', ...flags } });

describe('mapAttendanceMark', () => {
  it('keeps a mark of the stay that its day lies in', () => {
    expect(map({}).mapped).toEqual({
      enrolmentId: 'arbor:<arbor-enrolment 100001/2>',
      organisationId: 'urn:100001',
      date: '2023-03-06',
      session: 'AM',
      code: '/',
      statistical: 'present',
      legal: 'present',
      minutesLate: null,
      basis: 'mark',
    });
    expect(map({ recordDate: '2022-07-21' }).mapped).toMatchObject({
      enrolmentId: 'arbor:<arbor-enrolment 100001/1>',
    });
  });

  it.each([
    [
      'approved activity is attendance, in whichever way it is said',
      { isStatisticalPresent: true, isStatisticalApprovedEducationalActivity: true },
      'approved-activity',
    ],
    [
      'authorised',
      { isStatisticalAuthorizedAbsent: true, isStatisticalPossibleAttendance: true },
      'authorised',
    ],
    ['unauthorised', { isStatisticalUnauthorizedAbsent: true }, 'unauthorised'],
    ['not possible', { isStatisticalPossibleAttendance: false }, 'not-possible'],
    ['nothing said', {}, null],
  ])('reads statistics: %s', (_, flags, statistical) => {
    const { mapped, drifts } = withFlags(flags);
    expect(mapped).toMatchObject({ statistical });
    expect(drifts).toEqual([]);
  });

  it.each([
    ['absent', { isLegalAbsent: true }, 'absent'],
    ['attending elsewhere', { isLegalApprovedEducationalActivity: true }, 'attending-elsewhere'],
    ['not required: the code tells on what ground', { isLegalNotRequired: true }, null],
  ])('reads law: %s', (_, flags, legal) => {
    expect(withFlags(flags).mapped).toMatchObject({ legal });
  });

  it('leaves flags that contradict each other to the code, and counts them', () => {
    const { mapped, drifts } = withFlags({
      isLegalPresent: true,
      isLegalAbsent: true,
      isStatisticalPresent: true,
      isStatisticalUnauthorizedAbsent: true,
    });
    expect(mapped).toMatchObject({ legal: null, statistical: null, code: 'X' });
    expect(drifts).toEqual(['attendanceMark.isStatistical', 'attendanceMark.isLegal']);
  });

  it.each([
    ['recordDate', { recordDate: null }],
    ['attendanceRollCall', { rollCall: 'Registration' }],
    ['student', { enrolments: [] }],
    ['attendanceMark', { mark: null }],
  ])('sets aside a mark without %s', (field, changes) => {
    expect(map(changes).mapped).toMatchObject({ code: 'record.invalid', field });
  });

  it('removes a mark that is gone only when the log says what it was', () => {
    expect(map({ gone: true }).mapped).toMatchObject({
      key: ['arbor:<arbor-enrolment 100001/2>', '2023-03-06', 'AM'],
    });
    expect(map({ gone: true, recordDate: null }).mapped).toMatchObject({
      reason: expect.stringContaining('gone'),
    });
  });

  it('passes over days that the settings leave out', () => {
    expect(map({}, { from: '2023-03-07' }).mapped).toMatchObject({
      reason: expect.stringContaining('outside'),
    });
  });
});
