import { ledgerOf, noGroupRecords, pairLevelsOf, type Tie } from '@collegial/collaboration';
import type { GroupProfile } from '@collegial/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedProfile } from '../documents/published-profile.ts';
import { wholeDays } from '../documents/whole-days.ts';
import { groupProfileSchema } from '../edition/group-profile-schema.ts';
import { protectTies } from './protect-ties.ts';

const threshold = 10;
const schools = ['a', 'b', 'c', 'd'];
const nobody = {
  heads: null,
  middleLeaders: null,
  teachers: null,
  supportStaff: null,
  students: null,
  governors: null,
};
const base: Tie = {
  schools: ['a', 'b'],
  academicYear: 2023,
  from: '2023-10-02',
  to: '2023-10-02',
  trace: 'activity',
  kind: 'course-places',
  process: 'opportunities-for-students',
  flow: 'resource',
  basis: 'confirmed',
  eventWeight: 0,
  contributed: [true, false],
  flows: [],
  aim: null,
  structure: false,
  product: null,
  groupId: 'G',
  fundingId: null,
  reach: nobody,
  evidence: ['activity-1'],
};
const places = (provider: string, recipient: string, amount: number) =>
  ({ provider, recipient, unit: 'places', parts: amount * 10_000 }) as const;
const event = (provider: string, recipient: string) =>
  ({ provider, recipient, unit: 'events', parts: 10_000 }) as const;

/** What a group is shown of some ties. */
function published(ties: readonly Tie[], roll: ReadonlyMap<string, number> = new Map()): GroupProfile {
  const shown = protectTies(ties, threshold).ties;
  const profile = publishedProfile({
    scope: { kind: 'group', id: 'G' },
    schools,
    academicYear: 2023,
    ties: shown,
    pairs: pairLevelsOf({ schools, ties: shown, academicYear: 2023 }),
    ledger: ledgerOf(shown, 2023).map(wholeDays),
    years: [2022, 2023].map((academicYear) => ({
      academicYear,
      schools,
      ties: shown.filter((tie) => tie.academicYear === academicYear),
      complete: true,
    })),
    records: { ...noGroupRecords, roll },
    asOf: '2030-01-01',
    threshold,
  });
  return groupProfileSchema.parse(profile);
}

const student = fc
  .record({
    pair: fc.constantFrom(['a', 'b'] as const, ['a', 'c'] as const, ['b', 'd'] as const),
    academicYear: fc.constantFrom(2022, 2023),
    trace: fc.constantFrom<Tie['trace']>('activity', 'shared-places', 'cross-school-class'),
    tagged: fc.boolean(),
    amount: fc.integer({ min: 1, max: 14 }),
    forward: fc.boolean(),
    present: fc.option(fc.integer({ min: 0, max: 25 })),
    id: fc.uuid(),
  })
  .map(({ pair, academicYear, trace, tagged, amount, forward, present, id }): Tie => {
    const [provider, recipient] = forward ? pair : [pair[1], pair[0]];
    const recorded = trace === 'activity';
    return {
      ...base,
      schools: pair,
      academicYear,
      trace,
      basis: recorded ? 'confirmed' : 'derived',
      flows: [places(provider, recipient, amount), ...(recorded ? [event(provider, recipient)] : [])],
      groupId: tagged && recorded ? 'G' : null,
      reach: { ...nobody, heads: recorded ? 1 : null, students: recorded ? present : null },
      evidence: [id],
    };
  });

/** The world in which nothing that must be hidden exists: written apart from the code that hides. */
function withoutHidden(ties: readonly Tie[]): Tie[] {
  const line = (tie: Tie) =>
    ties
      .filter((other) => other.academicYear === tie.academicYear && other.trace === tie.trace)
      .flatMap((other) => other.flows)
      .filter(
        (flow) =>
          flow.unit === 'places' &&
          flow.provider === tie.flows[0]?.provider &&
          flow.recipient === tie.flows[0]?.recipient,
      )
      .reduce((sum, flow) => sum + flow.parts / 10_000, 0);
  return ties.flatMap((tie): Tie[] => {
    const few = tie.reach.students !== null && tie.reach.students > 0 && tie.reach.students < threshold;
    const reach = few ? nobody : tie.reach;
    if (line(tie) >= threshold) return [{ ...tie, reach }];
    if (tie.trace !== 'activity') return [];
    return [{ ...tie, reach, flows: tie.flows.filter((flow) => flow.unit !== 'places') }];
  });
}

