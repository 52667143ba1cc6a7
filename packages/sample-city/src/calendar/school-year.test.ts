import { describe, expect, it } from 'vitest';
import { dayOf, easterSunday, formatDay, parseDay, weekday } from './day.ts';
import { schoolYear } from './school-year.ts';

describe('days', () => {
  it.each([
    [2023, '2023-04-09'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2038, '2038-04-25'],
  ])('knows Easter of %d', (year, expected) => {
    expect(formatDay(easterSunday(year))).toBe(expected);
  });

  it('writes what it reads, and knows Mondays', () => {
    expect(formatDay(parseDay('2024-02-29'))).toBe('2024-02-29');
    expect(weekday(dayOf(2024, 9, 2))).toBe(0);
    expect(weekday(dayOf(1969, 12, 31))).toBe(2);
  });
});

describe('schoolYear', () => {
  it.each(Array.from({ length: 28 }, (_, index) => 2018 + index))(
    '%d has about 190 open weekdays within its terms',
    (start) => {
      const { openDays, terms, closures, leavingDate } = schoolYear(start);
      expect(openDays.length).toBeGreaterThan(183);
      expect(openDays.length).toBeLessThanOrEqual(190);
      for (const day of openDays) {
        expect(weekday(day)).toBeLessThan(5);
        expect(terms.some(({ from, to }) => from <= day && day <= to)).toBe(true);
        expect(closures.some(({ from, to }) => from <= day && day <= to)).toBe(false);
      }
      expect(openDays).toContain(leavingDate);
      const goodFriday = easterSunday(start + 1) - 2;
      expect(openDays).not.toContain(goodFriday);
      expect(openDays).not.toContain(goodFriday + 3);
      expect(closures.filter(({ reason }) => reason === 'Staff training')).toHaveLength(5);
    },
  );

  it('closes on the early May and the spring bank holiday of 2025', () => {
    const open = schoolYear(2024).openDays.map(formatDay);
    expect(open).not.toContain('2025-05-05');
    expect(open).not.toContain('2025-05-26');
    expect(open).toContain('2025-05-06');
  });
});
