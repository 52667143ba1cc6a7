import { seededRandom } from '../../resampling/seeded-random.ts';
import type { PanelRow } from '../panel/panel-row.ts';

/** A stated design of invented schools. Figures of schools swing from year to year with standard deviation 1 around levels with standard deviation 2. */
export interface Design {
  /** Groups that join, of 4 to 8 schools each. */
  readonly groups: number;
  /** Areas of 4 to 8 schools that join nothing. Default 16. */
  readonly areas?: number;
  /** Share of the swings that schools of one group or area have in common. Default 0. */
  readonly common?: number;
  /** Is the area of a comparison school on record? Default true. */
  readonly areasKnown?: boolean;
  /** How much of a swing is left a year later (first-order autocorrelation). Default 0. */
  readonly carried?: number;
  /** What joining adds, from the year of joining on. Default 0. */
  readonly effect?: number;
  /** What the schools of the groups gain a year on the others, before and after. Default 0. */
  readonly trend?: number;
  /** Groups are the areas that were lowest in the last year before: they come back without joining. Default false. */
  readonly chosenWhenLow?: boolean;
  readonly yearsBefore?: number;
  readonly yearsAfter?: number;
  /** Groups begin in different years: so many in turn. Default 1, all together. */
  readonly waves?: number;
}

/** One draw from a design. */
export function simulatePanel(design: Design, seed: number): PanelRow[] {
  const { groups, areas = 16, common = 0, carried = 0, effect = 0, trend = 0, waves = 1 } = design;
  const { yearsBefore = 5, yearsAfter = 3 } = design;
  const random = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const years = yearsBefore + yearsAfter + waves - 1;
  const path = (size: number) => {
    let swing = normal();
    return Array.from({ length: years }, (_, year) => {
      if (year > 0) swing = carried * swing + Math.sqrt(1 - carried ** 2) * normal();
      return size * swing;
    });
  };
  const general = Array.from({ length: years }, normal);
  const clusters = Array.from({ length: groups + areas }, () => {
    const shared = path(Math.sqrt(common));
    return Array.from({ length: 4 + Math.floor(random() * 5) }, () => {
      const level = 2 * normal();
      const own = path(Math.sqrt(1 - common));
      return { level, figures: own.map((swing, year) => level + general[year]! + shared[year]! + swing) };
    });
  });
  const lastBefore = (cluster: (typeof clusters)[number]) =>
    cluster.reduce((sum, { level, figures }) => sum + figures[yearsBefore - 1]! - level, 0) / cluster.length;
  if (design.chosenWhenLow) clusters.sort((a, b) => lastBefore(a) - lastBefore(b));
  return clusters.flatMap((schools, index) =>
    schools.flatMap(({ figures }, number) =>
      figures.map((figure, year): PanelRow => {
        const joins = index < groups ? yearsBefore + (index % waves) : null;
        const gained = joins === null ? 0 : trend * (year - joins) + (year >= joins ? effect : 0);
        return {
          school: `${String(index).padStart(2, '0')}-${number}`,
          year,
          value: figure + gained,
          group: joins === null ? null : `group ${index}`,
          treatedFrom: joins,
          ...((design.areasKnown ?? true) && joins === null ? { cluster: `area ${index}` } : {}),
        };
      }),
    ),
  );
}
