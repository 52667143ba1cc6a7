import type { LedgerEntry } from '@collegial/model';
import { describe, expect, test } from 'vitest';
import { city } from '../__fixtures__/city.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { disengagementOf } from './disengagement-of.ts';
import { expertiseCoverage } from './expertise-coverage.ts';
import { mutualBenefit } from './mutual-benefit.ts';
import { partnership } from './partnership.ts';

const offered = (school: string, area: string) => ({
  school,
  area,
  direction: 'offered' as const,
  statedOn: null,
});
const sought = (school: string, area: string) => ({ ...offered(school, area), direction: 'sought' as const });

describe('the expertise that is sought', () => {
  test('is covered when another member offers the same area', () => {
    const coverage = expertiseCoverage([
      sought('new', 'Finance and resources'),
      sought('new', 'target-setting'),
      sought('new', 'Timetabling'),
      sought('one', 'Induction'),
      offered('one', ' finance  AND resources'),
      offered('two', 'Target-setting'),
      offered('three', 'target-setting'),
      offered('one', 'Induction'),
      offered('three', 'Marketing'),
    ]);
    expect(coverage).toMatchObject({ sought: 4, covered: 2, share: 0.5 });
    expect(coverage.uncovered).toEqual([
      { school: 'one', area: 'Induction' },
      { school: 'new', area: 'Timetabling' },
    ]);
    expect(coverage.matches.map(({ provider, area }) => [provider, area])).toEqual([
      ['one', 'Finance and resources'],
      ['three', 'target-setting'],
      ['two', 'target-setting'],
    ]);
    expect(coverage.unused).toEqual([
      { school: 'one', area: 'Induction' },
      { school: 'three', area: 'Marketing' },
    ]);
  });

  test('has no share when nobody seeks anything, and counts what is said twice once', () => {
    expect(expertiseCoverage([offered('one', 'Finance')]).share).toBeNull();
    expect(expertiseCoverage([sought('a', 'x'), sought('a', 'X '), offered('b', 'x')])).toMatchObject({
      sought: 1,
      covered: 1,
      share: 1,
    });
  });
});

const plan = (disengageBy: string | null, disengagedOn: string | null = null) => ({
  id: 'p',
  name: 'P',
  groupId: null,
  startsOn: '2023-09-01',
  disengagementPlan: 'Each head withdraws when the deputy has taken over.',
  disengageBy,
  disengagedOn,
});

test.each([
  ['no-date', null, null, null],
  ['ended', null, '2024-05-01', null],
  ['ahead', '2024-06-30', null, 0],
  ['ahead', '2024-06-10', null, 0],
  ['overdue', '2024-06-09', null, 1],
  ['held', '2024-05-31', '2024-05-31', 0],
  ['late', '2024-05-31', '2024-06-05', 5],
  // What lies after the day that is asked for has not happened.
  ['overdue', '2024-05-31', '2024-07-01', 10],
] as const)('disengagement is %s: planned %s, done %s', (state, by, on, daysLate) => {
  expect(disengagementOf(plan(by, on), '2024-06-10')).toMatchObject({ state, daysLate, planStated: true });
});

test('benefit flows both ways where each gave something that is confirmed and more than an event', () => {
  const entry = (provider: string, recipient: string, change: Partial<LedgerEntry> = {}): LedgerEntry => ({
    provider,
    recipient,
    period: '2023/24',
    process: 'staff-development',
    unit: 'staff-hours',
    amount: 6,
    basis: 'confirmed',
    evidence: ['x'],
    ...change,
  });
  const ledger = [
    entry('b', 'a'),
    entry('a', 'b'),
    entry('c', 'a'),
    entry('a', 'c', { unit: 'events' }),
    entry('a', 'd', { basis: 'unconfirmed' }),
    entry('z', 'a'),
  ];
  expect(mutualBenefit(['a', 'b', 'c', 'd'], [], ledger)).toEqual({
    offeredBothWays: [],
    gaveBothWays: [['a', 'b']],
    gaveOneWay: [['c', 'a']],
  });
});

