import { expect, it } from 'vitest';
import { mapContext } from './__fixtures__/map-context.ts';
import { mapClassEnrolment } from './map-class-enrolment.ts';

it('joins a student and a class', () => {
  expect(mapClassEnrolment({ classId: 'C1', studentId: '7', from: '2025-09-01' }, mapContext())).toEqual({
    id: 'source:class:C1/source:<source-student 7>/2025-09-01',
    classId: 'source:class:C1',
    studentId: 'source:<source-student 7>',
    validFrom: '2025-09-01',
    validTo: null,
  });
});
