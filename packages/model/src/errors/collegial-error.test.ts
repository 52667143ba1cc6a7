import { describe, expect, it } from 'vitest';
import { CollegialError, describePlace } from './collegial-error.ts';
import { errorCodes } from './error-codes.ts';

describe('a CollegialError', () => {
  const error = new CollegialError({
    code: 'csv.missing-column',
    message: 'The column “URN” is missing.',
    place: { source: 'dfe', stream: 'schools', file: 'schools.csv', line: 1 },
  });

  it('says what failed, where and how to put it right', () => {
    expect(error.message).toBe(
      'The column “URN” is missing. (dfe schools, schools.csv, line 1) Export the file again with this column, or check that it is the right file.',
    );
    expect(error.docs).toMatch(/errors\.md#csvmissing-column$/);
  });

  it('is recognised across copies of the package', () => {
    const copy = Object.assign(new Error('other copy'), { [Symbol.for('collegial.error')]: true });
    expect(CollegialError.isInstance(error)).toBe(true);
    expect(CollegialError.isInstance(copy)).toBe(true);
    expect(CollegialError.isInstance(new Error('plain'))).toBe(false);
    expect(CollegialError.isInstance(null)).toBe(false);
  });

  it('keeps the error underneath', () => {
    const cause = new Error('socket hang up');
    expect(new CollegialError({ code: 'http.network', message: 'x', cause }).cause).toBe(cause);
  });
});

it('describes a place from the outside in', () => {
  expect(describePlace({ source: 'wonde', stream: 'students', page: 3, row: 17, field: 'upn' })).toBe(
    'wonde students, page 3, row 17, field upn',
  );
  expect(describePlace({})).toBe('');
});

it.each(Object.entries(errorCodes))('code %s says when and how to fix it', (_, { when, fix }) => {
  expect(when).toMatch(/\.$/);
  expect(fix).toMatch(/\.$/);
});
