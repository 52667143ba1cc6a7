import type { Interval } from '../../intervals/interval.ts';
import { requireThat } from '../../require-that.ts';
import { seededRandom } from '../../resampling/seeded-random.ts';

/** Who could have been in a group instead: any school, or only whole clusters of schools that move together. */
export type Exchange = 'schools' | 'clusters';

/** What {@link placeboAssignments} takes; schools by place in the panel. */
export interface PlaceboOptions {
  readonly exchange: Exchange;
  /** The groups: for each school the year it joined. */
  readonly groups: readonly ReadonlyMap<number, number>[];
  /** Clusters of the schools that could stand in for them, without the groups themselves. */
  readonly others: readonly (readonly number[])[];
  readonly draws: number;
  readonly seed: number;
}

/** Other choices of schools that could have been the groups. */
export interface PlaceboAssignments {
  /** Each choice: for each school the year in which it is said to have joined. The true one is among them. */
  readonly assignments: readonly ReadonlyMap<number, number>[];
  /** Every choice is there: nothing was drawn. */
  readonly exact: boolean;
}

/**
 * The choices of schools that could have been the groups. By `clusters` whole clusters take the groups' places and their year of joining (the
 * commonest of the group); every choice is listed while there are no more than draws are allowed. By `schools` as many schools as joined are drawn from all, whatever
 * cluster they are in.
 */
export function placeboAssignments(options: PlaceboOptions): PlaceboAssignments {
  const { exchange, groups, others, draws, seed } = options;
  const real = new Map(groups.flatMap((group) => [...group]));
  const random = seededRandom(seed);
  if (exchange === 'schools') {
    const years = [...real.values()].sort((a, b) => a - b);
    const pool = [...real.keys(), ...others.flat()].sort((a, b) => a - b);
    const drawn = Array.from({ length: draws }, () => {
      const taken = pick(pool, years.length, random);
      return new Map(taken.map((school, index) => [school, years[index]!]));
    });
    return { assignments: [real, ...drawn], exact: false };
  }
  const clusters = [...groups.map((group) => [...group.keys()]), ...others];
  const years = groups.map(commonestYear);
  const assign = (chosen: readonly number[]) =>
    new Map(
      chosen.flatMap((cluster, index) =>
        clusters[cluster]!.map((school) => [school, years[index]!] as const),
      ),
    );
  const itself = (chosen: readonly number[]) => chosen.every((cluster, index) => cluster === index);
  const all = choices(clusters.length, years, draws);
  if (all !== null)
    return { assignments: [real, ...all.filter((chosen) => !itself(chosen)).map(assign)], exact: true };
  const places = clusters.map((_, index) => index);
  const drawn = Array.from({ length: draws }, () => assign(pick(places, years.length, random)));
  return { assignments: [real, ...drawn], exact: false };
}

/** Every ordered choice, groups of the same year counting as one; `null` above a number. */
function choices(clusters: number, years: readonly number[], most: number): number[][] | null {
  let found: number[][] = [[]];
  for (const [index, year] of years.entries()) {
    found = found.flatMap((chosen) =>
      Array.from({ length: clusters }, (_, cluster) => cluster)
        .filter(
          (cluster) =>
            !chosen.includes(cluster) &&
            chosen.every((earlier, place) => place >= index || years[place] !== year || earlier < cluster),
        )
        .map((cluster) => [...chosen, cluster]),
    );
    if (found.length > most) return null;
  }
  return found;
}

function commonestYear(group: ReadonlyMap<number, number>): number {
  const counts = new Map<number, number>();
  for (const year of group.values()) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b)[0]![0];
}

/** So many of some items, none twice. */
function pick<Item>(items: readonly Item[], count: number, random: () => number): Item[] {
  const left = [...items];
  return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)[0]!);
}

/** What one choice gives: its figure, and how much of a change of the true groups would be in it. */
export interface PlaceboFigure {
  readonly value: number;
  readonly share: number;
}

/** What permutation found. */
export interface PermutationTest {
  readonly p: number;
  /** Changes of the groups that the test would not reject; an end is infinite, or the interval null, where there are too few choices. */
  readonly interval: Interval | null;
  /** The smallest p-value that so many choices allow. */
  readonly smallestP: number;
  readonly choices: number;
  readonly exact: boolean;
}

/**
 * Compares the figure of the true groups with those of all choices, and turns the test round for an interval: a change of the groups is taken
 * off before the choices are made. The first figure is the true groups' own.
 *
 * @throws RangeError without choices
 */
export function permutationTest(
  figures: readonly PlaceboFigure[],
  { exact, confidence = 0.95 }: { readonly exact: boolean; readonly confidence?: number },
): PermutationTest {
  requireThat(figures.length > 0, 'A permutation test needs a choice.');
  const [own] = figures as [PlaceboFigure];
  const scale = Math.max(...figures.map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  const probability = (change: number) => {
    const found = Math.abs(own.value - change * own.share) - 1e-9 * scale;
    return (
      figures.filter(({ value, share }) => Math.abs(value - change * share) >= found).length / figures.length
    );
  };
  const smallestP = 1 / figures.length;
  // 1 − 0.95 is not 0.05 in binary: a p-value that is exactly the level must count as rejected.
  const alpha = 1 - confidence + 1e-12;
  const end = (side: 1 | -1) => {
    let inside = 0;
    let outside = scale / 8;
    for (let step = 0; probability(own.value + side * outside) > alpha; step += 1) {
      if (step === 16) return side * Number.POSITIVE_INFINITY;
      inside = outside;
      outside *= 2;
    }
    for (let step = 0; step < 40; step += 1) {
      const middle = (inside + outside) / 2;
      if (probability(own.value + side * middle) > alpha) inside = middle;
      else outside = middle;
    }
    return own.value + side * outside;
  };
  const interval = smallestP > alpha ? null : { lower: end(-1), upper: end(1) };
  return { p: probability(0), interval, smallestP, choices: figures.length, exact };
}