describe('what a protected tie hides does not come back through the profile', () => {
  it('the profile is the one of a world in which what is hidden does not exist', () => {
    let hidden = 0;
    fc.assert(
      fc.property(fc.array(student, { maxLength: 12 }), (ties) => {
        const without = withoutHidden(ties);
        if (JSON.stringify(without) !== JSON.stringify(ties)) hidden += 1;
        expect(published(ties)).toEqual(published(without));
      }),
      { numRuns: 150 },
    );
    expect(hidden).toBeGreaterThan(50);
  });

  it.each([1, 5, 9])('%i places read like any other small number of them', (amount) => {
    const at = (number: number) =>
      published([
        {
          ...base,
          flows: [places('a', 'b', number), event('a', 'b')],
          reach: { ...nobody, students: number },
        },
        {
          ...base,
          trace: 'shared-places',
          basis: 'derived',
          groupId: null,
          flows: [places('b', 'a', number)],
        },
      ]);
    expect(at(amount)).toEqual(at(7));
    expect(at(10)).not.toEqual(at(7));
  });

  it('six tagged and six untagged places are twelve: which are which is not said', () => {
    const flows = [places('a', 'b', 6), event('a', 'b')];
    const profile = published([
      { ...base, flows },
      { ...base, flows, groupId: null, evidence: ['activity-2'] },
    ]);
    const line = profile.contributions.find((one) => one.unit === 'places' && one.school === 'a');
    expect(line).toMatchObject({ gave: 12, gaveTagged: null, receivedTagged: null });
  });

  it('a school with a handful of students has no rates, and no rate gives a roll back', () => {
    const ties = [{ ...base, flows: [{ ...event('a', 'b'), unit: 'staff-hours' as const, parts: 70_000 }] }];
    const roll = new Map([
      ['a', 9],
      ['b', 987],
    ]);
    const line = (school: string, rolls = roll) =>
      published(ties, rolls).contributions.find((one) => one.school === school);
    expect(line('a')).toMatchObject({ gave: 7, gavePer100: null });
    // 7 ÷ 9.87 = 0.709…: any roll from 980 to 992 reads so.
    expect(line('b')?.receivedPer100).toBe(0.71);
    expect(line('b', new Map([['b', 993]]))?.receivedPer100).toBe(0.7);
    expect(line('b', new Map([['b', 981]]))?.receivedPer100).toBe(0.71);
  });

  it('says nothing of single people: no shared person, no departure of one head, no role, no review', () => {
    const ties: Tie[] = [
      {
        ...base,
        trace: 'shared-staff',
        kind: 'shared-post',
        basis: 'derived',
        person: 'p1',
        evidence: ['post-1'],
      },
    ];
    const shown = publishedProfile({
      scope: { kind: 'group', id: 'G' },
      schools,
      academicYear: 2023,
      ties,
      pairs: [],
      ledger: [],
      years: [{ academicYear: 2022, schools, ties: [{ ...base, academicYear: 2022 }], complete: true }],
      records: {
        ...noGroupRecords,
        roles: [
          { id: 'role-1', role: 'coordinator', authority: true, person: 'p1', from: '2023-09-01', to: null },
        ],
        headDepartures: [
          { school: 'a', on: '2023-03-31' },
          { school: 'b', on: '2023-08-31' },
        ],
        reviews: [{ id: 'review-1', factor: 'incentives', value: 2, on: '2024-01-01' }],
      },
      asOf: '2030-01-01',
      threshold,
    });
    expect(shown.withoutPerson).toBeNull();
    expect(shown.survival.head).toEqual({ occasions: null, pairs: 0, tooEarly: 0, curve: [] });
    expect(shown.coordinator.present).toBe(true);
    expect(JSON.stringify(shown)).not.toMatch(/p1|post-1|role-1|review-1|2023-03-31/);
  });
});
