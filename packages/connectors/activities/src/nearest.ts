/**
 * The known words nearest to a word, by the number of letters to change, add or leave out; words that share a part come before
 * others as near.
 *
 * @param word what was written
 * @param known words to choose from
 * @param count how many at most; default 3
 *
 * @example
 * ```ts
 * nearest('join-training', ['meeting', 'joint-training', 'visit'], 1); // ['joint-training']
 * ```
 */
export function nearest(word: string, known: readonly string[], count = 3): readonly string[] {
  const parts = new Set(word.split('-').filter((part) => part.length > 2));
  return known
    .map((candidate) => ({
      candidate,
      shared: candidate.split('-').filter((part) => parts.has(part)).length,
      distance: editDistance(word, candidate),
    }))
    .sort((a, b) => a.distance - 4 * a.shared - (b.distance - 4 * b.shared))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
