import type { IndicatorCard } from '@collegial/model';
import type { MatchedDifference, Verdict } from '@collegial/statistics';
import { amount, range, signed } from './amounts.ts';

/** What {@link outcomeWords} takes. */
export interface OutcomeWordsOptions {
  readonly title: string;
  readonly unit: IndicatorCard['unit'];
  /** Names of the groups asked about. */
  readonly groups: readonly string[];
  readonly verdict: Verdict;
  /** After allowing for the other indicators. */
  readonly adjustedP: number | null;
  readonly found: MatchedDifference | null;
  /** Indicators looked at together. */
  readonly together: number;
  /** Mean level of the groups in the first and last year since joining, where known. */
  readonly levels?: { readonly first: number; readonly last: number } | null;
}

/** A difference counts as far from another when it is off by more than this share of it. */
const farOff = 0.5;

/** What an indicator shows, in plain sentences that say what was seen and what cannot be told, and claim no cause. */
export function outcomeWords(options: OutcomeWordsOptions): string[] {
  const { title, found, verdict } = options;
  if (found?.difference == null)
    return [
      `${title}: nothing can be said. There are too few figures from before the schools joined or after, or no schools like them to compare with.`,
    ];
  return [
    difference(options, found),
    verdictWords[verdict],
    ...drift(options, found),
    ...fewGroups(found),
    ...swings(options, found),
    ...together(options),
    ...levelWords(options),
  ];
}

const verdictWords: Record<Verdict, string> = {
  differed:
    'Chance alone seldom makes so large a difference, and it is larger than a drift from before, too slight to be seen then, would have come to. Whatever else happened to these schools alone in the same years looks the same in these figures.',
  'drift-possible':
    'Chance alone seldom makes so large a difference, but a drift from before, too slight to be seen then, would have come to as much: the figures cannot tell the two apart.',
  'differed-unchecked':
    'Chance alone seldom makes so large a difference, but there are too few years before the schools joined to see whether they were drawing apart already.',
  'apart-before':
    'The schools were already drawing apart from those like them before they joined. A difference afterwards may be no more than that going on, or the way back from it, and says nothing about joining.',
  'not-shown':
    'Chance alone makes differences of this size. That is not the same as no difference: the interval says how large a one could be there unseen.',
  'cannot-tell':
    'With so few groups, or so few clusters of schools beside them, no difference of any size could be told from chance.',
};

/** Verdicts with which a difference is worth a second look at how schools were matched. */
const notable: readonly Verdict[] = ['differed', 'drift-possible', 'differed-unchecked'];

/** A p-value to read. */
export function probability(p: number): string {
  return p < 0.001 ? 'p below 0.001' : `p = ${p.toFixed(3)}`;
}

function difference(
  { title, unit, groups }: OutcomeWordsOptions,
  { difference: own, schools }: MatchedDifference,
): string {
  const { value, interval, p } = own!;
  const joined = schools.filter(({ role }) => role === 'joined').length;
  const compared = schools.filter(({ role }) => role === 'comparison').length;
  const way = value >= 0 ? 'higher' : 'lower';
  const uncertain =
    interval === null
      ? 'no interval can be given'
      : `95 % interval ${range(interval.lower, interval.upper, unit)}`;
  const chance = p === null ? '' : `; ${probability(p)}`;
  return `${title}: since they joined, the ${joined} school${joined === 1 ? '' : 's'} of ${list(groups)} stand ${amount(value, unit)} ${way} beside ${compared} school${compared === 1 ? '' : 's'} like them, counted from the years before (${uncertain}${chance}).`;
}

function drift({ unit, verdict }: OutcomeWordsOptions, { preTrend }: MatchedDifference): string[] {
  const { hiddenDifference, detectableSlope } = preTrend;
  if (verdict === 'apart-before' || hiddenDifference === null || detectableSlope === null) return [];
  return [
    `What could be missed: a steady drift of ${amount(detectableSlope, unit)} a year before joining is the least that would have been seen in four cases of five. Going on, it would add up to ${amount(hiddenDifference, unit)} by the years looked at.`,
  ];
}

function fewGroups({ groups, difference: own, exchange }: MatchedDifference): string[] {
  if (groups.length > 3) return [];
  const one = groups.length === 1;
  const count = one ? 'One group only' : `${groups.length} groups only`;
  const these = one ? 'this group' : 'these groups';
  const words = [
    `${count}: what happened to ${these} alone in these years – a new road, a closed factory, a change of heads – cannot be told from joining, and no figure can mend that.`,
  ];
  if (own?.by !== 'permutation') return words;
  const place = one ? 'its place' : 'their places';
  return [
    ...words,
    exchange === 'clusters'
      ? `Uncertainty comes from putting other clusters of schools in ${place}.`
      : `Uncertainty comes from putting other schools, drawn one by one, in ${place}. They share less of their fortunes than schools of a group do, which is allowed for by a stated share and not by anything on record.`,
  ];
}

function swings(
  { unit, verdict }: OutcomeWordsOptions,
  { difference: own, matchedOnLevel }: MatchedDifference,
): string[] {
  if (matchedOnLevel === null || !notable.includes(verdict)) return [];
  if (Math.abs(own!.value - matchedOnLevel) <= farOff * Math.abs(own!.value)) return [];
  return [
    `Matched on the mean of the years before and not on each of them, the difference is ${signed(matchedOnLevel, unit)}. Where the two are far apart, schools coming back from an unusual year may be much of it.`,
  ];
}

function together({ together: count, adjustedP }: OutcomeWordsOptions): string[] {
  if (count < 2 || adjustedP === null) return [];
  return [
    `Looked at together with ${count - 1} other indicator${count === 2 ? '' : 's'}; allowing for that, ${probability(adjustedP)}.`,
  ];
}

function levelWords({ levels }: OutcomeWordsOptions): string[] {
  if (levels == null) return [];
  const way = levels.last > levels.first ? 'rose' : levels.last < levels.first ? 'fell' : 'stayed';
  return [
    `In the same years the mean level of the groups’ pairs ${way}${way === 'stayed' ? ` at ${levels.last.toFixed(1)}` : ` from ${levels.first.toFixed(1)} to ${levels.last.toFixed(1)}`} on the scale from 0, no link seen, to 4, collegiality.`,
  ];
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
