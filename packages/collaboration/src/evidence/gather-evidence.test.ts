import type { EntityInput } from '@collegial/model';
import { expect, test } from 'vitest';
import { appointment, asked, city } from '../__fixtures__/city.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { ledger } from '../ledger/ledger.ts';
import { pairLevels } from '../levels/pair-levels.ts';
import { gatherEvidence } from './gather-evidence.ts';

type ActivityInput = EntityInput<'Activity'>;
const activity = (id: string, kind: string, change: Partial<ActivityInput> = {}): ActivityInput => ({
  id,
  kind,
  title: kind,
  startsOn: '2023-11-10',
  recordedById: 'a',
  ...change,
});
const part = (
  activityId: string,
  organisationId: string,
  change: Partial<EntityInput<'Participation'>> = {},
): EntityInput<'Participation'> => ({
  id: `${activityId}-${organisationId}`,
  activityId,
  organisationId,
  role: 'participant',
  ...change,
});
const word = (
  activityId: string,
  organisationId: string,
  verdict: 'confirmed' | 'disputed',
  decidedOn: string,
) => ({
  id: `${activityId}-${organisationId}-${decidedOn}`,
  activityId,
  organisationId,
  verdict,
  decidedOn,
});

const dataset = city(['a', 'b', 'c'], {
  Appointment: [appointment('1', 'p', 'a', { fte: 0.8 }), appointment('2', 'p', 'b', { fte: 0.2 })],
  Activity: [
    activity('training', 'joint-training'),
    activity('review', 'peer-review'),
    activity('old', 'meeting', { startsOn: '2022-08-31' }),
    activity('dance', 'barn-dance'),
  ],
  Participation: [
    part('training', 'a', { role: 'provider', hours: 6 }),
    part('training', 'b', { role: 'recipient', teachers: 1, supportStaff: 1 }),
    part('training', 'c', { role: 'recipient', teachers: 4 }),
    part('review', 'a', { hours: 2 }),
    part('review', 'c', { hours: 2 }),
    part('old', 'a'),
    part('old', 'c'),
    part('dance', 'a'),
    part('dance', 'b'),
  ],
  Confirmation: [
    word('training', 'b', 'disputed', '2023-11-20'),
    word('training', 'b', 'confirmed', '2023-12-20'),
    word('review', 'c', 'disputed', '2023-11-20'),
  ],
});

test('staff records and recorded activities meet in one ledger, bases apart', async () => {
  const entries = await ledger(await storeOf(dataset), asked);
  expect(
    entries.map((entry) => [
      entry.provider,
      entry.recipient,
      entry.process,
      entry.amount,
      entry.unit,
      entry.basis,
    ]),
  ).toEqual([
    ['a', 'b', 'joint-appointments', 39, 'staff-days', 'derived'],
    ['a', 'b', 'staff-development', 0.5, 'events', 'confirmed'],
    ['a', 'b', 'staff-development', 2, 'staff-hours', 'confirmed'],
    ['a', 'c', 'staff-development', 0.5, 'events', 'unconfirmed'],
    ['a', 'c', 'staff-development', 4, 'staff-hours', 'unconfirmed'],
  ]);
  expect(entries[0]?.evidence).toEqual(['1', '2']);
  expect(entries[1]?.evidence).toEqual(['training']);
});

test('the latest word counts, disputes and unknown kinds are counted, years before the last one are not read', async () => {
  const evidence = await gatherEvidence(await storeOf(dataset), asked);
  expect(evidence).toMatchObject({
    schools: ['a', 'b', 'c'],
    agreements: ['agreement'],
    disputed: 1,
    unknownKinds: { 'barn-dance': 1 },
    postsWithoutFte: 0,
  });
  expect(evidence.ties.flatMap((tie) => tie.evidence)).not.toContain('old');
});

test('the levels of the three pairs', async () => {
  const pairs = await pairLevels(await storeOf(dataset), asked);
  expect(pairs.map((pair) => [pair.schools.join(''), pair.level, pair.levelWithUnconfirmed])).toEqual([
    ['ab', 'collaboration', 'collaboration'],
    ['ac', 'no-link-seen', 'association'],
    ['bc', 'no-link-seen', 'association'],
  ]);
});

test('a vendor adds a kind', async () => {
  const kinds = [
    {
      id: 'barn-dance',
      title: 'Barn dance',
      process: 'mutual-challenge',
      flow: 'none',
      direction: 'mutual',
    } as const,
  ];
  const evidence = await gatherEvidence(await storeOf(dataset), { ...asked, kinds });
  expect(evidence.ties.map((tie) => tie.kind)).toContain('barn-dance');
  expect(evidence.unknownKinds).toEqual({ 'joint-training': 1, 'peer-review': 1 });
});

test('nothing is read without an agreement, and a period must be one', async () => {
  const engine = await storeOf(city(['a', 'b'], { SharingAgreement: [] }));
  await expect(ledger(engine, asked)).rejects.toMatchObject({ code: 'agreement.missing' });
  await expect(pairLevels(engine, asked)).rejects.toMatchObject({ code: 'agreement.missing' });
  await expect(ledger(engine, { ...asked, period: '2023/25' })).rejects.toMatchObject({
    code: 'period.invalid',
  });
});
