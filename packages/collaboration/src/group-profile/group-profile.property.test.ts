import { activityKinds, type GroupProfile, type LedgerEntry, processes } from '@collegial/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { participant, recorded } from '../__fixtures__/recorded.ts';
import { ledgerOf } from '../ledger/ledger-of.ts';
import { pairLevelsOf } from '../levels/pair-levels-of.ts';
import { activityTies } from '../recorded/activity-ties.ts';
import { unknownReach } from '../ties/reach.ts';
import { toParts } from '../ties/split-amount.ts';
import type { Tie } from '../ties/tie.ts';
import { groupProfileOf } from './group-profile-of.ts';

const schools = ['a', 'b', 'c', 'd', 'e'];
const scope = { kind: 'group', id: 'G' } as const;
const quantity = fc.option(fc.integer({ min: 0, max: 100_000 }).map((value) => value / 10_000));
const people = fc.option(fc.integer({ min: 0, max: 30 }));
const part = (school: string) =>
  fc
    .record({
      role: fc.constantFrom('host' as const, 'provider' as const, 'recipient' as const),
      hours: quantity,
      days: quantity,
      heads: people,
      students: people,
    })
    .map(({ heads, students, ...fields }) =>
      participant(school, { ...fields, reach: { ...unknownReach, heads, students } }),
    );
const activity = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...activityKinds.map((kind) => kind.id)),
    participants: fc.subarray(schools, { minLength: 2 }).chain((chosen) => fc.tuple(...chosen.map(part))),
    academicYear: fc.constantFrom(2022, 2023),
    groupId: fc.constantFrom(null, 'G', 'H'),
    confirmed: fc.boolean(),
    person: fc.constantFrom(undefined, 'p', 'q'),
  })
  .map(({ id, kind, participants, academicYear, groupId, confirmed, person }) =>
    activityTies(
      recorded(id, kind, participants, {
        academicYear,
        groupId,
        recordedBy: participants[0]?.school ?? null,
        ...(confirmed ? {} : { verdicts: new Map() }),
      }),
      () => true,
    ).ties.map(
      (tie): Tie =>
        person === undefined ? tie : { ...tie, trace: 'shared-staff', basis: 'derived', person },
    ),
  );
const ties = fc.array(activity, { maxLength: 10 }).map((lists) => lists.flat());
const profileOf = (some: readonly Tie[], members = schools) =>
  groupProfileOf({
    scope,
    schools: members,
    academicYear: 2023,
    ties: some,
    pairs: pairLevelsOf({ schools: members, ties: some, academicYear: 2023 }),
  });
const wholeOf = (profile: GroupProfile) =>
  profile.measures.find((one) => one.part === 'all' && !one.unconfirmed)!;

