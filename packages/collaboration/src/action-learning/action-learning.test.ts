import type { EntityInput } from '@collegial/model';
import { describe, expect, test } from 'vitest';
import { asked, city } from '../__fixtures__/city.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { gatherEvidence } from '../evidence/gather-evidence.ts';
import { accountsOf } from './accounts-of.ts';
import { actionLearning } from './action-learning.ts';
import { actionLearningOf } from './action-learning-of.ts';
import { type CycleRecord, cyclesOf } from './cycles-of.ts';
import type { Account } from './read-accounts.ts';

const cycle = (id: string, ...steps: (string | null)[]): CycleRecord => ({
  id,
  theme: null,
  startsOn: '2023-10-01',
  steps: Array.from({ length: 5 }, (_, index) => steps[index] ?? null) as unknown as CycleRecord['steps'],
});

describe('a cycle', () => {
  const days = ['2023-10-01', '2023-11-01', '2023-12-01', '2024-01-10', '2024-02-10'];

  test('is completed when all five steps are done', () => {
    expect(cyclesOf([cycle('c', ...days)], '2024-07-31')).toMatchObject([
      {
        done: 5,
        reached: 'review',
        completed: true,
        completedOn: '2024-02-10',
        passedOver: [],
        outOfOrder: false,
      },
    ]);
  });

  test.each([
    ['2023-09-30', undefined],
    ['2023-10-01', 'discuss'],
    ['2023-12-31', 'analyse'],
    ['2024-02-09', 'reconsider'],
  ])('on %s has reached %s', (asOf, reached) => {
    expect(cyclesOf([cycle('c', ...days)], asOf)[0]?.reached).toBe(reached);
  });

  test('that passed over a step has reached the one before it', () => {
    const [progress] = cyclesOf([cycle('c', days[0] ?? '', null, days[2] ?? '')], '2024-07-31');
    expect(progress).toMatchObject({ done: 2, reached: 'discuss', passedOver: ['read'], completed: false });
    expect(cyclesOf([cycle('c', null, days[1] ?? '')], '2024-07-31')[0]?.reached).toBeNull();
  });

  test('with days in another order says so', () => {
    expect(cyclesOf([cycle('c', '2023-11-01', '2023-10-01')], '2024-07-31')[0]?.outOfOrder).toBe(true);
  });
});

const account = (id: string, author: string, host: string, change: Partial<Account> = {}): Account => ({
  id,
  author,
  host,
  title: null,
  writtenOn: '2024-01-01',
  answer: null,
  answeredOn: null,
  activityId: null,
  setId: 's',
  cycleId: null,
  groupId: null,
  ...change,
});

test('accounts of practice: written, answered, and how long the host took', () => {
  const answered = (id: string, answer: Account['answer'], answeredOn: string | null) =>
    account(id, 'a', 'b', { answer, answeredOn });
  const summary = accountsOf(
    [
      answered('1', 'accepted', '2024-01-11'),
      answered('2', 'amended', '2024-01-05'),
      answered('3', 'rejected', '2024-02-01'),
      answered('4', 'accepted', null),
      answered('5', 'accepted', '2024-09-01'),
      account('6', 'b', 'a'),
      account('7', 'b', 'c'),
      account('8', 'c', 'c'),
      account('9', 'c', 'a', { writtenOn: '2024-08-01' }),
    ],
    '2024-07-31',
  );
  // Waits of 4, 10 and 31 days; the fifth answer came after the day, the fourth has none.
  expect(summary).toEqual({
    written: 7,
    answered: 4,
    accepted: 2,
    amended: 1,
    rejected: 1,
    answeredShare: 4 / 7,
    medianDaysToAnswer: 10,
    answersWithoutDay: 1,
    pairs: 2,
    mutualPairs: 1,
    evidence: ['1', '2', '3', '4', '5', '6', '7'],
  });
  expect(accountsOf([], '2024-07-31')).toMatchObject({ answeredShare: null, medianDaysToAnswer: null });
  expect(
    accountsOf(
      [answered('1', 'accepted', '2024-01-03'), answered('2', 'accepted', '2024-01-06')],
      '2024-07-31',
    ).medianDaysToAnswer,
  ).toBe(3.5);
});

test.each([
  [8, false, 1],
  [9, true, 2],
  [10, true, 2],
  [26, true, 4],
])('a set of %i people is too large: %s, better %i sets', (people, tooLarge, sets) => {
  const set = { id: 's', name: 'S', outsideFacilitator: true, startsOn: '2023-09-01', endsOn: null };
  const members = [{ school: 'a', people, from: null, to: null }];
  const { size } = actionLearningOf({ set, members, cycles: [], accounts: [] }, '2024-07-31');
  expect(size).toMatchObject({ people, tooLarge, sets });
});

const written = (
  id: string,
  authorId: string,
  hostId: string,
  change: Partial<EntityInput<'AccountOfPractice'>> = {},
): EntityInput<'AccountOfPractice'> => ({
  id,
  authorId,
  hostId,
  setId: 's',
  writtenOn: '2024-01-15',
  ...change,
});

