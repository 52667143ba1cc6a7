import type { Panel } from '../panel/panel.ts';
import type { Cell } from './cells.ts';
import type { Setting } from './setting.ts';

/** Why a school is not in the estimate. */
export type LeftOut =
  /** Of the groups: not every year needed before it joined has a figure, so that there is nothing to count a change from. */
  | 'no-figures-before'
  /** No figure from the year it joined on. */
  | 'no-figures-after'
  /** Of the groups: no candidate is within the caliper. */
  | 'no-match'
  /** A candidate that is no school's match. */
  | 'not-among-the-nearest'
  /** A candidate that had joined a group of its own by then. */
  | 'in-a-group-itself';

/** What a school of the rows served as. */
export interface SchoolUse {
  readonly school: string;
  readonly group: string | null;
  readonly role: 'joined' | 'comparison' | 'left-out';
  readonly why: LeftOut | null;
  /** Comparison schools: how many schools' worth of comparison it makes, on average over the years. Schools that joined: their weight. */
  readonly weight: number;
}

/** What each school served as. */
export function usesOf({
  panel,
  setting: { focal, main },
  cells,
}: {
  readonly panel: Panel;
  readonly setting: Setting;
  readonly cells: readonly Cell[];
}): SchoolUse[] {
  const weights = new Map<number, number>();
  for (const { rows } of cells)
    for (const { school, weight } of rows) weights.set(school, (weights.get(school) ?? 0) + weight);
  const years = new Set(cells.map(({ year }) => year)).size;
  const cohorts = [...new Set(main.joined.values())];
  return panel.schools.map((school, place) => {
    const weight = (weights.get(place) ?? 0) / Math.max(1, years);
    const group = panel.group[place]!;
    if (weight > 0)
      return { school, group, role: focal.has(place) ? 'joined' : 'comparison', why: null, weight };
    return { school, group, role: 'left-out', why: whyLeftOut(place), weight: 0 };
  });

  function whyLeftOut(place: number): LeftOut {
    if (focal.has(place)) {
      if (!main.joined.has(place)) return 'no-figures-before';
      return (main.compared.partners.get(place) ?? []).length === 0 ? 'no-match' : 'no-figures-after';
    }
    const from = panel.treatedFrom[place]!;
    if (from !== null && cohorts.every((cohort) => from <= cohort)) return 'in-a-group-itself';
    if (!cohorts.some((cohort) => main.comparer.features(cohort).of.has(place))) return 'no-figures-before';
    const matched = [...main.compared.partners.values()].some((partners) => partners.includes(place));
    return matched ? 'no-figures-after' : 'not-among-the-nearest';
  }
}
