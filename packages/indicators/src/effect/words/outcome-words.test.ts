import type { MatchedDifference, Verdict } from '@collegial/statistics';
import { describe, expect, it } from 'vitest';
import { causalWords } from './causal-words.ts';
import { type OutcomeWordsOptions, outcomeWords } from './outcome-words.ts';

const verdicts: readonly Verdict[] = [
  'differed',
  'drift-possible',
  'differed-unchecked',
  'apart-before',
  'not-shown',
  'cannot-tell',
];

const preTrend = {
  status: 'none-seen',
  leads: [],
  slope: 0.1,
  slopeP: 0.4,
  joint: null,
  detectableSlope: 0.5,
  exposure: 3,
  hiddenDifference: 1.5,
} as const;

function found(change: Partial<MatchedDifference>): MatchedDifference {
  return {
    groups: ['A'],
    schools: [
      { school: 'a', group: 'A', role: 'joined', why: null, weight: 1 },
      { school: 'b', group: null, role: 'comparison', why: null, weight: 1 },
    ],
    matches: [],
    balance: [],
    difference: { value: -2.94, interval: { lower: -4, upper: -1.5 }, p: 0.0004, by: 'clusters' },
    clustered: null,
    bootstrap: null,
    permutation: null,
    exchange: 'schools',
    byEventTime: [],
    byGroup: [],
    groupTimes: [],
    preTrend,
    matchedOnLevel: -1,
    ...change,
  };
}

const options = (verdict: Verdict, change: Partial<OutcomeWordsOptions> = {}): OutcomeWordsOptions => ({
  title: 'Attainment 8',
  unit: 'points',
  groups: ['Group A'],
  verdict,
  adjustedP: 0.0008,
  found: found({}),
  together: 2,
  levels: { first: 1, last: 2.5 },
  ...change,
});

/** Everything that can be said. */
const everything = verdicts.flatMap((verdict) =>
  (['points', 'proportion', 'rate-per-100', 'grades', 'spread', 'value'] as const).flatMap((unit) =>
    [
      {},
      { found: null },
      { found: found({ difference: null }) },
      { found: found({ difference: { value: 3, interval: null, p: 0.2, by: 'permutation' } }) },
      {
        found: found({
          groups: ['A', 'B'],
          exchange: 'clusters',
          difference: {
            value: 3,
            interval: { lower: 1, upper: Number.POSITIVE_INFINITY },
            p: null,
            by: 'permutation',
          },
        }),
      },
      { levels: { first: 2, last: 1 }, together: 3 },
      { levels: { first: 2, last: 2 }, groups: ['Group A', 'Group B', 'Group C'] },
      { levels: null, adjustedP: null },
    ].flatMap((change) => outcomeWords(options(verdict, { unit, ...change }))),
  ),
);

describe('outcomeWords', () => {
  it('never claims cause, whatever was found', () => {
    expect(everything.length).toBeGreaterThan(200);
    for (const sentence of new Set(everything))
      for (const word of causalWords) expect(sentence).not.toMatch(word);
  });

  it.each([
    'Attainment rose because of the partnership.',
    'The partnership caused a rise.',
    'The rise is due to the group.',
    'The effect of joining was 3 points.',
    'Joining led to higher results.',
    'Working together improved attainment.',
    'The group had an impact.',
    'Attainment rose thanks to the group.',
    'The rise can be attributed to joining.',
    'The group was a success.',
    'The group raised attainment.',
    'Schools benefited from joining.',
  ])('would be caught saying “%s”', (sentence) => {
    expect(causalWords.some((word) => word.test(sentence))).toBe(true);
  });

  it('says amount, direction, interval and chance', () => {
    expect(outcomeWords(options('differed'))[0]).toBe(
      'Attainment 8: since they joined, the 1 school of Group A stand 2.9 points lower beside 1 school like them, counted from the years before (95 % interval −4.0 to −1.5 points; p below 0.001).',
    );
  });

  it('says what could be missed, but not where the schools were apart before', () => {
    const missed = /steady drift of 0\.5 points a year .* 1\.5 points/;
    expect(outcomeWords(options('differed')).join(' ')).toMatch(missed);
    expect(outcomeWords(options('apart-before')).join(' ')).not.toMatch(missed);
  });

  it('warns of schools that come back from an unusual year where matching makes much of the difference', () => {
    const warning = /coming back from an unusual year/;
    expect(outcomeWords(options('differed')).join(' ')).toMatch(warning);
    expect(
      outcomeWords(options('differed', { found: found({ matchedOnLevel: -2.5 }) })).join(' '),
    ).not.toMatch(warning);
  });

  it('tells levels beside, in their own sentence', () => {
    expect(outcomeWords(options('differed')).at(-1)).toBe(
      'In the same years the mean level of the groups’ pairs rose from 1.0 to 2.5 on the scale from 0, no link seen, to 4, collegiality.',
    );
  });
});
