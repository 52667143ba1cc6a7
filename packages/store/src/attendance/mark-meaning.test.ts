import { expect, test } from 'vitest';
import { createMarkReader } from './mark-meaning.ts';

const read = createMarkReader('GB-ENG');
const marked = (code: string, date: string, statistical: 'present' | null = null) => ({
  code,
  date,
  statistical,
  legal: null,
});

test('a code is read with the meaning it had on the day', () => {
  expect(read(marked('J', '2024-08-18')).meaning).toBe(2);
  expect(read(marked('J', '2024-08-19')).meaning).toBe(0);
  expect(read(marked('J1', '2024-08-18')).meaning).toBe(0);
  expect(read(marked('J1', '2024-08-19')).meaning).toBe(3);
});

test('late before the register closes is attendance, after it unauthorised absence', () => {
  expect(read(marked('L', '2024-10-01'))).toMatchObject({ meaning: 1, late: 1 });
  expect(read(marked('U', '2024-10-01'))).toMatchObject({ meaning: 4, late: 2 });
});

test('the meaning that the source states wins, and nothing is then late against it', () => {
  expect(read(marked('U', '2024-10-01', 'present'))).toMatchObject({ meaning: 1, late: 0, stated: 1 });
  expect(read(marked('?', '2024-10-01', 'present'))).toMatchObject({ meaning: 1, legal: 0, stated: 1 });
});

test('a jurisdiction without a code set has only unknown codes', () => {
  expect(createMarkReader('XX')(marked('/', '2024-10-01'))).toMatchObject({ meaning: 0, legal: 0 });
});
