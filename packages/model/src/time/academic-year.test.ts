import { describe, expect, it } from 'vitest';
import { academicYearOf, academicYearSpan, formatAcademicYear, parseAcademicYear } from './academic-year.ts';

describe('an academic year', () => {
  it('starts on 1 September', () => {
    expect(academicYearOf('2024-08-31')).toBe(2023);
    expect(academicYearOf('2024-09-01')).toBe(2024);
    expect(academicYearSpan(2024)).toEqual({ from: '2024-09-01', to: '2025-08-31' });
  });

  it('may start in another month elsewhere', () => {
    expect(academicYearOf('2024-08-15', 8)).toBe(2024);
  });

  it.each(['2023/24', '2023-24', '202324', ' 2023/24 '])('reads %j', (text) => {
    expect(parseAcademicYear(text)).toBe(2023);
  });

  it('writes the turn of a century', () => {
    expect(formatAcademicYear(1999)).toBe('1999/00');
    expect(parseAcademicYear('1999/00')).toBe(1999);
  });

  it.each(['2023', '2023/25', '23/24', 'next year', ''])('refuses %j with period.invalid', (text) => {
    expect(() => parseAcademicYear(text)).toThrow(expect.objectContaining({ code: 'period.invalid' }));
  });
});
