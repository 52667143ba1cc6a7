/** Numbers of groups into which so many schools can be divided by the sizes, at most `most` of them, evenly chosen. */
export function groupCounts(
  { count, size }: { readonly count: number; readonly size: { readonly min: number; readonly max: number } },
  most: number,
): number[] {
  const fewest = Math.ceil(count / size.max);
  const greatest = Math.floor(count / size.min);
  if (fewest > greatest) return [];
  const steps = Math.min(most - 1, greatest - fewest);
  if (steps === 0) return [fewest];
  return Array.from({ length: steps + 1 }, (_, step) =>
    Math.round(fewest + ((greatest - fewest) * step) / steps),
  );
}
