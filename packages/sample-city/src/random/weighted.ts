/**
 * The item whose stretch of the cumulative weights holds a position.
 *
 * @param position 0 up to the sum of the weights; `undefined` comes back from beyond it
 */
export function atWeight<Item>(
  items: readonly Item[],
  weightOf: (item: Item) => number,
  position: number,
): Item | undefined {
  let sum = 0;
  for (const item of items) {
    sum += weightOf(item);
    if (position < sum) return item;
  }
  return undefined;
}
