import { activityKinds, type CollaborationLevel } from '@collegial/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { participant, recorded } from '../__fixtures__/recorded.ts';
import { ledgerOf } from '../ledger/ledger-of.ts';
import { activityTies } from '../recorded/activity-ties.ts';
import type { Participant, Verdict } from '../recorded/recorded-activity.ts';
import { toParts } from '../ties/split-amount.ts';
import { pairLevelsOf } from './pair-levels-of.ts';

const levels: readonly CollaborationLevel[] = [
  'no-link-seen',
  'association',
  'cooperation',
  'collaboration',
  'collegiality',
];
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
    recordedBy: fc.constantFrom(null, ...schools),
    verdicts: fc.array(
      fc.tuple(fc.constantFrom(...schools), fc.constantFrom<Verdict>('confirmed', 'disputed')),
    ),
  })
  .map(
    ({ kind, participants, academicYear, recordedBy, verdicts }) =>
      activityTies(
        recorded(JSON.stringify([kind, academicYear, participants]), kind, participants, {
          academicYear,
          recordedBy,
          verdicts: new Map(verdicts),
        }),
        () => true,
      ).ties,
  );
const ties = fc.array(activity, { maxLength: 12 }).map((lists) => lists.flat());
const assess = (some: Parameters<typeof ledgerOf>[0]) =>
  pairLevelsOf({ schools, ties: some, academicYear: 2023 });

test('more evidence never lowers a level nor unmeets a criterion', () => {
  fc.assert(
    fc.property(ties, activity, (before, more) => {
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
