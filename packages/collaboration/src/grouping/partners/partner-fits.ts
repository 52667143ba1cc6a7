import { standardise } from '../problem/measure.ts';
import { distanceOf } from '../table/distance.ts';
import type { ExistingTie, SchoolRow } from '../table/school-row.ts';
import type { FitName } from './partner-options.ts';

/** How two schools fit, as numbers and as what lies behind them. */
export interface Fit {
  readonly partner: SchoolRow;
  readonly fits: Record<FitName, number | null>;
  readonly gives: readonly string[];
  readonly gains: readonly string[];
  readonly distance: number | null;
  /** Covered share of the school's need, by area of need. */
  readonly covers: ReadonlyMap<string, number>;
}

/** Measures every other school against one. The areas of a school are strengths above 0 and needs below. */
export function partnerFits(
  school: SchoolRow,
  schools: readonly SchoolRow[],
  ties: readonly ExistingTie[],
): Fit[] {
  const areas = [...new Set(schools.flatMap((row) => Object.keys(row.areas ?? {})))].sort();
  const unlikeness = contextDistances(school, schools);
  const distances = schools.map(({ place }) => distanceOf(school.place, place));
  const median = medianDistance(schools);
  const tieOf = tiesOf(school, schools, ties);
  const strongest = Math.max(0, ...tieOf.values());
  return schools.flatMap((partner, index): Fit[] => {
    if (partner.id === school.id) return [];
    const covers = new Map(
      areas.flatMap((area): [string, number][] => {
        const need = needOf(school, area);
        return need > 0 ? [[area, Math.min(need, strengthOf(partner, area)) / need]] : [];
      }),
    );
    const distance = Number.isNaN(distances[index]) ? null : distances[index]!;
    const unlike = unlikeness[index] ?? null;
    return [
      {
        partner,
        covers,
        distance,
        gives: [...covers].filter(([, share]) => share > 0).map(([area]) => area),
        gains: areas.filter((area) => Math.min(needOf(partner, area), strengthOf(school, area)) > 0),
        fits: {
          gives: coveredShare(school, partner, areas),
          gains: coveredShare(partner, school, areas),
          similar: unlike === null ? null : 1 / (1 + unlike),
          near: distance === null || median === 0 ? null : median / (median + distance),
          tied: strongest === 0 ? null : (tieOf.get(partner.id) ?? 0) / strongest,
          broad:
            areas.length === 0
              ? null
              : areas.filter((area) => strengthOf(partner, area) > 0).length / areas.length,
        },
      },
    ];
  });
}

export const needOf = ({ areas }: SchoolRow, area: string) => Math.min(1, Math.max(0, -(areas?.[area] ?? 0)));
const strengthOf = ({ areas }: SchoolRow, area: string) => Math.min(1, Math.max(0, areas?.[area] ?? 0));

/** Share of the needs of one that the strengths of the other cover; `null` when it has no needs. */
function coveredShare(one: SchoolRow, other: SchoolRow, areas: readonly string[]): number | null {
  let all = 0;
  let met = 0;
  for (const area of areas) {
    const need = needOf(one, area);
    all += need;
    met += Math.min(need, strengthOf(other, area));
  }
  return all === 0 ? null : met / all;
}

/** Root mean square of the differences in context, in standard deviations; `null` where nothing can be compared. */
function contextDistances(school: SchoolRow, schools: readonly SchoolRow[]): (number | null)[] {
  const names = [...new Set(schools.flatMap(({ context }) => Object.keys(context ?? {})))].sort();
  const own = schools.findIndex(({ id }) => id === school.id);
  const measures = names
    .map((name) =>
      standardise(
        name,
        schools.map((row) => row.context?.[name]),
      ),
    )
    .filter((measure) => measure !== undefined);
  return schools.map((_, index) => {
    const differences = measures
      .map(({ values }) => values[index]! - values[own]!)
      .filter((difference) => !Number.isNaN(difference));
    if (differences.length === 0) return null;
    return Math.sqrt(differences.reduce((sum, difference) => sum + difference ** 2, 0) / differences.length);
  });
}

function medianDistance(schools: readonly SchoolRow[]): number {
  const distances = schools
    .flatMap(({ place }, index) => schools.slice(index + 1).map((other) => distanceOf(place, other.place)))
    .filter((distance) => !Number.isNaN(distance))
    .sort((one, other) => one - other);
  const middle = Math.floor(distances.length / 2);
  if (distances.length === 0) return 0;
  return distances.length % 2 === 1 ? distances[middle]! : (distances[middle - 1]! + distances[middle]!) / 2;
}

/** Weight of the ties of a school, by the other. */
function tiesOf(
  school: SchoolRow,
  schools: readonly SchoolRow[],
  ties: readonly ExistingTie[],
): Map<string, number> {
  const found = new Map<string, number>();
  const add = (id: string, weight: number) => found.set(id, (found.get(id) ?? 0) + weight);
  for (const { id, group } of schools) if (group && group === school.group && id !== school.id) add(id, 1);
  for (const { schools: pair, weight = 1 } of ties) {
    if (pair[0] === school.id && pair[1] !== school.id) add(pair[1], weight);
    else if (pair[1] === school.id) add(pair[0], weight);
  }
  return found;
}
