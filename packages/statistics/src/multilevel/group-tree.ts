import type { GroupProducts } from './model-statistics.ts';

/** The groups of one level: which rows of the statistics lie in each, and which group of the next level out it lies in. */
export interface GroupTree {
  /** For each lowest group of the statistics. */
  readonly of: Int32Array;
  readonly parent: Int32Array;
  readonly paths: readonly (readonly string[])[];
  readonly rows: readonly number[];
}

/** The trees of the levels at some depths, innermost first. */
export function treesOf(groups: readonly GroupProducts[], depths: readonly number[]): GroupTree[] {
  const found = depths.map((depth) => {
    const of = new Int32Array(groups.length);
    const paths: (readonly string[])[] = [];
    const rows: number[] = [];
    groups.forEach(({ path, rows: count }, index) => {
      const before = paths.at(-1);
      // sorted by path: a group's rows stand together
      if (!before || before.some((name, at) => name !== path[at])) {
        paths.push(path.slice(0, depth + 1));
        rows.push(0);
      }
      of[index] = paths.length - 1;
      rows[paths.length - 1]! += count;
    });
    return { of, paths, rows };
  });
  return found.map((tree, at) => {
    const parent = new Int32Array(tree.paths.length);
    const outer = found[at + 1];
    if (outer) {
      for (const [index, node] of tree.of.entries()) parent[node] = outer.of[index]!;
    }
    return { ...tree, parent };
  });
}
