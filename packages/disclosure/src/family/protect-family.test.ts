import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Family } from './family.ts';
import { protectFamily } from './protect-family.ts';

const line = (total: number, ...parts: number[]): Family => ({
  cells: [
    { id: 'all', counts: [total] },
    ...parts.map((count, index) => ({ id: String.fromCharCode(97 + index), counts: [count] })),
  ],
  lines: [{ total: 'all', parts: parts.map((_, index) => String.fromCharCode(97 + index)) }],
});
const shown = (family: Family) =>
  [...protectFamily(family).values()].filter((cell) => cell.state === 'shown').map((cell) => cell.id);
const reasons = (family: Family) =>
  Object.fromEntries(
    [...protectFamily(family).values()].flatMap((cell) =>
      cell.state === 'hidden' ? [[cell.id, cell.reason]] : [],
    ),
  );

describe('one line', () => {
  test('nothing small: everything stays', () => {
    expect(shown(line(60, 10, 20, 30))).toEqual(['all', 'a', 'b', 'c']);
  });
  test('zero stays', () => {
    expect(shown(line(50, 0, 20, 30))).toEqual(['all', 'a', 'b', 'c']);
  });
  test('1 to 9 is hidden, and the next smallest with it', () => {
    expect(reasons(line(65, 9, 20, 36))).toEqual({ a: 'small', b: 'complementary' });
  });
  test('a zero is no cover', () => {
    expect(reasons(line(59, 9, 0, 20, 30))).toEqual({ a: 'small', c: 'complementary' });
  });
  test('two small counts that add up to a small one need a third', () => {
    expect(reasons(line(56, 3, 3, 20, 30))).toEqual({ a: 'small', b: 'small', c: 'complementary' });
  });
  test('two small counts that add up to ten do not', () => {
    expect(reasons(line(60, 5, 5, 20, 30))).toEqual({ a: 'small', b: 'small' });
  });
  test('with no other part, the total is hidden', () => {
    expect(shown(line(4, 4))).toEqual([]);
    expect(reasons(line(54, 4, 50))).toEqual({ a: 'small', b: 'complementary' });
  });
  test('the threshold is a parameter with a floor', () => {
    expect(shown({ ...line(60, 5, 25, 30), threshold: 5 })).toEqual(['all', 'a', 'b', 'c']);
    expect(() => protectFamily({ ...line(60, 5, 25, 30), threshold: 4 })).toThrow(RangeError);
  });
});

describe('a rate gives both its counts away', () => {
  test.each([
    [[3, 97], false],
    [[97, 3], false],
    [[0, 100], true],
    [[100, 0], true],
    [[10, 90], true],
    [[0, 9], false],
    [[0, 0], true],
  ])('%j shown: %s', (counts, expected) => {
    const cells = protectFamily({ cells: [{ id: 'x', counts }], lines: [] });
    expect(cells.get('x')?.state === 'shown').toBe(expected);
  });
});

describe('a reader who holds its own figures', () => {
  const holders = ['a', 'b', 'c', 'd'].map((id) => ({ id, knows: [id] }));

  test('two hidden schools hide nothing from each other: a third is hidden', () => {
    expect(reasons(line(80, 5, 6, 30, 39))).toEqual({ a: 'small', b: 'small' });
    expect(reasons({ ...line(80, 5, 6, 30, 39), holders })).toEqual({
      a: 'small',
      b: 'small',
      c: 'complementary',
    });
  });
  test('a total of two schools of which one is hidden goes with it', () => {
    expect(shown({ ...line(54, 4, 50), holders: holders.slice(0, 2) })).toEqual([]);
  });
  test('schools that are never shown: their total needs three of them', () => {
    const unnamed = (family: Family): Family => ({
      ...family,
      holders,
      cells: family.cells.map((cell) => ({ ...cell, published: cell.id === 'all' })),
    });
    expect(shown(unnamed(line(90, 30, 60)))).toEqual([]);
    expect(shown(unnamed(line(90, 20, 30, 40)))).toEqual(['all']);
    expect(shown(unnamed(line(90, 4, 4, 82)))).toEqual([]);
  });
});

test('girls and boys, schools and group: what one line hides the other must not give back', () => {
  const cells = [
    { id: 'G', counts: [100] },
    { id: 'G.F', counts: [49] },
    { id: 'G.M', counts: [51] },
    { id: 'a', counts: [50] },
    { id: 'a.F', counts: [4] },
    { id: 'a.M', counts: [46] },
    { id: 'b', counts: [50] },
    { id: 'b.F', counts: [45] },
    { id: 'b.M', counts: [5] },
  ];
  const lines = [
    { total: 'G', parts: ['a', 'b'] },
    { total: 'G', parts: ['G.F', 'G.M'] },
    { total: 'G.F', parts: ['a.F', 'b.F'] },
    { total: 'G.M', parts: ['a.M', 'b.M'] },
    { total: 'a', parts: ['a.F', 'a.M'] },
    { total: 'b', parts: ['b.F', 'b.M'] },
  ];
  expect(shown({ cells, lines })).toEqual(['G', 'G.F', 'G.M', 'a', 'b']);
});

test('the order of the cells changes nothing', () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.integer({ min: 0, max: 25 }), { minLength: 2, maxLength: 8 })
        .chain((counts) =>
          fc.tuple(
            fc.constant(counts),
            fc.shuffledSubarray([...counts.keys()], { minLength: counts.length }),
          ),
        ),
      ([counts, order]) => {
        const cells = counts.map((count, index) => ({ id: `s${index}`, counts: [count] }));
        const all = { id: 'all', counts: [counts.reduce((sum, count) => sum + count, 0)] };
        const parts = cells.map((cell) => cell.id);
        const one = protectFamily({ cells: [all, ...cells], lines: [{ total: 'all', parts }] });
        const other = protectFamily({
          cells: [...order.map((index) => cells[index]!), all],
          lines: [{ total: 'all', parts: order.map((index) => `s${index}`) }],
        });
        for (const id of ['all', ...parts]) expect(other.get(id)).toEqual(one.get(id));
      },
    ),
  );
});

test.each([
  [
    'a cell twice',
    {
      cells: [
        { id: 'a', counts: [1] },
        { id: 'a', counts: [1] },
      ],
      lines: [],
    },
  ],
  ['a count that is not whole', { cells: [{ id: 'a', counts: [1.5] }], lines: [] }],
  ['a negative count', { cells: [{ id: 'a', counts: [-1] }], lines: [] }],
  [
    'cells of different kinds',
    {
      cells: [
        { id: 'a', counts: [1] },
        { id: 'b', counts: [1, 2] },
      ],
      lines: [],
    },
  ],
  ['a line without its cell', { cells: [{ id: 'a', counts: [1] }], lines: [{ total: 'b', parts: ['a'] }] }],
])('refuses %s', (_name, family) => {
  expect(() => protectFamily(family)).toThrow(RangeError);
});
