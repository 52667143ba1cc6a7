import type { SortedEntries } from './sort-entries.ts';

/**
 * Which subjects can be compared at all: the component of each, named by its lowest subject; −1 for a subject without a result that can be
 * compared. Two subjects belong together when somebody took both, or a chain of students leads from one to the other.
 */
export function subjectComponents({ starts, subjects, subjectCount }: SortedEntries): Int32Array {
  const parent = Int32Array.from({ length: subjectCount }, (_, subject) => subject);
  const root = (subject: number): number => {
    let top = subject;
    while (parent[top] !== top) top = parent[top]!;
    while (parent[subject] !== top) [parent[subject], subject] = [top, parent[subject]!];
    return top;
  };
  const seen = new Uint8Array(subjectCount);
  for (let student = 0; student + 1 < starts.length; student += 1) {
    let one = root(subjects[starts[student]!]!);
    for (let place = starts[student]!; place < starts[student + 1]!; place += 1) {
      seen[subjects[place]!] = 1;
      const other = root(subjects[place]!);
      if (one === other) continue;
      parent[Math.max(one, other)] = Math.min(one, other);
      one = Math.min(one, other);
    }
  }
  return Int32Array.from({ length: subjectCount }, (_, subject) => (seen[subject] ? root(subject) : -1));
}
