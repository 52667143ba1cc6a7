import { describe, expect, it } from 'vitest';
import { mapContext, rowsOf } from './__fixtures__/test-context.ts';
import { kindOf, roleOf } from './appointment-words.ts';
import { mapAppointment } from './map-appointment.ts';
import { mapStaff } from './map-staff.ts';
import { WireEmployee } from './wonde-schemas.ts';

const [teacher, former, bare] = rowsOf('employees', WireEmployee) as [
  WireEmployee,
  WireEmployee,
  WireEmployee,
];
const context = mapContext();
const staffId = 'wonde:<wonde-employee A3000000001>';

describe('mapStaff', () => {
  it('links by the teacher number, however it is written', () => {
    expect(mapStaff(teacher, context)).toEqual({ id: staffId, linkKey: '<trn 9901234>' });
    const plain = {
      ...teacher,
      employment_details: { ...teacher.employment_details, teacher_number: '9901234' },
    };
    expect(mapStaff(plain as WireEmployee, context)).toMatchObject({ linkKey: '<trn 9901234>' });
  });

  it('links nobody without one', () => {
    expect(mapStaff(former, context)).toMatchObject({ linkKey: null });
    expect(mapStaff(bare, context)).toMatchObject({ linkKey: null });
  });
});

describe('mapAppointment', () => {
  it('makes one of each contract', () => {
    expect(mapAppointment(teacher, context)).toEqual([
      {
        id: 'wonde:<wonde-contract A3100000001>',
        staffId,
        organisationId: 'urn:990001',
        role: 'middle-leader',
        kind: 'permanent',
        fte: 0.6,
        subject: null,
        validFrom: '2019-09-01',
        validTo: null,
      },
      {
        id: 'wonde:<wonde-contract A3100000002>',
        staffId,
        organisationId: 'urn:990001',
        role: 'teacher',
        kind: 'fixed-term',
        fte: 0.2,
        subject: null,
        validFrom: '2021-01-04',
        validTo: '2021-07-21',
      },
    ]);
  });

  it('falls back on the details of employment', () => {
    expect(mapAppointment(former, context)).toEqual([
      {
        id: 'wonde:<wonde-employee A3000000002>:employment',
        staffId: 'wonde:<wonde-employee A3000000002>',
        organisationId: 'urn:990001',
        role: 'support',
        kind: 'other',
        validFrom: '2015-04-13',
        validTo: '2020-08-31',
      },
    ]);
  });

  it('sets aside a post without a first day', () => {
    expect(mapAppointment(bare, context)).toMatchObject([
      { field: 'employment_details.employment_start_date' },
    ]);
  });
});

describe('words of roles and contracts', () => {
  it.each([
    ['Head Teacher', 'head'],
    ['HDTR', 'head'],
    ['Executive Headteacher', 'head'],
    ['Principal', 'head'],
    ['Deputy Head Teacher', 'senior-leader'],
    ['Assistant Principal', 'senior-leader'],
    ['AHDT', 'senior-leader'],
    ['Head of Year 9', 'middle-leader'],
    ['Subject Leader', 'middle-leader'],
    ['Teaching Assistant', 'support'],
    ['Classroom Teacher', 'teacher'],
    ['TCHR', 'teacher'],
    ['Governor', 'other'],
  ])('%s is %s', (name, role) => {
    expect(roleOf([name], true)).toBe(role);
  });

  it.each([
    ['PRM', [], 'permanent'],
    ['Fixed Term', [], 'fixed-term'],
    ['Maternity cover', [], 'fixed-term'],
    [undefined, ['Supply Teacher'], 'supply'],
    [undefined, ['PERI'], 'peripatetic'],
    ['Secondment', [], 'secondment'],
    ['Central Team', [], 'central-team'],
    ['Something else', [], 'other'],
  ] as const)('%s with %j is %s', (type, roles, kind) => {
    expect(kindOf(type, roles)).toBe(kind);
  });
});
