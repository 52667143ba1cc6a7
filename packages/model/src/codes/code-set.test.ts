import { expect, test } from 'vitest';
import { defineCodeSet } from './code-set.ts';

const colours = defineCodeSet({
  id: 'example/colours',
  jurisdiction: 'GB-ENG',
  title: 'Colours',
  source: 'invented',
  entries: [
    { code: 'R', label: 'red', validTo: '2024-08-18', meaning: 'warm' },
    { code: 'R', label: 'russet', validFrom: '2024-08-19', meaning: 'brown' },
  ],
});

test('a code is read with the meaning it had on the day, both ends included', () => {
  expect(colours.lookup('R', '2019-01-07')?.meaning).toBe('warm');
  expect(colours.lookup('R', '2024-08-18')?.meaning).toBe('warm');
  expect(colours.lookup('R', '2024-08-19')?.meaning).toBe('brown');
  expect(colours.lookup('R', '2031-01-07')?.meaning).toBe('brown');
});

test('a code that is not known is not guessed', () => {
  expect(colours.lookup('r', '2019-01-07')).toBeUndefined();
  expect(colours.lookup('', '2019-01-07')).toBeUndefined();
});
