import type { GroupingProposal, ObjectiveScale, ObjectiveValue } from '../group-suggestions.ts';
import type { ObjectiveName } from '../grouping-options.ts';
import type { GroupingProblem } from '../problem/problem.ts';
import type { Candidate } from './choose-alternatives.ts';
import { describeGroup } from './describe-group.ts';
import { givenUpOf } from './given-up-of.ts';

/** A grouping as people read it. `first` is the first proposal, with which the others are compared. */
export function describeProposal(
  problem: GroupingProblem,
  scales: readonly ObjectiveScale[],
  candidate: Candidate,
  first: Candidate,
): GroupingProposal {
  const groups = candidate.partition
    .map((members) => describeGroup(problem, members))
    .sort((one, other) => (one.schools[0]! < other.schools[0]! ? -1 : 1))
    .map((group, index) => ({ label: String(index + 1), ...group }));
  const objectives = scales.map(
    (scale, index): ObjectiveValue => ({
      objective: scale.objective,
      value: candidate.values[index]!,
      givenUp: givenUpOf(scale, candidate.values[index]!),
    }),
  );
  return {
    groups,
    score: candidate.score,
    objectives,
    difference: candidate.difference,
    leaning: candidate.leaning === null ? null : scales[candidate.leaning]!.objective,
    words: [
      ...objectives.map(
        (value, index) => `${inWords(value.objective, value.value)} (${reachOf(value, scales[index]!)}).`,
      ),
      ...(candidate === first ? [] : comparison(scales, candidate, first)),
    ],
  };
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** The value of an objective as the end of a sentence would say it. */
function amountOf(objective: ObjectiveName, value: number): string {
  return objective === 'distance' ? `${value.toFixed(1)} km` : percent(value);
}

function inWords(objective: ObjectiveName, value: number): string {
  switch (objective) {
    case 'alike':
      return `${percent(value)} of the differences in attainment and context lie between the groups`;
    case 'mixed':
      return Math.round(value * 100) === 0
        ? 'Attainment is spread as widely within groups as over all schools'
        : `The spread of attainment within groups falls short of that of all schools by ${percent(value)}`;
    case 'complement':
      return `${percent(1 - value)} of the needs meet a strength in the same group`;
    case 'distance':
      return `A school is ${amountOf(objective, value)} from the others of its group, on average`;
    case 'ties':
      return `${percent(1 - value)} of the existing ties stay within a group`;
  }
}

function reachOf(
  { objective, givenUp }: ObjectiveValue,
  { best, lots, bestIsExact }: ObjectiveScale,
): string {
  const told = (value: number) =>
    amountOf(objective, objective === 'complement' || objective === 'ties' ? 1 - value : value);
  const known = bestIsExact ? 'best possible' : 'best found';
  if (givenUp === null) return `${known}: ${told(best)}, and lots do as well`;
  return `${known} for this alone: ${told(best)}; lots: ${told(lots)}; given up: ${percent(givenUp)} of the way`;
}

const betterWords: Readonly<Record<ObjectiveName, readonly [string, string]>> = {
  alike: ['groups more alike', 'groups less alike'],
  mixed: ['more mixed within groups', 'less mixed within groups'],
  complement: ['more needs met', 'fewer needs met'],
  distance: ['closer together', 'farther apart'],
  ties: ['more ties kept', 'fewer ties kept'],
};

/** What is better and what is worse than in the first proposal. */
function comparison(scales: readonly ObjectiveScale[], own: Candidate, first: Candidate): string[] {
  const better: string[] = [];
  const worse: string[] = [];
  scales.forEach((scale, index) => {
    const { objective } = scale;
    const [now, before] = [own.values[index]!, first.values[index]!];
    const told = (value: number) =>
      amountOf(objective, objective === 'complement' || objective === 'ties' ? 1 - value : value);
    // A difference that nobody would notice is none.
    const step = Math.abs((givenUpOf(scale, now) ?? 0) - (givenUpOf(scale, before) ?? 0));
    if (step < 0.05 || told(now) === told(before)) return;
    const [gain, loss] = betterWords[objective];
    if (now < before) better.push(`${gain} (${told(now)}, not ${told(before)})`);
    else worse.push(`${loss} (${told(now)}, not ${told(before)})`);
  });
  const difference = `${percent(own.difference)} of the partnerships are others than in the first proposal`;
  if (better.length === 0 && worse.length === 0) return [`${difference}, with much the same values.`];
  if (better.length === 0) return [`${difference}: ${worse.join(', ')}.`];
  return [
    `${difference}: ${better.join(', ')}${worse.length === 0 ? '' : `; at the price of ${worse.join(', ')}`}.`,
  ];
}
