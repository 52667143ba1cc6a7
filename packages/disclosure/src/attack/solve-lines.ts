import type { ReadableFamily } from '../family/readable-family.ts';

const tolerance = 1e-9;

/**
 * The hidden cells that a reader can work out exactly by adding and subtracting lines: Gauss–Jordan elimination of the
 * lines over the cells that the reader neither sees nor holds. It finds what no single line gives away.
 */
export function solveLines(
  family: ReadableFamily,
  hidden: ReadonlyMap<string, unknown>,
  knows: ReadonlySet<string>,
): Set<string> {
  const unknown = [...hidden.keys()].filter((id) => !knows.has(id));
  const column = new Map(unknown.map((id, index) => [id, index]));
  const rows = family.lines.map((line) => {
    const row = new Array<number>(unknown.length).fill(0);
    const add = (id: string, value: number) => {
      const at = column.get(id);
      if (at !== undefined) row[at] = (row[at] ?? 0) + value;
    };
    add(line.total, -1);
    for (const part of line.parts) add(part, 1);
    return row;
  });
  let top = 0;
  for (let at = 0; at < unknown.length && top < rows.length; at += 1) {
    const pivot = rows.findIndex((row, index) => index >= top && Math.abs(row[at] ?? 0) > tolerance);
    if (pivot === -1) continue;
    [rows[top], rows[pivot]] = [rows[pivot] as number[], rows[top] as number[]];
    const head = rows[top] as number[];
    const factor = head[at] ?? 1;
    for (let index = 0; index < head.length; index += 1) head[index] = (head[index] ?? 0) / factor;
    for (const [index, row] of rows.entries()) {
      const times = row[at] ?? 0;
      if (index === top || Math.abs(times) <= tolerance) continue;
      for (let cell = 0; cell < row.length; cell += 1)
        row[cell] = (row[cell] ?? 0) - times * (head[cell] ?? 0);
    }
    top += 1;
  }
  const solved = new Set<string>();
  for (const row of rows) {
    const left = row.flatMap((value, index) => (Math.abs(value) > tolerance ? [index] : []));
    const [only] = left;
    if (left.length === 1 && only !== undefined) solved.add(unknown[only] as string);
  }
  return solved;
}
