/**
 * A source of numbers from 0 (included) to 1 (excluded) that gives the same sequence for the same seed on every machine.
 * Not for secrets.
 *
 * Reference: sfc32 by C. Doty-Humphrey (PractRand), seeded by splitmix32.
 *
 * @param seed any whole number; its lowest 32 bits count
 *
 * @example
 * ```ts
 * import { seededRandom } from '@collegial/statistics';
 *
 * seededRandom(1)() === seededRandom(1)(); // true
 * ```
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  let a = next();
  let b = next();
  let c = next();
  let counter = 1;
  const step = () => {
    const sum = (((a + b) >>> 0) + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = ((c << 21) | (c >>> 11)) >>> 0;
    c = (c + sum) >>> 0;
    return sum;
  };
  for (let warmUp = 0; warmUp < 12; warmUp += 1) step();
  return () => step() / 4_294_967_296;
}
