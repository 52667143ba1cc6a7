import { expect, it } from 'vitest';
import { mapContext } from './__fixtures__/map-context.ts';
import { mapStudent } from './map-student.ts';

const student = { id: '7', upn: 'A823432101001', gender: 'Female', birthDate: '2012-05-17' };

it('keeps neither number nor day of birth', () => {
  expect(mapStudent(student, mapContext())).toEqual({
    id: 'source:<source-student 7>',
    linkKey: '<upn A823432101001>',
    sex: 'F',
    birthYear: 2012,
    birthMonth: 5,
  });
});

it('links nobody by a temporary number, and guesses nothing', () => {
  expect(mapStudent({ id: '7', upn: 'A8234321010P1', gender: '?' }, mapContext())).toMatchObject({
    linkKey: null,
    sex: null,
    birthYear: null,
    birthMonth: null,
  });
});
