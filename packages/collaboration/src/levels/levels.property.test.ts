import { activityKinds, collaborationLevels as levels } from '@collegial/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { participant, recorded } from '../__fixtures__/recorded.ts';
import { post } from '../__fixtures__/ties.ts';
import { ledgerOf } from '../ledger/ledger-of.ts';
import { activityTies } from '../recorded/activity-ties.ts';
import type { Participant, Verdict } from '../recorded/recorded-activity.ts';
import { toParts } from '../ties/split-amount.ts';
import type { Tie } from '../ties/tie.ts';
import { levelSummariesOf } from './level-summaries-of.ts';
import { pairLevelsOf } from './pair-levels-of.ts';
import { createPairTotals, type PairTotalsOptions } from './pair-totals.ts';
import { byPiece } from './piece-of-evidence.ts';

const schools = ['a', 'b', 'c', 'd'];
const quantity = fc.option(fc.integer({ min: 0, max: 100_000 }).map((value) => value / 10_000));
const part = (school: string) =>
  fc
    .record({
      role: fc.constantFrom<Participant['role']>(
        'host',
        'provider',
        'recipient',
        'participant',
        'outside-challenger',
      ),
      hours: quantity,
      days: quantity,
      places: fc.option(fc.integer({ min: 0, max: 6 })),
      amount: quantity,
    })
    .map((fields) => participant(school, fields));
const activity = fc
  .record({
    kind: fc.constantFrom(...activityKinds.map((kind) => kind.id)),
    participants: fc.subarray(schools, { minLength: 2 }).chain((chosen) => fc.tuple(...chosen.map(part))),
    academicYear: fc.constantFrom(2021, 2022, 2023),
    day: fc.integer({ min: 10, max: 17 }),
    aim: fc.constantFrom(null, 'Reading', 'reading!', 'Transition'),
    product: fc.constantFrom(null, null, 'A booklet'),
    recordedBy: fc.constantFrom(null, ...schools),
    verdicts: fc.array(
      fc.tuple(fc.constantFrom(...schools), fc.constantFrom<Verdict>('confirmed', 'disputed')),
    ),
  })
  .map(
    ({ kind, participants, academicYear, day, aim, product, recordedBy, verdicts }) =>
      activityTies(
        recorded(JSON.stringify([kind, academicYear, day, aim, product, participants]), kind, participants, {
          academicYear,
          startsOn: `${academicYear}-10-${day}`,
          aim,
          product,
          recordedBy,
          verdicts: new Map(verdicts),
        }),
        () => true,
      ).ties,
  );
/** What staff records show: a person whom two schools share, for part of a year. */
const shared = fc
  .record({
    staffDays: fc.option(fc.integer({ min: 0, max: 400_000 }).map((parts) => parts / 10_000)),
    days: fc.integer({ min: 1, max: 300 }),
    academicYear: fc.constantFrom(2021, 2022, 2023),
    back: fc.boolean(),
  })
  .map(({ staffDays, ...change }) => [post(staffDays, change)]);
const piece = fc.oneof({ weight: 3, arbitrary: activity }, { weight: 1, arbitrary: shared });
const ties = fc.array(piece, { maxLength: 12 }).map((lists) => lists.flat());
const assess = (some: Parameters<typeof ledgerOf>[0]) =>
  pairLevelsOf({ schools, ties: some, academicYear: 2023 });

