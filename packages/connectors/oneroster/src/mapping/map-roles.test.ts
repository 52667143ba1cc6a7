import { outcomeOf } from '@collegial/connector-kit';
import { describe, expect, it } from 'vitest';
import { mapContext, reading } from '../__fixtures__/map-context.ts';
import { mapAppointment } from './map-appointment.ts';
import { mapEnrolment } from './map-enrolment.ts';
import { rollFromOf } from './roll-from.ts';
import { WireAcademicSession, WireUser } from './wire-roster.ts';

const user = (row: object) => WireUser.parse({ sourcedId: 'u1', reading, ...row });
const at = (org: string, role: string, beginDate?: string, endDate?: string) => ({
  roleType: 'primary',
  role,
  org: { sourcedId: org },
  beginDate,
  endDate,
});
const id = 'or:<oneroster-student or:u1>';
const records = (mapped: readonly unknown[]) =>
  mapped.filter((one) => outcomeOf(one as object) === undefined);

describe('mapEnrolment', () => {
  it('makes one of each role of a student at a school; ends are excluded, and the grade is counted back to entry', () => {
    const row = user({
      grades: ['09'],
      roles: [
        at('s1', 'student', '2023-08-15', '2025-06-13'),
        at('s2', 'student', '2025-08-18'),
        at('d1', 'student'),
      ],
    });
    const mapped = mapEnrolment(row, mapContext());
    expect(records(mapped)).toEqual([
      {
        id: `${id}@s1`,
        studentId: id,
        organisationId: 'or:s1',
        status: 'current',
        enteredOn: '2023-08-15',
        leftOn: '2025-06-12',
        yearGroup: 8,
        yearGroupIn: 2023,
      },
      {
        id: `${id}@s2`,
        studentId: id,
        organisationId: 'or:s2',
        status: 'current',
        enteredOn: '2025-08-18',
        leftOn: null,
        yearGroup: 9,
        yearGroupIn: 2025,
      },
    ]);
    expect(mapped).toHaveLength(3);
  });

  it('counts users of 1.1 from the present school year', () => {
    const row = user({
      role: 'student',
      orgs: [{ sourcedId: 's1', href: '/ims/oneroster/v1p1/orgs/s1' }, 's2'],
      grades: 'KG',
    });
    expect(records(mapEnrolment(row, mapContext()))).toMatchObject([
      {
        organisationId: 'or:s1',
        enteredOn: '2025-08-18',
        leftOn: null,
        status: 'current',
        yearGroup: 0,
        yearGroupIn: 2025,
      },
      { organisationId: 'or:s2', enteredOn: '2025-08-18' },
    ]);
  });

  it('on two rolls at once, the primary organisation is the main one', () => {
    const roles = [at('s1', 'student', '2025-08-18'), at('s2', 'student', '2025-09-01')];
    const statuses = (row: object) =>
      records(mapEnrolment(user(row), mapContext())).map((one) => (one as { status: string }).status);
    expect(statuses({ roles, primaryOrg: { sourcedId: 's2' } })).toEqual(['subsidiary', 'main']);
    expect(statuses({ roles })).toEqual(['current', 'current']);
    const after = [at('s1', 'student', '2024-08-18', '2025-08-18'), at('s2', 'student', '2025-08-18')];
    expect(statuses({ roles: after, primaryOrg: { sourcedId: 's2' } })).toEqual(['current', 'current']);
  });

  it.each([
    [['PK'], null, ['grades PK']],
    [['09', '10'], null, []],
    [['09', '9'], 9, []],
    [['IT', '01'], 1, ['grades IT']],
    [['13'], 13, []],
    [['14'], null, ['grades 14']],
    [[], null, []],
  ])('reads the grades %j', (grades, yearGroup, unmapped) => {
    const context = mapContext();
    const [record] = mapEnrolment(user({ grades, roles: [at('s1', 'student', '2025-08-18')] }), context);
    expect((record as { yearGroup?: number }).yearGroup ?? null).toBe(yearGroup);
    expect(context.counted.unmapped).toEqual(unmapped);
  });

  it('sets an end before the beginning aside, and passes over a role of no day', () => {
    const outcomes = (role: object, settings = {}) =>
      mapEnrolment(user({ roles: [role] }), mapContext(settings)).map((one) => outcomeOf(one as object));
    expect(outcomes(at('s1', 'student', '2025-08-18', '2025-08-01'))).toEqual(['rejected']);
    expect(outcomes(at('s1', 'student', '2025-08-18', '2025-08-18'))).toEqual(['skipped']);
    expect(outcomes(at('s1', 'student', '2025-08-18', '2025-08-18'), { endDates: 'included' })).toEqual([
      undefined,
    ]);
    expect(outcomes(at('s1', 'student', undefined, '2025-06-30'))).toEqual(['skipped']);
  });

  it('rejects a school that is not listed where ids are national identifiers', () => {
    const row = user({ roles: [at('s9', 'student', '2025-08-18')] });
    expect(mapEnrolment(row, mapContext())).toMatchObject([{ organisationId: 'or:s9' }]);
    expect(mapEnrolment(row, mapContext({ organisationIdentifiers: { school: 'nces' } }))).toMatchObject([
      { field: 'roles.org' },
    ]);
  });

  it('passes over users who are deleted', () => {
    expect(
      outcomeOf(
        mapEnrolment(
          user({ status: 'tobedeleted', roles: [at('s1', 'student')] }),
          mapContext(),
        )[0] as object,
      ),
    ).toBe('skipped');
  });
});

