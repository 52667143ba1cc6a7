import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countingOrder } from './counting-order.ts';
import { Numbering, positionsOf } from './positions-of.ts';

const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })));

test('by a second key within the first, rows with the same keys as they stood', () => {
  fc.assert(
    fc.property(rows, (some) => {
      const [first, second] = [0, 1].map((column) => Int32Array.from(some, (row) => row[column]!));
      const order = countingOrder(first!, 6, countingOrder(second!, 6));
      const expected = some
        .map((_, row) => row)
        .sort((a, b) => first![a]! - first![b]! || second![a]! - second![b]! || a - b);
      expect([...order]).toEqual(expected);
    }),
  );
});

test('numbers and positions name the same ids, in order of text', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (some) => {
      const numbering = new Numbering();
      const numbers = some.map((id) => numbering.numberOf(id));
      const { ids, positions } = numbering.inOrder();
      expect(ids).toEqual([...new Set(some)].sort());
      expect(numbers.map((number) => ids[positions[number]!])).toEqual(some);
      const { positionOf } = positionsOf(some);
      expect(numbers.map((number) => positions[number])).toEqual(some.map((id) => positionOf.get(id)));
    }),
  );
});