const dataset = city(['a', 'b', 'c'], {
  ActionLearningSet: [
    { id: 's', name: 'Set', groupId: 'G', startsOn: '2023-09-01', outsideFacilitator: false },
  ],
  ActionLearningMember: ['a', 'b', 'c'].map((school) => ({
    id: `m-${school}`,
    setId: 's',
    organisationId: school,
    people: 3,
  })),
  ActionLearningCycle: [
    {
      id: 'c1',
      setId: 's',
      startsOn: '2023-10-01',
      discussedOn: '2023-10-01',
      readOn: '2023-10-10',
      analysedOn: '2023-11-01',
      reconsideredOn: '2023-12-01',
      reviewedOn: '2023-12-20',
    },
    { id: 'c2', setId: 's', startsOn: '2024-01-10', discussedOn: '2024-01-10', readOn: '2024-01-20' },
  ],
  AccountOfPractice: [
    written('ab', 'a', 'b', { answer: 'amended', answeredOn: '2024-01-25', title: 'Corridors' }),
    written('ba', 'b', 'a'),
    written('ac', 'a', 'c', { answer: 'rejected', activityId: 'visit', answeredOn: '2024-02-01' }),
    written('cb', 'c', 'b', { answer: 'accepted', activityId: 'recorded', answeredOn: '2024-02-01' }),
    written('ca', 'c', 'a', { answer: 'accepted', activityId: 'visit' }),
  ],
  Activity: [
    { id: 'visit', kind: 'visit', title: 'Visit', startsOn: '2024-01-08', recordedById: 'a' },
    {
      id: 'recorded',
      kind: 'account-of-practice',
      title: 'Account',
      startsOn: '2024-01-15',
      recordedById: 'c',
    },
  ],
  Participation: [
    { id: 'v1', activityId: 'visit', organisationId: 'c', role: 'host' },
    { id: 'v2', activityId: 'visit', organisationId: 'a', role: 'participant' },
    { id: 'r1', activityId: 'recorded', organisationId: 'c', role: 'provider' },
    { id: 'r2', activityId: 'recorded', organisationId: 'b', role: 'recipient' },
  ],
});

test('a set of three schools', async () => {
  const result = await actionLearning(await storeOf(dataset), { set: 's', asOf: '2024-07-31' });
  expect(result).toMatchObject({
    agreements: ['agreement'],
    size: { schools: 3, people: 9, tooLarge: true, sets: 2 },
    cyclesCompleted: 1,
    stepReached: 'read',
    accounts: { written: 5, answered: 4, medianDaysToAnswer: 17, answersWithoutDay: 1, mutualPairs: 2 },
    withoutAccount: [],
  });
  expect(result.explanation).toContain('9 people: more than 8, better split into 2 sets (B9).');
  expect(result.explanation).toContain('Nobody from outside leads the analysis (B9 has a facilitator).');
});

test('without an agreement, or a set, nothing is read', async () => {
  const alone = await storeOf({ ...dataset, SharingAgreement: [] });
  const day = { asOf: '2024-07-31' };
  await expect(actionLearning(alone, { set: 's', ...day })).rejects.toMatchObject({
    code: 'agreement.missing',
  });
  await expect(actionLearning(alone, { set: 'q', ...day })).rejects.toMatchObject({ code: 'scope.unknown' });
});

test('what was written before the agreement is not read', async () => {
  const agreement = {
    id: 'agreement',
    title: 'Sharing',
    organisationIds: ['a', 'b', 'c'],
    purposes: ['collaboration' as const],
    validFrom: '2024-01-12',
  };
  const result = await actionLearning(await storeOf({ ...dataset, SharingAgreement: [agreement] }), {
    set: 's',
    asOf: '2024-07-31',
  });
  expect(result.cycles).toEqual([]);
  expect(result.accounts.written).toBe(5);
});

describe('accounts as evidence', () => {
  const ties = async () => (await gatherEvidence(await storeOf(dataset), asked)).ties;
  const seen = async () =>
    (await ties())
      .map(({ schools, kind, basis, eventWeight, evidence, flows }) => [
        schools.join(''),
        kind,
        basis,
        eventWeight,
        evidence.join(),
        flows.map(({ provider, recipient }) => `${provider}→${recipient}`).join(),
      ])
      .sort();

  test('go from the author to the host, and the host’s answer is its word', async () => {
    expect(await seen()).toEqual([
      ['ab', 'account-of-practice', 'confirmed', 1, 'ab', 'a→b'],
      ['ab', 'account-of-practice', 'unconfirmed', 1, 'ba', 'b→a'],
      // Of the visit that is recorded: something made, and no second occasion.
      ['ac', 'account-of-practice', 'confirmed', 0, 'ca', 'c→a'],
      ['ac', 'visit', 'unconfirmed', 1, 'visit', 'c→a'],
      // The activity is the account: once, and confirmed by the host’s answer.
      ['bc', 'account-of-practice', 'confirmed', 1, 'recorded', 'c→b'],
    ]);
  });

  test('that the host rejects count nowhere', async () => {
    const evidence = await gatherEvidence(await storeOf(dataset), asked);
    expect(evidence.disputed).toBe(1);
    expect(evidence.ties.flatMap((tie) => tie.evidence)).not.toContain('ac');
  });

  test('are tagged to the group of their set', async () => {
    const accounts = (await ties()).filter(({ evidence }) => evidence.includes('ab'));
    expect(accounts).toMatchObject([{ groupId: 'G', product: 'Corridors', academicYear: 2023 }]);
  });
});
