import { requireThat } from '../../require-that.ts';
import { createPanel, valueAt } from '../panel/panel.ts';
import type { PanelRow } from '../panel/panel-row.ts';
import { clusteredFit } from '../regression/clustered-fit.ts';
import { type ContrastTestOptions, contrastTest, type Estimate } from '../regression/contrast-test.ts';

/**
 * Difference-in-differences by two-way fixed effects: a level for each school, a level for each year, and one difference for the schools that
 * joined from the year they joined on. Only where all joined in the same year: else it would compare late joiners with early ones, and
 * may have the wrong sign.
 *
 * Reference: A. Goodman-Bacon, Journal of Econometrics 225 (2021), on why the years must be the same.
 *
 * @throws RangeError when no school joined, all did, or they joined in different years; ModelError `collinear-columns` when there is no year before
 *
 * @example
 * ```ts
 * import { twoWayFixedEffects } from '@collegial/statistics';
 *
 * const rows = [
 *   { school: 'a', year: 1, value: 40, group: 'A', treatedFrom: 2 }, { school: 'a', year: 2, value: 46, group: 'A', treatedFrom: 2 },
 *   { school: 'b', year: 1, value: 50, group: 'B', treatedFrom: 2 }, { school: 'b', year: 2, value: 55, group: 'B', treatedFrom: 2 },
 *   { school: 'c', year: 1, value: 44 }, { school: 'c', year: 2, value: 46 },
 *   { school: 'd', year: 1, value: 48 }, { school: 'd', year: 2, value: 49 },
 * ];
 * twoWayFixedEffects(rows).value.toFixed(2); // '4.00': 5.5 on average against 1.5
 * ```
 */
export function twoWayFixedEffects(rows: readonly PanelRow[], options: ContrastTestOptions = {}): Estimate {
  const panel = createPanel(rows);
  const joined = new Set(panel.treatedFrom.filter((year) => year !== null));
  requireThat(joined.size === 1, 'Two-way fixed effects need schools that joined, all in the same year.');
  requireThat(panel.treatedFrom.includes(null), 'Two-way fixed effects need schools that did not join.');
  const outcome: number[] = [];
  const design: number[][] = [];
  const clusters: string[] = [];
  const present = panel.years.filter((year) => panel.schools.some((_, school) => known(school, year)));
  for (const [school, treatedFrom] of panel.treatedFrom.entries())
    for (const year of present) {
      if (!known(school, year)) continue;
      outcome.push(valueAt(panel, panel.values, school, year));
      clusters.push(panel.cluster[school]!);
      design.push([
        ...panel.schools.map((_, other) => Number(other === school)),
        ...present.slice(1).map((other) => Number(other === year)),
        treatedFrom !== null && year >= treatedFrom ? 1 : 0,
      ]);
    }
  const columns = [
    ...panel.schools.map((school) => `school ${school}`),
    ...present.slice(1).map((year) => `year ${year}`),
    'joined',
  ];
  const fit = clusteredFit({ outcome, design, clusters, columns });
  return contrastTest(
    fit,
    columns.map((column) => Number(column === 'joined')),
    options,
  );

  function known(school: number, year: number): boolean {
    return !Number.isNaN(valueAt(panel, panel.values, school, year));
  }
}