test('the order of the evidence and of the schools changes nothing', () => {
  fc.assert(
    fc.property(
      ties.chain((some) =>
        fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
      ),
      ([some, shuffled]) => {
        const pairs = pairLevelsOf({ schools, ties: some, academicYear: 2023 });
        const options = { scope, academicYear: 2023, pairs };
        expect(groupProfileOf({ ...options, schools: [...schools].reverse(), ties: shuffled })).toEqual(
          groupProfileOf({ ...options, schools, ties: some }),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('over all schools gave equals received equals the ledger, process by process, unit by unit, basis by basis', () => {
  fc.assert(
    fc.property(ties, (some) => {
      const { contributions } = profileOf(some);
      const key = (one: { process: string; unit: string; basis: string }) =>
        `${one.process} ${one.unit} ${one.basis}`;
      const sums = (
        list: readonly { process: string; unit: string; basis: string }[],
        amount: (one: never) => number,
      ) => {
        const totals = new Map<string, number>();
        for (const one of list)
          totals.set(key(one), (totals.get(key(one)) ?? 0) + toParts(amount(one as never)));
        return [...totals].sort();
      };
      const ledger = sums(ledgerOf(some, 2023), (entry: LedgerEntry) => entry.amount);
      expect(sums(contributions, (one: { gave: number }) => one.gave)).toEqual(ledger);
      expect(sums(contributions, (one: { received: number }) => one.received)).toEqual(ledger);
      for (const one of contributions) expect(one.gaveTagged).toBeLessThanOrEqual(one.gave);
    }),
    { numRuns: 60 },
  );
});

test('what remains without a school is what a group without it has, and nobody’s leaving adds a link', () => {
  fc.assert(
    fc.property(ties, (some) => {
      const profile = profileOf(some);
      const { contact, breadth } = wholeOf(profile);
      for (const one of profile.withoutSchool) {
        const left = schools.filter((school) => school !== one.school);
        const after = wholeOf(profileOf(some, left));
        const kept = after.breadth.processes.map(({ process }) => process);
        expect(one).toMatchObject({
          linksLeft: after.contact.links,
          components: after.contact.components.length,
          isolates: after.contact.isolates,
          processesLost: breadth.processes
            .map(({ process }) => process)
            .filter((process) => !kept.includes(process)),
        });
      }
      for (const person of ['p', 'q']) {
        const after = wholeOf(profileOf(some.filter((tie) => tie.person !== person)));
        const found = profile.withoutPerson?.map(({ linksLeft, components }) => [linksLeft, components]);
        const known = some.some((tie) => tie.person === person && tie.academicYear === 2023);
        if (known) expect(found).toContainEqual([after.contact.links, after.contact.components.length]);
      }
      // Each link is lost with each of its two ends.
      expect(profile.withoutSchool.reduce((sum, one) => sum + one.linksLost, 0)).toBe(2 * contact.links);
      for (const one of [...profile.withoutSchool, ...(profile.withoutPerson ?? [])]) {
        expect(one.linksLeft + one.linksLost).toBe(contact.links);
        expect(one.processesLost.length).toBeLessThanOrEqual(breadth.breadth);
      }
      // A school is an articulation point exactly when its leaving makes more sets than there were, its own set aside.
      for (const one of profile.withoutSchool) {
        const alone = contact.isolates.includes(one.school) ? 1 : 0;
        expect(contact.articulationPoints.includes(one.school)).toBe(
          one.components > contact.components.length - alone,
        );
      }
    }),
    { numRuns: 60 },
  );
});

test('parts add up, shares are shares, and unconfirmed evidence only adds', () => {
  fc.assert(
    fc.property(ties, (some) => {
      const profile = profileOf(some);
      const measure = (part: string, unconfirmed: boolean) =>
        profile.measures.find((one) => one.part === part && one.unconfirmed === unconfirmed)!;
      for (const unconfirmed of [false, true]) {
        const [tagged, untagged, all] = ['tagged', 'untagged', 'all'].map((part) =>
          measure(part, unconfirmed),
        );
        expect(all!.contact.links).toBeLessThanOrEqual(tagged!.contact.links + untagged!.contact.links);
        expect(all!.contact.links).toBeGreaterThanOrEqual(tagged!.contact.links);
        expect(all!.depth.pieces).toBe(tagged!.depth.pieces + untagged!.depth.pieces);
      }
      const pieces = profile.evidence.reduce((sum, one) => sum + one.pieces, 0);
      expect(measure('all', true).depth.pieces).toBe(pieces);
      for (const one of profile.measures) {
        const shares = [
          ...[one.breadth.position, one.contact.density, one.contact.centralisation, one.depth.share],
          ...[one.giving.edgeReciprocity, one.giving.dyadReciprocity, one.giving.givingCentralisation],
          ...[one.depth.shareOfHours, one.depth.coverage, one.continuity.share],
        ].filter((share) => share !== null);
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
        expect(one.breadth.breadth).toBeLessThanOrEqual(processes.length);
        expect(one.giving.links).toBeLessThanOrEqual(one.contact.links);
        if (one.unconfirmed)
          expect(one.contact.links).toBeGreaterThanOrEqual(measure(one.part, false).contact.links);
      }
      expect(profile.levels.reduce((sum, one) => sum + one.pairs, 0)).toBe(10);
    }),
    { numRuns: 60 },
  );
});
