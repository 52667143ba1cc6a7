/** A source of numbers from 0 to below 1, the same for the same seed everywhere (mulberry32, public domain, T. Ettinger 2017). */
export interface Random {
  (): number;
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** Puts values into random order, in place. */
  shuffle<Values extends { length: number; [index: number]: number }>(values: Values): Values;
}

/** @param seed any whole number; only its lowest 32 bits count */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const shuffle = <Values extends { length: number; [index: number]: number }>(values: Values) => {
    for (let index = values.length - 1; index > 0; index--) {
      const other = below(index + 1);
      const kept = values[index]!;
      values[index] = values[other]!;
      values[other] = kept;
    }
    return values;
  };
  return Object.assign(next, { below, shuffle });
}
