import { describe, expect, it } from 'vitest';
import { pupilNumber, teacherNumber } from './pupil-number.ts';

describe('pupilNumber', () => {
  it('has the check letter that a hand calculation gives', () => {
    // 9·2 + 9·3 + 0·4 + 2·5 + 0·6 + 0·7 + 1·8 + 1·9 + 1·10 + 0·11 + 0·12 + 1·13 = 95; 95 mod 23 = 3, the letter D.
    expect(pupilNumber(0, 2011)).toBe('D990200111001');
  });

  it('is unique and of the official form', () => {
    const numbers = Array.from({ length: 5_000 }, (_, index) => pupilNumber(index, 2010));
    expect(new Set(numbers).size).toBe(5_000);
    for (const number of numbers) expect(number).toMatch(/^[A-HJ-NP-RT-Z][0-9]{12}$/);
  });
});

it('teacherNumber has seven digits', () => {
  expect(teacherNumber(42)).toBe('9900042');
});
