import {
  decomposeInformation,
  type InformationDecomposition,
  interaction,
  type MultigroupSegregation,
  multigroupSegregation,
  type SchoolCounts,
  type SegregationIndex,
  schoolTable,
  segregation,
  segregationByChance,
  segregationCurve,
  segregationIndexNames,
  segregationIntervals,
  topShare,
} from '@collegial/statistics';
import type { CountedSchool } from './read-counts.ts';

/** An index with what chance alone would give, and what it would be without chance. */
export interface MeasuredIndex {
  readonly value: number;
  /** Mean and standard deviation if the students of the group were placed at random. */
  readonly expected: number;
  readonly deviation: number;
  /** (value − expected) ÷ deviation; `null` where chance leaves nothing open. */
  readonly standardised: number | null;
  /** How often chance gives as much. */
  readonly probability: number;
  /** Carrington and Troske: above chance, as a part of what could be. */
  readonly systematic: number;
  /** The index without chance, and its 95 % interval; `null` for one school. */
  readonly corrected: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A group in an area, or in all of them. */
export interface MeasuredGroup {
  readonly schools: number;
  readonly students: number;
  readonly group: number;
  readonly share: number | null;
  /** 1 − isolation; `null` without students in the group. */
  readonly interaction: number | null;
  /** Part of the group at the schools where it is most common, up to a fifth of all students. */
  readonly topFifth: number | null;
  /** Each `null` unless there are students in the group and outside it. */
  readonly indices: Readonly<Record<SegregationIndex, MeasuredIndex | null>>;
}

/** All measures of one group. */
export interface GroupMeasures {
  readonly group: string;
  /** All schools, whatever their area. */
  readonly all: MeasuredGroup;
  /** By name; empty when there are no areas. */
  readonly areas: readonly (MeasuredGroup & { readonly area: string })[];
  /** M and H between areas and within them; `null` when there are none. */
  readonly decomposition: InformationDecomposition | null;
}

/** Several groups at once, when they are all students together. */
export interface SeveralMeasures {
  readonly all: MultigroupSegregation | null;
  readonly areas: readonly { readonly area: string; readonly measures: MultigroupSegregation | null }[];
  readonly decomposition: InformationDecomposition | null;
}

/** What `collegial segregation` works out. */
export interface SegregationMeasures {
  /** Version of these fields. */
  readonly version: 1;
  readonly draws: number;
  readonly seed: number;
  readonly groups: readonly GroupMeasures[];
  /** `null` below three groups, or where there is a total besides. */
  readonly several: SeveralMeasures | null;
}

/** Options of {@link measureCounts}. */
export interface MeasureOptions {
  readonly groups: readonly string[];
  /** Whether the groups together are all students. */
  readonly complete: boolean;
  readonly hasAreas: boolean;
  readonly draws: number;
  readonly seed: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (share: number) => void;
}

/** Measures each group against all other students, in each area and in all, and several groups at once. */
export function measureCounts(
  schools: readonly CountedSchool[],
  options: MeasureOptions,
): SegregationMeasures {
  const { groups, complete, hasAreas, draws, seed } = options;
  const byArea = new Map<string, CountedSchool[]>();
  for (const school of hasAreas ? schools : []) {
    const known = byArea.get(school.area);
    if (known === undefined) byArea.set(school.area, [school]);
    else known.push(school);
  }
  const areas = [...byArea].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  // of two groups that are all students the second is the rest of the first
  const measured = complete && groups.length === 2 ? groups.slice(0, 1) : groups;
  const total = measured.length * (hasAreas ? 2 : 1) * schools.length;
  let done = 0;
  const measure = (some: readonly CountedSchool[], index: number): MeasuredGroup => {
    options.signal?.throwIfAborted();
    const found = measureGroup(
      some.map((school) => ({ group: school.groups[index]!, total: school.total })),
      { draws, seed },
    );
    done += some.length;
    options.onProgress?.(done / total);
    return found;
  };
  const decompose = (countsOf: (school: CountedSchool) => readonly number[]) =>
    hasAreas
      ? decomposeInformation(schools.map((school) => ({ area: school.area, counts: countsOf(school) })))
      : null;
  return {
    version: 1,
    draws,
    seed,
    groups: measured.map((group, index) => ({
      group,
      all: measure(schools, index),
      areas: areas.map(([area, some]) => ({ area, ...measure(some, index) })),
      decomposition: decompose((school) => [school.groups[index]!, school.total - school.groups[index]!]),
    })),
    several:
      complete && groups.length > 2
        ? {
            all: multigroupSegregation(schools.map((school) => school.groups)),
            areas: areas.map(([area, some]) => ({
              area,
              measures: multigroupSegregation(some.map((school) => school.groups)),
            })),
            decomposition: decompose((school) => school.groups),
          }
        : null,
  };
}

function measureGroup(
  counts: readonly SchoolCounts[],
  options: { readonly draws: number; readonly seed: number },
): MeasuredGroup {
  const table = schoolTable(counts);
  const found = segregation(table);
  const chance = segregationByChance(table, options);
  const intervals = segregationIntervals(table, options);
  const { schools, students, group, share } = found;
  return {
    schools,
    students,
    group,
    share,
    interaction: interaction(table),
    topFifth: topShare(table),
    indices: Object.fromEntries(
      segregationIndexNames.map((name) => {
        const value = found[name];
        if (value === null || chance === null) return [name, null];
        const { corrected = null, lower = null, upper = null } = intervals?.[name] ?? {};
        return [name, { value, ...chance[name], corrected, lower, upper }];
      }),
    ) as Record<SegregationIndex, MeasuredIndex | null>,
  };
}

/** The segregation curve of a group, for a picture. */
export function curveOf(schools: readonly CountedSchool[], index: number) {
  return segregationCurve(schools.map((school) => ({ group: school.groups[index]!, total: school.total })));
}