describe('roles that cannot be read', () => {
  const fields = (mapped: readonly unknown[]) => mapped.map((one) => (one as { field?: string }).field);

  it.each([
    [{ roles: [{ role: 'student' }] }, 'roles.org'],
    [{ roles: [{ org: { sourcedId: 's1' } }] }, 'roles.role'],
    [{ roles: ['student'] }, 'roles.role'],
    [{ roles: [[]] }, 'roles.role'],
    [{ roles: [at('s1', 'pupil')] }, 'roles.role'],
    [{ roles: [at('s1', 'student', 'soon')] }, 'roles.beginDate'],
    [{ roles: [at('s1', 'student', '2025-08-18', 'never')] }, 'roles.endDate'],
    [{ role: 'student', orgs: [] }, 'orgs'],
    [{ role: 'pupil', orgs: ['s1'] }, 'role'],
    [{}, 'role'],
  ])('set aside %j, so that nothing is taken for gone', (row, field) => {
    expect(fields(mapEnrolment(user(row), mapContext()))).toEqual([field]);
  });

  it('keep what the others say', () => {
    const row = user({ role: 'student', orgs: [{ sourcedId: 's1' }, { id: 's2' }] });
    const [enrolment, other] = mapEnrolment(row, mapContext());
    expect(enrolment).toMatchObject({ organisationId: 'or:s1' });
    expect(other).toMatchObject({ field: 'orgs' });
  });

  it('tell two times at one school apart', () => {
    const row = user({
      roles: [at('s1', 'student', '2023-08-15', '2024-01-09'), at('s1', 'student', '2025-08-18')],
    });
    expect(mapEnrolment(row, mapContext())).toMatchObject([
      { id: `${id}@s1:2023-08-15` },
      { id: `${id}@s1:2025-08-18` },
    ]);
  });
});

describe('mapAppointment', () => {
  const staff = 'or:<oneroster-staff or:u1>';

  it('makes a post at each organisation, the higher of two from the same day', () => {
    const row = user({
      roles: [
        at('s1', 'teacher', '2020-08-01', '2026-01-01'),
        at('s1', 'principal', '2020-08-01'),
        at('d1', 'aide', '2021-08-01', '2022-08-01'),
        at('s2', 'parent'),
      ],
    });
    expect(mapAppointment(row, mapContext())).toEqual([
      {
        id: `${staff}@s1`,
        staffId: staff,
        organisationId: 'or:s1',
        role: 'head',
        kind: 'other',
        validFrom: '2020-08-01',
        validTo: null,
      },
      {
        id: `${staff}@d1`,
        staffId: staff,
        organisationId: 'or:d1',
        role: 'support',
        kind: 'other',
        validFrom: '2021-08-01',
        validTo: '2022-07-31',
      },
    ]);
  });

  it('lasts as long as the longer of two roles', () => {
    const row = user({
      roles: [at('s1', 'teacher', '2020-08-01', '2024-08-01'), at('s1', 'aide', '2020-08-01', '2025-08-01')],
    });
    expect(mapAppointment(row, mapContext())).toMatchObject([{ role: 'teacher', validTo: '2025-07-31' }]);
  });

  it('reads the role of 1.1 at every organisation', () => {
    const row = user({ role: 'administrator', orgs: [{ sourcedId: 's1' }, { sourcedId: 's2' }] });
    expect(mapAppointment(row, mapContext())).toMatchObject([
      { organisationId: 'or:s1', role: 'other', validFrom: '2025-08-18' },
      { organisationId: 'or:s2', role: 'other' },
    ]);
  });
});

describe('rollFromOf', () => {
  const year = (startDate: string, endDate: string) =>
    WireAcademicSession.parse({ sourcedId: startDate, reading, type: 'schoolYear', startDate, endDate });
  const settings = { jurisdiction: 'US-CA' };

  it.each([
    [
      'the setting',
      { ...settings, rollFrom: '2024-01-01' },
      [year('2025-08-18', '2026-06-12')],
      '2024-01-01',
    ],
    [
      'the school year of the server',
      settings,
      [year('2024-08-19', '2025-06-13'), year('2025-08-18', '2026-06-12')],
      '2025-08-18',
    ],
    ['the month in which years start', settings, [], '2025-08-01'],
    ['September in England', { jurisdiction: 'GB-ENG' }, [year('2024-08-19', '2025-06-13')], '2025-09-01'],
    ['the month of the settings', { ...settings, yearStarts: 7 }, [], '2025-07-01'],
  ])('is %s', (_, given, sessions, day) => {
    expect(rollFromOf(given, '2025-11-20', sessions)).toBe(day);
  });
});
