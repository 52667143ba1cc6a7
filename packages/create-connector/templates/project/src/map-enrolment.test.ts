import { expect, it, vi } from 'vitest';
import { mapContext } from './__fixtures__/map-context.ts';
import { mapEnrolment } from './map-enrolment.ts';

const enrolment = { id: 'E7', studentId: '7', schoolId: 'S1', schoolUrn: '990001', entryDate: '2023-09-04' };

it('is a student on the roll of a school', () => {
  expect(mapEnrolment({ ...enrolment, exitDate: '2024-07-19' }, mapContext())).toEqual({
    id: 'source:<source-enrolment E7>',
    studentId: 'source:<source-student 7>',
    organisationId: 'urn:990001',
    status: 'current',
    enteredOn: '2023-09-04',
    leftOn: '2024-07-19',
  });
});

it('sets an unknown status aside, and has it counted', () => {
  const unmapped = vi.fn();
  const record = mapEnrolment({ ...enrolment, status: 'Exchange' }, mapContext({ unmapped }));
  expect(record).toMatchObject({ code: 'record.invalid', field: 'status' });
  expect(unmapped).toHaveBeenCalledWith('status', 'Exchange');
});
