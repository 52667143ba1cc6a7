import { hashText, mix } from './hash.ts';
import { normalQuantile } from './normal-quantile.ts';

/** A named stream of random numbers. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Whole number from 0 to `below` − 1. */
  integer(below: number): number;
  /** True with a probability. */
  chance(probability: number): boolean;
  /** Standard normal. */
  normal(): number;
  /** Poisson count; meant for small means. */
  poisson(mean: number): number;
  /** One of a list. */
  pick<Item>(items: readonly Item[]): Item;
  /** A copy of a list in random order. */
  shuffle<Item>(items: readonly Item[]): Item[];
}

/**
 * A stream of random numbers that depends on the seed and its name alone: a stream added later, or one that draws more,
 * shifts no other. The generator is sfc32 (C. Doty-Humphrey, PractRand), 128 bits of state, seeded by hashes of the name.
 *
 * @param seed whole number
 * @param name parts of the name of the stream, for example `'intake', 'A1', 2023`
 */
export function createRandom(seed: number, ...name: readonly (string | number)[]): Random {
  const text = name.join('/');
  let a = hashText(text, seed);
  let b = mix(a ^ seed);
  let c = hashText(text, ~seed);
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 12; round++) next();
  const integer = (below: number) => Math.floor(next() * below);
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    normal: () => normalQuantile((next() * 4_294_967_295 + 0.5) / 4_294_967_296),
    poisson(mean) {
      const limit = Math.exp(-mean);
      let count = -1;
      for (let product = 1; product > limit; product *= next()) count++;
      return count;
    },
    pick: (items) => items[integer(items.length)]!,
    shuffle(items) {
      const copy = [...items];
      for (let index = copy.length - 1; index > 0; index--) {
        const other = integer(index + 1);
        [copy[index], copy[other]] = [copy[other]!, copy[index]!];
      }
      return copy;
    },
  };
}
