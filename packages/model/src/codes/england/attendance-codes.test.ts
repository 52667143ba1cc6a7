import { describe, expect, test } from 'vitest';
import { englandAttendanceCodes } from './attendance-codes.ts';

const codesOn = (day: string, key: 'legal' | 'statistical', value: string) =>
  [...new Set(englandAttendanceCodes.entries.map(({ code }) => code))]
    .filter((code) => englandAttendanceCodes.lookup(code, day)?.meaning[key] === value)
    .sort()
    .join(' ');

describe('since 19 August 2024', () => {
  const day = '2025-01-07';

  test('34 codes are in force', () => {
    const inForce = englandAttendanceCodes.entries.filter(
      (entry) => englandAttendanceCodes.lookup(entry.code, day) === entry,
    );
    expect(inForce).toHaveLength(34);
  });

  test.each([
    ['present', '/ L \\'],
    ['approved-activity', 'B K P V W'],
    ['authorised', 'C C1 C2 E I J1 M R S T'],
    ['unauthorised', 'G N O U'],
    ['not-possible', '# D Q X Y1 Y2 Y3 Y4 Y5 Y6 Y7 Z'],
  ])('statistics: %s is %s', (value, codes) => {
    expect(codesOn(day, 'statistical', value)).toBe(codes);
  });

  test.each([
    ['present', '/ L \\'],
    ['attending-elsewhere', 'B D K P V W'],
    ['absent', 'C C1 C2 E G I J1 M N O R S T U X'],
    ['unable-to-attend', 'Q Y1 Y2 Y3 Y4 Y5 Y6 Y7'],
    ['administrative', '# Z'],
  ])('law: %s is %s', (value, codes) => {
    expect(codesOn(day, 'legal', value)).toBe(codes);
  });
});

describe('before 19 August 2024', () => {
  test.each([
    ['present', '/ L \\'],
    ['approved-activity', 'B J P V W'],
    ['authorised', 'C E H I M R S T'],
    ['unauthorised', 'G N O U'],
    ['not-possible', '# D X Y Z'],
  ])('statistics: %s is %s', (value, codes) => {
    expect(codesOn('2019-01-07', 'statistical', value)).toBe(codes);
  });

  test('the extended family holiday ended with the year 2012/13', () => {
    expect(englandAttendanceCodes.lookup('F', '2013-07-01')?.meaning.statistical).toBe('authorised');
    expect(englandAttendanceCodes.lookup('F', '2013-09-03')).toBeUndefined();
  });
});

test('an interview was attendance, and is leave of absence now', () => {
  expect(englandAttendanceCodes.lookup('J', '2019-03-04')?.meaning).toEqual({
    legal: 'attending-elsewhere',
    statistical: 'approved-activity',
  });
  expect(englandAttendanceCodes.lookup('J', '2025-03-04')).toBeUndefined();
  expect(englandAttendanceCodes.lookup('J1', '2019-03-04')).toBeUndefined();
  expect(englandAttendanceCodes.lookup('J1', '2025-03-04')?.meaning).toEqual({
    legal: 'absent',
    statistical: 'authorised',
  });
});

test.each([
  ['L', 'present', 'before-close'],
  ['U', 'unauthorised', 'after-close'],
  ['/', 'present', undefined],
])('%s is %s, late %s', (code, statistical, late) => {
  const meaning = englandAttendanceCodes.lookup(code, '2025-01-07')?.meaning;
  expect(meaning?.statistical).toBe(statistical);
  expect(meaning?.late).toBe(late);
});

test.each(['-', '', 'l', 'I01', 'Y8'])('“%s” is not a code', (code) => {
  expect(englandAttendanceCodes.lookup(code, '2025-01-07')).toBeUndefined();
});
