/**
 * Rows in ascending order of a key, equal keys in the order in which they stood: a stable counting sort in linear time. Sort by
 * the least key first and hand its order in as `previous` to sort by several.
 *
 * @param keys key of each row, a whole number from 0
 * @param bound one more than the largest key
 * @param previous rows in an order to keep within equal keys; default: as they stand
 */
export function countingOrder(keys: Int32Array, bound: number, previous?: Int32Array): Int32Array {
  const next = new Int32Array(bound + 1);
  for (let row = 0; row < keys.length; row++) next[keys[row]! + 1]! += 1;
  for (let key = 0; key < bound; key++) next[key + 1]! += next[key]!;
  const order = new Int32Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const row = previous === undefined ? at : previous[at]!;
    order[next[keys[row]!]!++] = row;
  }
  return order;
}
