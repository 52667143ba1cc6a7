import { expect, it, vi } from 'vitest';
import { mapContext } from './__fixtures__/map-context.ts';
import { mapAttendanceMark } from './map-attendance-mark.ts';

const mark = {
  enrolmentId: 'E7',
  schoolId: 'S1',
  schoolUrn: '990001',
  date: '2025-09-08',
  session: 'AM',
  code: '/',
} as const;

it('belongs to an enrolment, a day and a session', () => {
  expect(mapAttendanceMark(mark, mapContext())).toEqual({
    enrolmentId: 'source:<source-enrolment E7>',
    organisationId: 'urn:990001',
    date: '2025-09-08',
    session: 'AM',
    code: '/',
    basis: 'mark',
  });
});

it('keeps a code that no code set knows on that day, and has it counted', () => {
  const unmapped = vi.fn();
  expect(mapAttendanceMark({ ...mark, code: '?9' }, mapContext({ unmapped }))).toMatchObject({ code: '?9' });
  expect(unmapped).toHaveBeenCalledWith('code', '?9');
});
