import { normalQuantile } from '../../distributions/normal-quantile.ts';
import { seededRandom } from '../../resampling/seeded-random.ts';
import { largestGain } from './largest-gain.ts';

interface NullOptions {
  readonly minimumLength: number;
  readonly draws: number;
  readonly seed: number;
}

/** Up to so many values all orders are gone through: 40,320 of eight. */
const mostForAllOrders = 8;

/** Largest gains when the same values come in any order: in all of them, or in random ones. */
export function gainsByShuffling(
  values: readonly number[],
  { minimumLength, draws, seed }: NullOptions,
): { exact: boolean; gains: Float64Array } {
  const weights = values.map(() => 1);
  const order = [...values].sort((a, b) => a - b);
  if (values.length <= mostForAllOrders) {
    const gains: number[] = [];
    eachOrder(order, values.length, () => gains.push(largestGain(order, weights, minimumLength)));
    return { exact: true, gains: Float64Array.from(gains) };
  }
  const random = seededRandom(seed);
  const gains = Float64Array.from({ length: draws }, () => {
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      [order[last], order[other]] = [order[other]!, order[last]!];
    }
    return largestGain(order, weights, minimumLength);
  });
  return { exact: false, gains };
}

/** Largest gains of series that only their errors move. */
export function gainsByChance(
  errors: readonly number[],
  { minimumLength, draws, seed }: NullOptions,
): Float64Array {
  const random = seededRandom(seed);
  const weights = errors.map((error) => error ** -2);
  const values = new Float64Array(errors.length);
  return Float64Array.from({ length: draws }, () => {
    for (let at = 0; at < values.length; at += 1)
      values[at] = errors[at]! * normalQuantile(random() * (1 - 2 ** -32) + 2 ** -33);
    return largestGain(values, weights, minimumLength);
  });
}

/** Heap's algorithm: every order of the first `count` items, each once. */
function eachOrder(items: number[], count: number, visit: () => void): void {
  if (count <= 1) {
    visit();
    return;
  }
  for (let at = 0; at < count; at += 1) {
    eachOrder(items, count - 1, visit);
    const other = count % 2 === 0 ? at : 0;
    [items[other], items[count - 1]] = [items[count - 1]!, items[other]!];
  }
}
