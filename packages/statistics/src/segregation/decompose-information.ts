import { type GroupCounts, multigroupSegregation } from './multigroup.ts';

/** A school with its area. */
export interface SchoolInArea {
  readonly area: string;
  readonly counts: GroupCounts;
}

/** What an area adds to segregation within areas. */
export interface AreaInformation {
  readonly area: string;
  /** The area's share of all students. */
  readonly share: number;
  readonly mutualInformation: number;
  readonly theil: number | null;
  /** Its part of M within areas: share × M. */
  readonly addsToM: number;
  /** Its part of H within areas: share × M ÷ entropy of the whole. */
  readonly addsToH: number | null;
}

/** M and H of a whole, taken apart without rest: total = between + within. */
export interface InformationDecomposition {
  /** Of all schools, whatever their area. */
  readonly total: InformationPart;
  /** Of areas, each as one school: families live apart, or areas differ. */
  readonly between: InformationPart;
  /** Of schools within their areas: the sum of what areas add. */
  readonly within: InformationPart;
  /** By name. */
  readonly areas: readonly AreaInformation[];
}

/** M in nats, and H. */
export interface InformationPart {
  readonly mutualInformation: number;
  readonly theil: number | null;
}

/**
 * How much of the segregation between schools is between areas, and how much between the schools within them. D and GS do not fall apart like
 * this; M and H do.
 *
 * Reference: R. Mora and J. Ruiz-Castillo, “Entropy-based segregation indices”, Sociological Methodology 41 (2011); S. F. Reardon and G. Firebaugh (2002), see
 * `multigroupSegregation`.
 *
 * @returns `null` without students
 * @throws RangeError as `multigroupSegregation`
 */
export function decomposeInformation(schools: readonly SchoolInArea[]): InformationDecomposition | null {
  const total = multigroupSegregation(schools.map(({ counts }) => counts));
  if (total === null) return null;
  const byArea = new Map<string, GroupCounts[]>();
  for (const { area, counts } of schools) {
    const known = byArea.get(area);
    if (known === undefined) byArea.set(area, [counts]);
    else known.push(counts);
  }
  const names = [...byArea.keys()].sort();
  const partOf = (mutualInformation: number): InformationPart => ({
    mutualInformation,
    theil: total.theil === null ? null : Math.min(1, mutualInformation / total.entropy),
  });
  const between = multigroupSegregation(names.map((area) => added(byArea.get(area)!)))!;
  const areas = names.flatMap((area): AreaInformation[] => {
    const own = multigroupSegregation(byArea.get(area)!);
    if (own === null) return [];
    const share = own.students / total.students;
    const addsToM = share * own.mutualInformation;
    return [
      {
        area,
        share,
        mutualInformation: own.mutualInformation,
        theil: own.theil,
        addsToM,
        addsToH: total.theil === null ? null : addsToM / total.entropy,
      },
    ];
  });
  return {
    total: partOf(total.mutualInformation),
    between: partOf(between.mutualInformation),
    within: partOf(areas.reduce((sum, { addsToM }) => sum + addsToM, 0)),
    areas,
  };
}

function added(schools: readonly GroupCounts[]): number[] {
  return schools[0]!.map((_, group) => schools.reduce((sum, counts) => sum + counts[group]!, 0));
}
