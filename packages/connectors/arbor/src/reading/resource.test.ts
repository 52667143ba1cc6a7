import { expect, it } from 'vitest';
import { hrefOf, listKeyOf, pathOf, recordKeyOf } from './resource.ts';

it.each([
  ['Student', 'students', 'students', 'student'],
  ['Staff', 'staffs', 'staffs', 'staff'],
  ['AcademicUnitEnrolment', 'academic-unit-enrolments', 'academicUnitEnrolments', 'academicUnitEnrolment'],
  ['SenStatus', 'sen-statuses', 'senStatuses', 'senStatus'],
  ['Eligibility', 'eligibilities', 'eligibilities', 'eligibility'],
  ['AcademicHoliday', 'academic-holidays', 'academicHolidays', 'academicHoliday'],
  ['UkDfe_UpnAssignment', 'uk-dfe_upn-assignments', 'ukDfe_UpnAssignments', 'ukDfe_UpnAssignment'],
])('%s is at %s', (name, path, list, record) => {
  expect([pathOf(name), listKeyOf(name), recordKeyOf(name)]).toEqual([path, list, record]);
  expect(hrefOf(name, '7')).toBe(`/rest-v2/${path}/7`);
});
