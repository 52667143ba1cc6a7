import type { Panel } from '../panel/panel.ts';
import { type ClusteredFit, clusteredFit } from '../regression/clustered-fit.ts';
import type { Cell } from './cells.ts';

/** Cells as one regression. */
export interface CellFit {
  readonly fit: ClusteredFit;
  /** The contrast that takes so much of the difference of each sort of cells. */
  contrast(share: (sort: number) => number): number[];
}

/**
 * Fits cells as one regression, clustered by what moves together: a constant for each cell, and a difference for each sort of cells. Both sides of a cell
 * weigh the same, so that the difference of a sort is the mean of its cells' differences, each counting by its schools. One difference for many cells, not one for each: a
 * cell in which a single group joined would fit that group without remainder, and its uncertainty would be lost.
 */
export function fitCells(panel: Panel, cells: readonly Cell[], sortOf: (cell: Cell) => number): CellFit {
  const sorts = [...new Set(cells.map(sortOf))].sort((a, b) => a - b);
  const outcome: number[] = [];
  const design: number[][] = [];
  const clusters: string[] = [];
  const weights: number[] = [];
  for (const [index, cell] of cells.entries()) {
    const sort = cells.length + sorts.indexOf(sortOf(cell));
    for (const row of cell.rows) {
      const regressors = Array<number>(cells.length + sorts.length).fill(0);
      regressors[index] = 1;
      if (row.joined) regressors[sort] = 1;
      design.push(regressors);
      outcome.push(row.change);
      weights.push(row.weight);
      clusters.push(panel.cluster[row.school]!);
    }
  }
  return {
    fit: clusteredFit({ outcome, design, clusters, weights }),
    contrast: (share) => [...cells.map(() => 0), ...sorts.map(share)],
  };
}

/** How many clusters there are on each side of some cells. */
export function clustersOf(panel: Panel, cells: readonly Cell[]): { joined: number; others: number } {
  const joined = new Set<string>();
  const others = new Set<string>();
  for (const { rows } of cells)
    for (const row of rows) (row.joined ? joined : others).add(panel.cluster[row.school]!);
  return { joined: joined.size, others: others.size };
}
