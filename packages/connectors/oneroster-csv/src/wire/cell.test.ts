import { expect, it } from 'vitest';
import { day, flag, list, number, text, typedIds } from './cell.ts';

const counting = () => {
  const drifted: string[] = [];
  return { drifted, drift: (column: string) => void drifted.push(column) };
};

it('reads text and lists, and takes empty ones for nothing', () => {
  expect([text(' a b '), text('   '), text(''), text(undefined)]).toEqual([
    'a b',
    undefined,
    undefined,
    undefined,
  ]);
  expect(list('t1, t2 ,,t3')).toEqual(['t1', 't2', 't3']);
  expect([list('a'), list(' '), list(undefined)]).toEqual([['a'], undefined, undefined]);
});

it.each([
  ['2025-02-28', '2025-02-28', 0],
  ['2025-02-29', undefined, 1],
  ['2025-02-28T00:00:00.000Z', '2025-02-28', 1],
  ['28/02/2025', undefined, 1],
  ['', undefined, 0],
])('reads the day “%s” as %s, counting %i', (cell, expected, count) => {
  for (const _ of ['first', 'remembered']) {
    const { drift, drifted } = counting();
    expect(day(cell, 'beginDate', drift)).toBe(expected);
    expect(drifted).toHaveLength(count);
  }
});

it.each([
  ['true', true, 0],
  ['FALSE', false, 0],
  ['Y', true, 1],
  ['0', false, 1],
  ['perhaps', undefined, 1],
])('reads the flag “%s” as %s, counting %i', (cell, expected, count) => {
  const { drift, drifted } = counting();
  expect(flag(cell, 'asian', drift)).toBe(expected);
  expect(drifted).toHaveLength(count);
});

it.each([
  ['41', 41, 0],
  ['-0.5', -0.5, 0],
  ['4 1', undefined, 1],
  ['1e3', undefined, 1],
])('reads the number “%s” as %s, counting %i', (cell, expected, count) => {
  const { drift, drifted } = counting();
  expect(number(cell, 'score', drift)).toBe(expected);
  expect(drifted).toHaveLength(count);
});

it.each([
  [
    '{LDAP:Users/a},{UPN:A1}',
    [
      ['LDAP', 'Users/a'],
      ['UPN', 'A1'],
    ],
    0,
  ],
  ['{ UPN : A1 }', [['UPN', 'A1']], 0],
  ['{url:https://x.example}', [['url', 'https://x.example']], 0],
  ['A1', [], 1],
  ['{UPN:A1},{broken', [['UPN', 'A1']], 1],
])('reads the ids %s', (cell, expected, count) => {
  const { drift, drifted } = counting();
  expect(typedIds(cell, 'userIds', drift)?.map(({ type, identifier }) => [type, identifier])).toEqual(
    expected,
  );
  expect(drifted).toHaveLength(count);
});
