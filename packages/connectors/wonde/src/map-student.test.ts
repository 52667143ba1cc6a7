import { describe, expect, it } from 'vitest';
import { mapContext, rowsOf } from './__fixtures__/test-context.ts';
import { mapEnrolment, readYearGroup } from './map-enrolment.ts';
import { mapStudent } from './map-student.ts';
import { mapStudentCharacteristic } from './map-student-characteristic.ts';
import { WireStudent } from './wonde-schemas.ts';

const [full, sparse, bare] = rowsOf('students', WireStudent) as [WireStudent, WireStudent, WireStudent];
const context = mapContext();
const id = 'wonde:<wonde-student A2000000001>';

describe('mapStudent', () => {
  it('keeps a pseudonym, a link and the month of birth', () => {
    expect(mapStudent(full, context)).toEqual({
      id,
      linkKey: '<upn H991400123001>',
      sex: 'F',
      birthYear: 2012,
      birthMonth: 3,
    });
  });

  it('links nobody by a temporary pupil number, and takes “not stated” for not known', () => {
    expect(mapStudent(sparse, context)).toMatchObject({
      linkKey: null,
      sex: null,
      birthYear: 2011,
      birthMonth: 12,
    });
  });

  it('needs nothing but an id', () => {
    expect(mapStudent(bare, context)).toEqual({
      id: 'wonde:<wonde-student A2000000003>',
      linkKey: null,
      sex: null,
      birthYear: null,
      birthMonth: null,
    });
  });

  it('takes the other words for sex', () => {
    const sexes = ['male', 'F', 'Other', 'Intersex or indeterminate', 'Redacted for privacy'].map(
      (gender) => {
        const student = mapStudent({ ...full, gender }, context);
        return 'sex' in student ? student.sex : undefined;
      },
    );
    expect(sexes).toEqual(['M', 'F', 'X', 'X', null]);
  });
});

describe('mapStudentCharacteristic', () => {
  it('makes a record of each characteristic that is given', () => {
    const records = mapStudentCharacteristic(full, context);
    expect(records.map((record) => ('kind' in record ? [record.kind, record.value] : record))).toEqual([
      ['disadvantaged', 'yes'],
      ['free-school-meals', 'yes'],
      ['looked-after', 'no'],
      ['sen', 'support'],
      ['first-language-other', 'no'],
      ['ethnicity', 'WBRI'],
      ['language', 'ENG'],
    ]);
    expect(records[0]).toMatchObject({ id: `${id}:disadvantaged`, studentId: id });
  });

  it('makes none of what is not given', () => {
    expect(mapStudentCharacteristic(sparse, context)).toEqual([]);
    expect(mapStudentCharacteristic(bare, context)).toEqual([]);
  });

  it.each([
    ['E', 'plan'],
    ['Education, Health and Care Plan', 'plan'],
    ['SEN Support', 'support'],
    ['No Special Educational Need', 'none'],
  ])('reads the SEN status %s', (sen_status, value) => {
    const row = { ...full, extended_details: { ...full.extended_details, sen_status } } as WireStudent;
    expect(mapStudentCharacteristic(row, context)).toContainEqual(
      expect.objectContaining({ kind: 'sen', value }),
    );
  });

  it('sets aside a SEN status that is not known, and keeps the rest', () => {
    const row = { ...full, extended_details: { ...full.extended_details, sen_status: 'Q9' } } as WireStudent;
    const records = mapStudentCharacteristic(row, context);
    expect(records).toHaveLength(7);
    expect(records.at(-1)).toMatchObject({ code: 'record.invalid', field: 'extended_details.sen_status' });
    expect(JSON.stringify(records.at(-1))).not.toContain('Q9');
  });
});

describe('mapEnrolment', () => {
  it('counts the year group back to the year of entry: year 9 in 2025/26 was year 7 in 2023/24', () => {
    expect(mapEnrolment(full, context)).toEqual({
      id: `${id}:enrolment`,
      studentId: id,
      organisationId: 'urn:990001',
      status: 'current',
      enteredOn: '2023-09-04',
      leftOn: null,
      exitReason: null,
      yearGroup: 7,
      yearGroupIn: 2023,
    });
  });

  it('is the same a year later, in year 10', () => {
    const later = {
      ...full,
      ofSchool: { ...full.ofSchool, today: '2026-11-20' },
      education_details: { ...full.education_details, current_nc_year: '10' },
    } as WireStudent;
    expect(mapEnrolment(later, context)).toEqual(mapEnrolment(full, context));
  });

  it('counts a leaver’s year group from the day of leaving', () => {
    const left = {
      ...full,
      education_details: {
        ...full.education_details,
        leaving_date: '2024-07-19',
        leaving_reason: 'Moved away',
      },
    } as WireStudent;
    expect(
      mapEnrolment(
        { ...left, education_details: { ...left.education_details, current_nc_year: '8' } } as WireStudent,
        context,
      ),
    ).toMatchObject({
      leftOn: '2024-07-19',
      exitReason: 'Moved away',
      yearGroup: 8,
      yearGroupIn: 2023,
    });
  });

  it('reads Reception, and empty texts as nothing', () => {
    expect(mapEnrolment(sparse, context)).toMatchObject({
      enteredOn: '2025-09-03',
      leftOn: null,
      yearGroup: 0,
      yearGroupIn: 2025,
    });
  });

  it.each([
    ['G', 'guest'],
    ['Main (dual registration)', 'main'],
    ['Subsidiary (dual registration)', 'subsidiary'],
    ['Single Registration', 'current'],
    ['P', 'current'],
  ])('reads the status %s', (enrolment_status, status) => {
    const row = { ...full, extended_details: { ...full.extended_details, enrolment_status } } as WireStudent;
    expect(mapEnrolment(row, context)).toMatchObject({ status });
  });

  it('sets aside what has no day of entry, a broken date, or a status that is not known', () => {
    expect(mapEnrolment(bare, context)).toMatchObject({ field: 'education_details.admission_date' });
    const broken = { ...full, education_details: { ...full.education_details, leaving_date: '31/02/2024' } };
    expect(mapEnrolment(broken as WireStudent, context)).toMatchObject({
      field: 'education_details.leaving_date',
    });
    const strange = { ...full, extended_details: { ...full.extended_details, enrolment_status: 'Zz' } };
    expect(mapEnrolment(strange as WireStudent, context)).toMatchObject({
      field: 'extended_details.enrolment_status',
    });
  });

  it.each([
    ['Year 7', 7],
    ['Y12', 12],
    ['R', 0],
    ['N2', -1],
    ['Mixed', undefined],
    ['', undefined],
  ])('reads the year group %s', (written, year) => {
    expect(readYearGroup(written)).toBe(year);
  });
});
