import { CollegialError } from '@collegial/model';
import {
  defaultGroupingWeights,
  type ObjectiveName,
  objectiveNames,
  type SuggestGroupsOptions,
} from '../grouping-options.ts';
import { distanceOf } from '../table/distance.ts';
import type { SchoolRow } from '../table/school-row.ts';
import { blocksOf } from './blocks.ts';
import { type Constraints, labelledGroups, pairsOf, placeOf } from './constraints.ts';
import { type StandardMeasure, standardise } from './measure.ts';
import type { GroupingProblem } from './problem.ts';

/** What stays the same whatever the constraints: everything but the blocks and the barred pairs. */
export type GroupingTable = Omit<GroupingProblem, 'size' | 'barred' | 'blocks'>;

/** @throws CollegialError `argument.invalid` */
export function buildTable(schools: readonly SchoolRow[], options: SuggestGroupsOptions): GroupingTable {
  const count = schools.length;
  const mixed = [
    standardise(
      'attainment',
      schools.map(({ attainment }) => attainment),
    ),
    standardise(
      'stage',
      schools.map(({ stage }) => stage),
    ),
  ].filter((measure) => measure !== undefined);
  const contextNames = [...new Set(schools.flatMap(({ context }) => Object.keys(context ?? {})))].sort();
  const context = contextNames
    .map((name) =>
      standardise(
        name,
        schools.map((school) => school.context?.[name]),
      ),
    )
    .filter((measure) => measure !== undefined);
  const standing = standingOf(schools);
  const distances = Float64Array.from({ length: count * count }, (_, pair) =>
    distanceOf(schools[Math.floor(pair / count)]?.place, schools[pair % count]?.place),
  );
  const tie = tiesOf(schools, options);
  const ties = Float64Array.from({ length: count }, (_, place) =>
    tie.subarray(place * count, (place + 1) * count).reduce((sum, weight) => sum + weight, 0),
  );
  const totalTies = ties.reduce((sum, weight) => sum + weight, 0) / 2;
  const placed = schools.filter(({ place }) => place).length;
  const measurable: Record<ObjectiveName, boolean> = {
    alike: mixed.length + context.length > 0,
    mixed: mixed.length > 0,
    complement: standing.totalNeed > 0,
    distance: placed > 1 && distances.some((distance) => distance > 0),
    ties: totalTies > 0 && options.existingTies !== 'keep',
  };
  const weightOf = (name: ObjectiveName) => options.weights?.[name] ?? defaultGroupingWeights[name];
  for (const name of objectiveNames)
    if (!(weightOf(name) >= 0 && weightOf(name) < Number.POSITIVE_INFINITY))
      throw new CollegialError({
        code: 'argument.invalid',
        message: `The weight of ${name} is not a number from 0 on.`,
        fix: 'Give 0 for what should not count, 1 or more for what should.',
      });
  const objectives = objectiveNames.filter((name) => measurable[name] && weightOf(name) > 0);
  return {
    schools,
    count,
    objectives,
    weights: Float64Array.from(objectives, weightOf),
    mixed,
    alike: sharesOf(mixed, context),
    ...standing,
    distances,
    placed,
    tie,
    tiesOf: ties,
    totalTies,
  };
}

/** The table under constraints. */
export function constrain(table: GroupingTable, constraints: Constraints): GroupingProblem {
  const { count, distances } = table;
  const barred = new Uint8Array(count * count);
  for (let pair = 0; pair < barred.length; pair++)
    if (distances[pair]! > constraints.maxDistance) barred[pair] = 1;
  for (const [one, other] of constraints.apart) {
    barred[one * count + other] = 1;
    barred[other * count + one] = 1;
  }
  return { ...table, size: constraints.size, barred, blocks: blocksOf(count, constraints.together) };
}

/** Half for attainment and stage, half for context; all for the one when the other is not known. */
function sharesOf(mixed: readonly StandardMeasure[], context: readonly StandardMeasure[]) {
  const parts = [mixed, context].filter((part) => part.length > 0);
  return parts.flatMap((part) => part.map((measure) => ({ measure, share: 1 / parts.length / part.length })));
}

function standingOf(schools: readonly SchoolRow[]) {
  const areas = [...new Set(schools.flatMap((school) => Object.keys(school.areas ?? {})))].sort();
  const standing = Float64Array.from({ length: schools.length * areas.length }, (_, at) => {
    const area = areas[at % areas.length]!;
    return schools[Math.floor(at / areas.length)]?.areas?.[area] ?? 0;
  });
  const needs = standing.map((value) => Math.min(1, Math.max(0, -value)));
  const strengths = standing.map((value) => Math.min(1, Math.max(0, value)));
  return { areas, needs, strengths, totalNeed: needs.reduce((sum, need) => sum + need, 0) };
}

function tiesOf(
  schools: readonly SchoolRow[],
  { existingTies, ties = [] }: SuggestGroupsOptions,
): Float64Array {
  const count = schools.length;
  const tie = new Float64Array(count * count);
  const add = (one: number, other: number, weight: number) => {
    if (one === other) return;
    tie[one * count + other]! += weight;
    tie[other * count + one]! += weight;
  };
  const index = new Map(schools.map(({ id }, place) => [id, place]));
  for (const { schools: ids, weight = 1 } of ties) {
    if (!(weight > 0 && weight < Number.POSITIVE_INFINITY))
      throw new CollegialError({
        code: 'argument.invalid',
        message: `The tie of ${ids.join(' and ')} has a weight that is not above 0.`,
        fix: 'Give every tie a weight above 0, or leave it out.',
      });
    add(placeOf(index, ids[0], 'ties'), placeOf(index, ids[1], 'ties'), weight);
  }
  for (const members of labelledGroups(schools))
    for (const [one, other] of pairsOf(members)) add(one, other, 1);
  return existingTies === 'ignore' ? tie.fill(0) : tie;
}
