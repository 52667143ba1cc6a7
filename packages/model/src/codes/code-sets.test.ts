import { describe, expect, test } from 'vitest';
import type { CodeEntry } from './code-set.ts';
import { codeSet, codeSets } from './code-sets.ts';

const first = (entry: CodeEntry) => entry.validFrom ?? '0001-01-01';
const last = (entry: CodeEntry) => entry.validTo ?? '9999-12-31';
const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

test('ids are unique, say the jurisdiction, and find their code set', () => {
  expect(new Set(codeSets.map(({ id }) => id)).size).toBe(codeSets.length);
  for (const set of codeSets) {
    expect(set.id).toMatch(new RegExp(`^${set.jurisdiction.toLowerCase()}/[a-z-]+$`));
    expect(codeSet(set.id)).toBe(set);
  }
  expect(codeSet('gb-wls/attendance')).toBeUndefined();
});

describe.each(codeSets.map((set) => [set.id, set] as const))('%s', (_id, set) => {
  test('no two entries of a code are in force on the same day', () => {
    const overlapping = set.entries.flatMap((one, index) =>
      set.entries
        .slice(index + 1)
        .filter((other) => other.code === one.code && first(one) <= last(other) && first(other) <= last(one)),
    );
    expect(overlapping).toEqual([]);
  });

  test('every entry is found on its first and last day', () => {
    for (const entry of set.entries) {
      expect(isDay(first(entry)) && isDay(last(entry))).toBe(true);
      expect(set.lookup(entry.code, first(entry))).toBe(entry);
      expect(set.lookup(entry.code, last(entry))).toBe(entry);
    }
  });

  test('codes carry no stray space and labels are not empty', () => {
    for (const { code, label } of set.entries) {
      expect(code).toBe(code.trim());
      expect(label).not.toBe('');
    }
  });
});
