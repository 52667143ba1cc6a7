/** Number of unordered pairs of so many nodes. */
export function pairsOf(size: number): number {
  return size < 2 ? 0 : (size * (size - 1)) / 2;
}

/** Number of unordered triads of so many nodes. */
export function triadsOf(size: number): number {
  return size < 3 ? 0 : (size * (size - 1) * (size - 2)) / 6;
}
