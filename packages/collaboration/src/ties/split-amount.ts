/** Amounts are whole numbers of this part of a unit, so that what is split adds up again to the last digit. */
export const partsPerUnit = 10_000;

/** An amount in whole parts. */
export function toParts(amount: number): number {
  return Math.round(amount * partsPerUnit);
}

/** Whole parts as an amount. */
export function fromParts(parts: number): number {
  return parts / partsPerUnit;
}

/**
 * Splits whole parts in proportion to weights without losing one: each share is rounded down, and what is left goes one
 * by one to the largest remainders, earlier ones first (Hamilton's method). All weights zero: equal shares.
 */
export function splitParts(parts: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map((weight) => (parts * (sum > 0 ? weight : 1)) / (sum > 0 ? sum : weights.length));
  const shares = exact.map(Math.floor);
  let left = parts - shares.reduce((total, share) => total + share, 0);
  const order = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of order) {
    if (left <= 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}
