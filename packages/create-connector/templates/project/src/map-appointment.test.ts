import { expect, it, vi } from 'vitest';
import { mapContext } from './__fixtures__/map-context.ts';
import { mapAppointment } from './map-appointment.ts';

const appointment = {
  id: 'A3',
  staffId: '3',
  schoolId: 'S1',
  schoolUrn: '990001',
  startDate: '2019-09-01',
  role: 'Teacher',
  contract: 'permanent',
};

it('is a post of a person at a school', () => {
  expect(mapAppointment(appointment, mapContext())).toEqual({
    id: 'source:<source-appointment A3>',
    staffId: 'source:<source-staff 3>',
    organisationId: 'urn:990001',
    role: 'teacher',
    kind: 'permanent',
    validFrom: '2019-09-01',
    validTo: null,
  });
});

it('has words that are not known counted', () => {
  const unmapped = vi.fn();
  expect(mapAppointment({ ...appointment, role: 'Bursar' }, mapContext({ unmapped }))).toMatchObject({
    role: 'other',
  });
  expect(unmapped).toHaveBeenCalledWith('role', 'Bursar');
});
