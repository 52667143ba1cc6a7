import type { ChangedSchool, OutcomeChange, WhatChanged, WhyLeftOut } from './what-changed-result.ts';
import { amount, range, signed } from './words/amounts.ts';
import { probability } from './words/outcome-words.ts';

const reasons: Record<WhyLeftOut, string> = {
  declined: 'was placed in the group and declined to take part',
  'joined-unknown': 'joined on a day that is not on record',
  'in-another-group-before': 'was in another group before',
  'not-in-the-agreement': 'is not named in a sharing agreement for comparison with these groups',
  'no-figures': 'has no figure that can be used',
  'no-figures-before': 'lacks figures for the years before',
  'no-figures-after': 'has no figures from then on',
  'no-match': 'is so unlike all others that it has no match',
  'not-among-the-nearest': 'is not among the nearest to any school of the groups',
  'in-a-group-itself': 'was in a group of its own by then',
};

/**
 * Why the figures of {@link WhatChanged} are what they are: which schools were looked at, which were left out and why, how like each other the matched schools are, what the years before
 * showed, and every estimate, in plain sentences without a claim of cause.
 */
export function explainWhatChanged({
  outcomes,
  groups,
  levels,
  levelsNotKnown,
  adjust,
}: WhatChanged): string[] {
  const lines = groups.map(({ name, since }) =>
    since === null
      ? `${name}: no school with a known date of joining.`
      : `${name}: first school joined in ${since}.`,
  );
  for (const outcome of outcomes)
    lines.push(...outcome.words, ...schoolWords(outcome), ...estimateWords(outcome, adjust));
  const name = (id: string) => groups.find((group) => group.id === id)?.name ?? id;
  for (const { group, period, meanLevel, ties } of levels)
    lines.push(
      `${name(group)} in ${period}: mean level ${meanLevel === null ? 'not known' : meanLevel.toFixed(2)}, ${ties.derived} ties from records, ${ties.confirmed} confirmed, ${ties.unconfirmed} unconfirmed.`,
    );
  const unknown = [...new Set(levelsNotKnown.map(({ group }) => group))].map((id) => {
    const periods = levelsNotKnown.filter(({ group }) => group === id).map(({ period }) => period);
    return `${name(id)} (${periods.join(', ')})`;
  });
  if (unknown.length > 0)
    lines.push(
      `How closely schools work together is not known for ${unknown.join(', ')}: no sharing agreement covers it, or no school took part.`,
    );
  return lines;
}

function schoolWords({ schools, found, agreements }: OutcomeChange): string[] {
  const names = (chosen: readonly ChangedSchool[]) => chosen.map(({ name }) => name).join(', ');
  const joined = schools.filter(({ role }) => role === 'joined');
  const compared = schools.filter(({ role }) => role === 'comparison');
  const leftOut = schools.filter(({ role }) => role === 'left-out');
  const words = [
    `Schools that joined (${joined.length}): ${names(joined)}.`,
    `Compared with (${compared.length}): ${names(compared)}.`,
  ];
  for (const why of new Set(leftOut.map((school) => school.why!))) {
    const own = leftOut.filter((school) => school.why === why);
    words.push(`Left out (${own.length}), each of which ${reasons[why]}: ${names(own)}.`);
  }
  if (agreements.length > 0) words.push(`Read together under ${agreements.join(', ')}.`);
  for (const { feature, differenceBefore, differenceAfter } of found?.balance ?? [])
    words.push(
      `${feature}: apart by ${deviations(differenceBefore)} before matching, ${deviations(differenceAfter)} after.`,
    );
  return words;
}

function estimateWords({ found, unit, adjustedP, withLevel }: OutcomeChange, adjust: string): string[] {
  if (found?.difference == null) return [];
  const { clustered, bootstrap, permutation, preTrend, matchedOnLevel } = found;
  const words: string[] = [];
  if (clustered !== null)
    words.push(
      `By clusters (CR2): ${range(clustered.interval.lower, clustered.interval.upper, unit)}, standard error ${amount(clustered.standardError, unit)}, ${clustered.degrees.toFixed(1)} degrees of freedom, ${probability(clustered.p)}.`,
    );
  if (bootstrap !== null)
    words.push(
      `Wild cluster bootstrap: ${probability(bootstrap.p)} over ${bootstrap.draws} ${bootstrap.exact ? 'combinations, all there are' : 'draws'}.`,
    );
  if (permutation !== null)
    words.push(
      `By putting others in their place: ${probability(permutation.p)} over ${permutation.choices} ${permutation.exact ? 'choices, all there are' : 'draws'}; the smallest that could be is ${permutation.smallestP.toFixed(3)}.`,
    );
  if (adjustedP !== null)
    words.push(`After allowing for several indicators (${adjust}): ${probability(adjustedP)}.`);
  if (preTrend.slope !== null)
    words.push(
      `Years before: slope ${signed(preTrend.slope, unit)} a year, ${probability(preTrend.slopeP!)}${preTrend.joint === null ? '' : `; all years before at once, ${probability(preTrend.joint.p)}`}.`,
    );
  if (matchedOnLevel !== null)
    words.push(`Matched on the mean of the years before: ${signed(matchedOnLevel, unit)}.`);
  if (withLevel !== null)
    words.push(
      `Beside the level of the groups: with each step of the mean level the difference goes together with ${range(withLevel.interval.lower, withLevel.interval.upper, unit)} (95 % interval). Groups that work more closely differ in other ways too.`,
    );
  return words;
}

function deviations(value: number | null): string {
  return value === null ? 'nothing that varies' : `${value.toFixed(2)} standard deviations`;
}
