import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeySet } from './key-set.ts';

test('never calls a known key new', () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 20 })), (batches) => {
      const set = new KeySet();
      const known = new Set<string>();
      for (const keys of batches) {
        const some = keys.some((key) => known.has(key));
        if (some) expect(set.add(keys)).toBe('known');
        else set.add(keys);
        for (const key of keys) known.add(key);
      }
    }),
  );
});

test('calls 200,000 keys new that differ in their end alone, and knows them after it has grown', () => {
  const set = new KeySet();
  const keys = (from: number) =>
    Array.from({ length: 20_000 }, (_, index) => `school:student-${from + index}`);
  for (let from = 0; from < 200_000; from += 20_000) expect(set.add(keys(from))).toBe('new');
  for (let from = 0; from < 200_000; from += 20_000) expect(set.add([keys(from)[7] as string])).toBe('known');
});

test('is full at four million keys', () => {
  const set = new KeySet();
  expect(set.add(new Array(4 * 1024 ** 2 + 1).fill('a'))).toBe('full');
});
