import type { ProposedGroup, SpreadOfGroup } from '../group-suggestions.ts';
import type { GroupingProblem } from '../problem/problem.ts';

/** What a reader wants to know of one group. */
export function describeGroup(
  problem: GroupingProblem,
  members: readonly number[],
): Omit<ProposedGroup, 'label'> {
  const schools = [...members].sort((one, other) => (idOf(problem, one) < idOf(problem, other) ? -1 : 1));
  const rows = schools.map((place) => problem.schools[place]!);
  const contextNames = [...new Set(rows.flatMap(({ context }) => Object.keys(context ?? {})))].sort();
  const context = contextNames.flatMap((name): [string, number][] => {
    const spread = spreadOf(rows.map((row) => row.context?.[name]));
    return spread === null ? [] : [[name, spread.mean]];
  });
  return {
    schools: schools.map((place) => idOf(problem, place)),
    attainment: spreadOf(rows.map(({ attainment }) => attainment)),
    stage: spreadOf(rows.map(({ stage }) => stage)),
    context: Object.fromEntries(context),
    ...widest(problem, schools),
    ...helpWithin(problem, schools),
    ties: tiesWithin(problem, schools),
  };
}

function idOf({ schools }: GroupingProblem, place: number): string {
  return schools[place]!.id;
}

function spreadOf(values: readonly (number | null | undefined)[]): SpreadOfGroup | null {
  const known = values.filter((value): value is number => value != null).sort((one, other) => one - other);
  if (known.length === 0) return null;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    known: known.length,
    mean,
    standardDeviation: known.length < 2 ? null : Math.sqrt(squares / (known.length - 1)),
    lowest: known[0]!,
    highest: known.at(-1)!,
  };
}

function widest(problem: GroupingProblem, schools: readonly number[]) {
  let found: { widestDistance: number; widestPair: [string, string] } | undefined;
  schools.forEach((one, index) => {
    for (const other of schools.slice(index + 1)) {
      const distance = problem.distances[one * problem.count + other]!;
      if (distance >= 0 && (found === undefined || distance > found.widestDistance))
        found = { widestDistance: distance, widestPair: [idOf(problem, one), idOf(problem, other)] };
    }
  });
  return found ?? { widestDistance: null, widestPair: null };
}

function helpWithin(problem: GroupingProblem, schools: readonly number[]) {
  const { areas, needs, strengths } = problem;
  const help: { area: string; from: string[]; to: string[] }[] = [];
  const unmet: { area: string; schools: string[] }[] = [];
  areas.forEach((area, index) => {
    const at = (values: Float64Array, place: number) => values[place * areas.length + index]!;
    const best = Math.max(...schools.map((place) => at(strengths, place)));
    const from = schools.filter((place) => at(strengths, place) > 0);
    const needy = schools.filter((place) => at(needs, place) > 0);
    const helped = needy.filter(() => best > 0);
    const left = needy.filter((place) => at(needs, place) > best + 1e-9);
    const ids = (places: readonly number[]) => places.map((place) => idOf(problem, place));
    if (helped.length > 0) help.push({ area, from: ids(from), to: ids(helped) });
    if (left.length > 0) unmet.push({ area, schools: ids(left) });
  });
  return { help, unmet };
}

function tiesWithin({ tie, count }: GroupingProblem, schools: readonly number[]): number {
  let sum = 0;
  schools.forEach((one, index) => {
    for (const other of schools.slice(index + 1)) sum += tie[one * count + other]!;
  });
  return sum;
}
