import { requireThat } from '../../require-that.ts';

/** A school with the figures it is matched on. */
export interface Matchable {
  readonly school: string;
  readonly features: readonly number[];
}

/** What {@link matchNearest} takes. */
export interface MatchOptions {
  /** Schools to find others for. */
  readonly schools: readonly Matchable[];
  /** Schools to choose from. */
  readonly candidates: readonly Matchable[];
  /** Matches of each school. Default 3. */
  readonly neighbours?: number;
  /** Farthest that a match may be, in standard deviations of a typical feature. Default 0.75. */
  readonly caliper?: number;
  /** May a school be the match of several? Default true. */
  readonly replacement?: boolean;
  /** By how much each feature is divided first. Default: its standard deviation over schools and candidates together. */
  readonly scale?: readonly number[];
  /** How much each feature counts. Default 1 each. */
  readonly importance?: readonly number[];
}

/** The matches of one school, the nearest first; none when no candidate is within the caliper. */
export interface Match {
  readonly school: string;
  readonly partners: readonly { readonly school: string; readonly distance: number }[];
  /** Distance of the nearest candidate, within the caliper or not; `null` without candidates. */
  readonly nearest: number | null;
}

/**
 * Finds for each school the candidates that are most like it. The distance is the root of the weighted mean of squared differences, each in
 * standard deviations: 0.5 means that a typical feature differs by half a standard deviation. Without replacement the schools that are
 * hardest to match choose first. Ties go to the lower id, so that the order of the rows changes nothing.
 *
 * @throws RangeError when features differ in number, or an option makes no sense
 *
 * @example
 * ```ts
 * import { matchNearest } from '@collegial/statistics';
 *
 * const [match] = matchNearest({
 *   schools: [{ school: 'a', features: [30] }],
 *   candidates: [{ school: 'b', features: [31] }, { school: 'c', features: [50] }],
 *   neighbours: 1,
 * });
 * match?.partners[0]?.school; // 'b'
 * ```
 */
export function matchNearest(options: MatchOptions): Match[] {
  const { neighbours = 3, caliper = 0.75, replacement = true } = options;
  requireThat(
    Number.isInteger(neighbours) && neighbours > 0,
    'The number of neighbours is a whole number above 0.',
  );
  requireThat(caliper > 0, 'The caliper must be positive.');
  const schools = [...options.schools].sort(byId);
  const candidates = [...options.candidates].sort(byId);
  const size = (schools[0] ?? candidates[0])?.features.length ?? 0;
  requireThat(
    [...schools, ...candidates].every(({ features }) => features.length === size),
    'Every school must have the same features.',
  );
  const scale = options.scale ?? featureScale([...schools, ...candidates]);
  const importance = options.importance ?? Array<number>(size).fill(1);
  const within = ({ distance }: { distance: number }) => distance <= caliper;
  if (replacement)
    return schools.map((school) => {
      const nearest = nearestOf(school, candidates, neighbours, scale, importance);
      return {
        school: school.school,
        partners: nearest.filter(within),
        nearest: nearest[0]?.distance ?? null,
      };
    });
  const ranked = schools.map((school) => ({
    school: school.school,
    ranking: nearestOf(school, candidates, candidates.length, scale, importance),
  }));
  const used = new Set<string>();
  const partners = new Map(
    ranked.map(({ school }) => [school, [] as { school: string; distance: number }[]]),
  );
  const hardestFirst = [...ranked].sort(
    (a, b) => (b.ranking[0]?.distance ?? 0) - (a.ranking[0]?.distance ?? 0) || byId(a, b),
  );
  for (let round = 0; round < neighbours; round += 1)
    for (const { school, ranking } of hardestFirst) {
      const next = ranking.find((candidate) => !used.has(candidate.school) && within(candidate));
      if (next === undefined) continue;
      used.add(next.school);
      partners.get(school)!.push(next);
    }
  return ranked.map(({ school, ranking }) => ({
    school,
    partners: partners.get(school)!,
    nearest: ranking[0]?.distance ?? null,
  }));
}

/** The nearest candidates, which are sorted by id, the nearest first. */
function nearestOf(
  school: Matchable,
  candidates: readonly Matchable[],
  count: number,
  scale: readonly number[],
  importance: readonly number[],
): { school: string; distance: number }[] {
  const nearest: { school: string; distance: number }[] = [];
  if (count >= candidates.length)
    return candidates
      .map((candidate) => ({
        school: candidate.school,
        distance: distanceOf(school, candidate, scale, importance),
      }))
      .sort((a, b) => a.distance - b.distance || byId(a, b));
  for (const candidate of candidates) {
    const distance = distanceOf(school, candidate, scale, importance);
    if (nearest.length === count && distance >= nearest[count - 1]!.distance) continue;
    if (nearest.length === count) nearest.pop();
    let place = nearest.length;
    while (place > 0 && nearest[place - 1]!.distance > distance) place -= 1;
    nearest.splice(place, 0, { school: candidate.school, distance });
  }
  return nearest;
}

/** Standard deviation of each feature; 1 where all schools are alike. */
export function featureScale(schools: readonly Matchable[]): number[] {
  const size = schools[0]?.features.length ?? 0;
  return Array.from({ length: size }, (_, index) => {
    const column = schools.map(({ features }) => features[index]!).sort((a, b) => a - b);
    const centre = column.reduce((sum, value) => sum + value, 0) / column.length;
    const squares = column.reduce((sum, value) => sum + (value - centre) ** 2, 0);
    return squares > 0 ? Math.sqrt(squares / Math.max(1, column.length - 1)) : 1;
  });
}

function distanceOf(
  one: Matchable,
  other: Matchable,
  scale: readonly number[],
  importance: readonly number[],
): number {
  let squares = 0;
  let total = 0;
  for (let index = 0; index < importance.length; index += 1) {
    const weight = importance[index]!;
    squares += weight * ((one.features[index]! - other.features[index]!) / scale[index]!) ** 2;
    total += weight;
  }
  return total === 0 ? 0 : Math.sqrt(squares / total);
}

function byId(one: { readonly school: string }, other: { readonly school: string }): number {
  return one.school < other.school ? -1 : one.school > other.school ? 1 : 0;
}
