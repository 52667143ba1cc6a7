import { expect, it } from 'vitest';
import { mapContext } from './__fixtures__/map-context.ts';
import { mapStaff } from './map-staff.ts';

it('is linked by a teacher number that is one', () => {
  expect(mapStaff({ id: '3', teacherNumber: '99/12345' }, mapContext())).toEqual({
    id: 'source:<source-staff 3>',
    linkKey: '<teacher-number 9912345>',
  });
  expect(mapStaff({ id: '3', teacherNumber: 'none' }, mapContext())).toMatchObject({ linkKey: null });
});
