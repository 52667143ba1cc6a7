import { expect, it } from 'vitest';
import { bitWidthOf, checkRuns } from './check-runs.ts';

const check = (bytes: readonly number[], bitWidth: number, values: number, to = bytes.length) =>
  checkRuns(Uint8Array.from(bytes), 0, to, bitWidth, values);

it('takes a run of one value, and packed values filled up to eight', () => {
  // Ten times the value 1: header 10 × 2, value in one byte.
  expect(check([20, 1], 1, 10)).toBeUndefined();
  // Three values of one bit in a packed group of eight: header 1 × 2 + 1.
  expect(check([3, 0b101], 1, 3)).toBeUndefined();
  expect(check([3, 0b101, 20, 1], 1, 18)).toBeUndefined();
});

it('refuses a run of a billion values in a page of ten, which would be written one by one', () => {
  // 2^30 values: header 2^31 in groups of seven bits.
  expect(check([0x80, 0x80, 0x80, 0x80, 0x08, 1], 1, 10)).toBe('a run of more values than the page has');
  expect(check([0x81, 0x80, 0x80, 0x80, 0x08], 0, 10)).toBe('a run of more values than the page has');
});

it('refuses headers without an end, widths beyond 32 bits and stretches beyond the page', () => {
  expect(check([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], 1, 10)).toBe('a run without an end');
  expect(check([20, 1], 33, 10)).toBe('a bit width above 32');
  expect(check([20, 1], 1, 10, 3)).toBe('a page shorter than its header says');
});

it('knows how many bits a level takes', () => {
  expect([0, 1, 2, 3, 4].map(bitWidthOf)).toEqual([0, 1, 2, 2, 3]);
});
