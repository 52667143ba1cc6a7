/** Ids that share a label, largest set first, sets of one size by their first id; ids keep their order. */
export function idsByLabel(ids: readonly string[], label: Int32Array): string[][] {
  const sets = new Map<number, string[]>();
  for (const [node, id] of ids.entries()) {
    const set = sets.get(label[node]!);
    if (set === undefined) sets.set(label[node]!, [id]);
    else set.push(id);
  }
  // Sets are met in order of their first id, and sorting is stable.
  return [...sets.values()].sort((left, right) => right.length - left.length);
}
