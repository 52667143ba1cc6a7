import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { Remembered } from './remembered.ts';

/** A memory, and how often it had a pseudonym made. */
function counted() {
  const remembered = new Remembered();
  let made = 0;
  const ask = (value: string) =>
    remembered.get(value, (text) => {
      made += 1;
      return createHash('sha256').update(text).digest('base64url').slice(0, 22);
    });
  const madeBy = (work: () => void) => {
    const before = made;
    work();
    return made - before;
  };
  return { ask, madeBy };
}
const values = (count: number) => Array.from({ length: count }, (_, index) => `student ${index}`);

it('makes a pseudonym once for rows that come student by student', () => {
  const { ask, madeBy } = counted();
  expect(
    madeBy(() => {
      for (const value of values(10_000)) for (let row = 0; row < 9; row += 1) ask(value);
    }),
  ).toBe(10_000);
});

it('grows when as many students come over and over as it had forgotten', () => {
  const { ask, madeBy } = counted();
  const round = () => {
    for (const value of values(20_000)) ask(value);
  };
  expect(madeBy(round)).toBe(20_000);
  expect(madeBy(round)).toBeGreaterThan(1_000);
  expect(madeBy(round)).toBeLessThan(10_000);
  expect(madeBy(round)).toBe(0);
});

it('gives the same whether it remembers or not', () => {
  const { ask } = counted();
  const first = values(3_000).map(ask);
  expect(values(3_000).map(ask)).toEqual(first);
});
