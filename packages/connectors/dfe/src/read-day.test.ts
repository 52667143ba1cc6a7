import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, readDay } from './read-day.ts';

describe('readDay', () => {
  it('reads the forms that extracts have had as the same day', () => {
    const days = fc
      .date({ min: new Date('1901-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, (day) => {
        const [year, month, date] = day.split('-');
        for (const form of [
          day,
          `${date}-${month}-${year}`,
          `${date}/${month}/${year}`,
          `${year}${month}${date}`,
        ])
          expect(readDay(form)).toBe(day);
      }),
    );
  });

  it('takes the placeholder of the register and an empty cell for not known', () => {
    expect(['1900-01-01', '01-01-1900', '', 'NA'].map(readDay)).toEqual([null, null, null, null]);
  });

  it('says so when there is no such day', () => {
    expect(['31/02/2015', '2015-13-01', 'soon', '15-2015'].map(readDay)).toEqual(Array(4).fill(undefined));
  });
});

describe('dayAfter', () => {
  it('crosses months and leap days', () => {
    expect(dayAfter('2019-08-31')).toBe('2019-09-01');
    expect(dayAfter('2020-02-28')).toBe('2020-02-29');
  });
});
