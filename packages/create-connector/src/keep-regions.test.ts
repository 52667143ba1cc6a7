import { expect, it } from 'vitest';
import { keepRegions } from './keep-regions.ts';

const template = `always
  // #region Student files
  student or files
  // #region Student
  student
  // #endregion
  // #endregion
<!-- #region server -->
server
<!-- #endregion -->
end`;

it('keeps what belongs to the choices, and the marks of none', () => {
  const kept = (...chosen: string[]) =>
    keepRegions(template, new Set(chosen))
      .split('\n')
      .map((line) => line.trim());
  expect(kept()).toEqual(['always', 'end']);
  expect(kept('files')).toEqual(['always', 'student or files', 'end']);
  expect(kept('Student', 'server')).toEqual(['always', 'student or files', 'student', 'server', 'end']);
});