test('more evidence never lowers a level nor unmeets a criterion', () => {
  fc.assert(
    fc.property(ties, piece, (before, more) => {
      const after = assess([...before, ...more]);
      for (const [index, one] of assess(before).entries()) {
        const other = after[index]!;
        expect(levels.indexOf(other.level)).toBeGreaterThanOrEqual(levels.indexOf(one.level));
        expect(levels.indexOf(other.levelWithUnconfirmed)).toBeGreaterThanOrEqual(
          levels.indexOf(one.levelWithUnconfirmed),
        );
        for (const [at, criterion] of one.criteria.entries()) {
          if (criterion.met) expect(other.criteria[at]?.met).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('unconfirmed evidence only ever adds', () => {
  fc.assert(
    fc.property(ties, (some) => {
      for (const one of assess(some)) {
        expect(levels.indexOf(one.levelWithUnconfirmed)).toBeGreaterThanOrEqual(levels.indexOf(one.level));
      }
    }),
  );
});

test('the order of the evidence changes neither a level, nor a word, nor a digit of the ledger', () => {
  fc.assert(
    fc.property(
      ties.chain((some) =>
        fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
      ),
      ([some, shuffled]) => {
        expect(assess(shuffled)).toEqual(assess(some));
        expect(ledgerOf(shuffled, 2023)).toEqual(ledgerOf(some, 2023));
      },
    ),
  );
});

test('the ledger adds up to the flows of the year, basis by basis', () => {
  fc.assert(
    fc.property(ties, (some) => {
      const entries = ledgerOf(some, 2023);
      for (const basis of ['derived', 'confirmed', 'unconfirmed']) {
        for (const unit of ['staff-hours', 'staff-days', 'places', 'pounds', 'events']) {
          const flowed = some
            .filter((tie) => tie.academicYear === 2023 && tie.basis === basis)
            .flatMap((tie) => tie.flows)
            .filter((flow) => flow.unit === unit)
            .reduce((total, flow) => total + flow.parts, 0);
          const listed = entries
            .filter((entry) => entry.basis === basis && entry.unit === unit)
            .reduce((total, entry) => total + toParts(entry.amount), 0);
          expect(listed).toBe(flowed);
        }
      }
    }),
  );
});

test('records that schools keep anyway never show more than collaboration, and the result says so', () => {
  fc.assert(
    fc.property(ties, (some) => {
      const derived = some.map((tie) => ({ ...tie, basis: 'derived' as const, product: tie.product }));
      for (const one of assess(derived)) {
        expect(levels.indexOf(one.level)).toBeLessThanOrEqual(levels.indexOf('collaboration'));
        expect(one.highestLevelAssessed).toBe('collaboration');
      }
    }),
  );
});

test('without any flow no pair rises above cooperation', () => {
  fc.assert(
    fc.property(ties, (some) => {
      const empty = some.map((tie) => ({ ...tie, flows: tie.flows.filter(({ unit }) => unit === 'events') }));
      for (const one of assess(empty))
        expect(levels.indexOf(one.levelWithUnconfirmed)).toBeLessThanOrEqual(levels.indexOf('cooperation'));
    }),
  );
});

const measuresOf = (some: readonly Tie[], options: PairTotalsOptions) => {
  const totals = createPairTotals(options);
  for (const tie of some) totals.add(tie);
  return totals.measures();
};

test('leaving evidence out by subtraction gives what leaving it out from the start gives', () => {
  fc.assert(
    fc.property(ties, (some) => {
      for (const pair of [['a', 'b'] as const, ['c', 'd'] as const]) {
        const own = some.filter((tie) => tie.schools.join() === pair.join() && tie.academicYear > 2021);
        const options = { academicYear: 2023 };
        const totals = createPairTotals(options);
        for (const tie of own) totals.add(tie);
        for (const left of byPiece(own)) {
          for (const tie of left) totals.remove(tie);
          expect(totals.measures()).toEqual(
            measuresOf(
              own.filter((tie) => !left.includes(tie)),
              options,
            ),
          );
          for (const tie of left) totals.add(tie);
        }
        expect(totals.measures()).toEqual(measuresOf(own, options));
      }
    }),
  );
});

test('summaries say what the whole results say', () => {
  fc.assert(
    fc.property(ties, fc.boolean(), (some, linkedOnly) => {
      const options = { schools, ties: some, academicYear: 2023, linkedOnly };
      expect(levelSummariesOf(options)).toEqual(
        pairLevelsOf(options).map(({ schools, level, levelWithUnconfirmed, oneSided }) => ({
          schools,
          level,
          levelWithUnconfirmed,
          oneSided,
        })),
      );
    }),
  );
});
