import { describe, expect, it } from 'vitest';
import { dayOrNothing, readDay } from './php-date.ts';

const php = (date: unknown, timezone = 'Europe/London') => ({ date, timezone_type: 3, timezone });

describe('readDay', () => {
  it.each([
    ['a PHP date object', php('2015-10-29 14:53:44.000000', 'UTC'), '2015-10-29'],
    ['midnight', php('2015-10-29 00:00:00.000000'), '2015-10-29'],
    ['plain text with a time', '2015-10-29 00:00:00', '2015-10-29'],
    ['a day alone', '2015-10-29', '2015-10-29'],
    ['a leap day', php('2024-02-29 00:00:00.000000'), '2024-02-29'],
    ['eleven in the evening where the zone is not UTC', php('2015-10-29 23:00:00.000000'), '2015-10-29'],
  ])('reads %s', (_, value, day) => {
    expect(readDay(value)).toEqual({ day });
  });

  it.each([
    ['null', null],
    ['undefined', undefined],
    ['an empty text', ''],
    ['an empty list, which PHP writes for an empty object', []],
    ['an object without a date', php(null)],
  ])('takes %s as no date', (_, value) => {
    expect(readDay(value)).toEqual({ day: undefined });
  });

  it.each([
    ['a day that the calendar does not have', php('2023-02-29 00:00:00.000000')],
    ['a month that does not exist', '2023-13-01'],
    ['a British date', '29/10/2015'],
    ['a number', 20151029],
    ['a time that does not exist', '2015-10-29 25:00:00'],
    ['a list', ['2015-10-29']],
    ['text around it', 'on 2015-10-29'],
    ['the zero date of MySQL', '0000-00-00 00:00:00'],
    ['a day that may be the next one in summer', php('2015-06-29 23:00:00.000000', 'UTC')],
  ])('refuses %s', (_, value) => {
    expect(readDay(value)).toHaveProperty('problem');
    expect(readDay(value)).toHaveProperty('problem'); // from memory
    expect(dayOrNothing(value)).toBeUndefined();
  });
});