// Three heads support a new one in the school in difficulty, each with an expertise of their own (B5, ch. 8).
const schools = ['new', 'one', 'three', 'two'];
const member = (school: string, role: 'supporting' | 'supported', responsibility: string | null) => ({
  id: `m-${school}`,
  partnershipId: 'p',
  organisationId: school,
  role,
  responsibility,
});
const dataset = city(schools, {
  Partnership: [{ ...plan('2024-05-31', '2024-06-05'), groupId: 'G' }],
  PartnershipMember: [
    member('new', 'supported', null),
    member('one', 'supporting', 'Finance and resources'),
    member('two', 'supporting', 'Target-setting'),
    member('three', 'supporting', null),
    {
      ...member('two', 'supporting', 'Left before'),
      id: 'left',
      organisationId: 'gone',
      validTo: '2023-12-31',
    },
  ],
  PartnershipProtocol: [
    { id: '1', partnershipId: 'p', title: 'Who decides', agreedByIds: schools, agreedOn: '2023-09-10' },
    { id: '2', partnershipId: 'p', title: 'What stays in the room', agreedByIds: ['one', 'new'] },
  ],
  PartnershipExpertise: [
    ...['Finance', 'Targets', 'Marketing'].map((area) => ({
      id: `s-${area}`,
      partnershipId: 'p',
      organisationId: 'new',
      area,
      direction: 'sought' as const,
    })),
    { id: 'o1', partnershipId: 'p', organisationId: 'one', area: 'Finance', direction: 'offered' },
    { id: 'o2', partnershipId: 'p', organisationId: 'two', area: 'Targets', direction: 'offered' },
    {
      id: 'o3',
      partnershipId: 'p',
      organisationId: 'new',
      area: 'Relations with families',
      direction: 'offered',
    },
    {
      id: 's4',
      partnershipId: 'p',
      organisationId: 'two',
      area: 'Relations with families',
      direction: 'sought',
    },
  ],
  Activity: [
    {
      id: 'day',
      kind: 'consultant-leadership',
      title: 'A day a week',
      startsOn: '2023-10-02',
      recordedById: 'two',
    },
    { id: 'back', kind: 'joint-training', title: 'Families', startsOn: '2024-02-02', recordedById: 'new' },
  ],
  Participation: [
    { id: 'd1', activityId: 'day', organisationId: 'two', role: 'provider', hours: 7 },
    { id: 'd2', activityId: 'day', organisationId: 'new', role: 'recipient' },
    { id: 'b1', activityId: 'back', organisationId: 'new', role: 'provider', hours: 2 },
    { id: 'b2', activityId: 'back', organisationId: 'two', role: 'recipient' },
  ],
  Confirmation: [
    { id: 'c1', activityId: 'day', organisationId: 'new', verdict: 'confirmed', decidedOn: '2023-10-09' },
    { id: 'c2', activityId: 'back', organisationId: 'two', verdict: 'confirmed', decidedOn: '2024-02-09' },
  ],
  SharingAgreement: [
    {
      id: 'agreement',
      title: 'Sharing',
      organisationIds: [...schools, 'gone'],
      purposes: ['collaboration'],
      validFrom: '2015-09-01',
    },
  ],
});

test('a partnership of three schools with one in difficulty', async () => {
  const result = await partnership(await storeOf(dataset), { partnership: 'p', asOf: '2024-07-31' });
  expect(result).toMatchObject({
    agreements: ['agreement'],
    members: schools,
    roles: { named: 3, members: 4, unnamed: ['three'], supported: ['new'] },
    protocols: {
      stated: 2,
      agreed: 1,
      open: [{ protocol: 'What stays in the room', missing: ['three', 'two'] }],
    },
    expertise: { sought: 4, covered: 3, share: 0.75, uncovered: [{ school: 'new', area: 'Marketing' }] },
    benefit: { offeredBothWays: [['new', 'two']], gaveBothWays: [['new', 'two']], gaveOneWay: [] },
    disengagement: { state: 'late', daysLate: 5 },
  });
  expect(result.explanation).toEqual([
    '3 of 4 members have a named role. Not named: three.',
    '1 of 2 protocols are agreed by every member.',
    '3 of 4 needs are met by what another member offers.',
    'Pairs that gave each other something: 1; in one direction only: 0.',
    'A plan for disengagement is stated.',
    'The helpers withdrew after the day they had set.',
  ]);
});

test('what lies after the day is not known then', async () => {
  const result = await partnership(await storeOf(dataset), { partnership: 'p', asOf: '2023-11-30' });
  expect(result.members).toEqual(['gone', 'new', 'one', 'three', 'two']);
  expect(result.disengagement).toMatchObject({ state: 'ahead', on: null });
  expect(result.benefit).toMatchObject({ gaveBothWays: [], gaveOneWay: [['two', 'new']] });
});

test('without an agreement, or a partnership, nothing is read', async () => {
  const alone = await storeOf({ ...dataset, SharingAgreement: [] });
  const asked = { partnership: 'p', asOf: '2024-07-31' };
  await expect(partnership(alone, asked)).rejects.toMatchObject({ code: 'agreement.missing' });
  await expect(partnership(alone, { ...asked, partnership: 'q' })).rejects.toMatchObject({
    code: 'scope.unknown',
  });
  await expect(partnership(alone, { ...asked, asOf: '2023-08-31' })).rejects.toMatchObject({
    code: 'scope.unknown',
  });
});
