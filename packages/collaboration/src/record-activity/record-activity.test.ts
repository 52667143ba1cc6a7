import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInbox } from '@collegial/connector-activities/inbox';
import {
  activityKinds,
  defineActivityKinds,
  type Inbox,
  inboxState,
  type PlacedEntry,
} from '@collegial/model';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { confirm, dispute } from './give-word.ts';
import type { RecordActivityOptions } from './new-activity.ts';
import { recordActivity } from './record-activity.ts';

let directory: string;
let inbox: Inbox;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'inbox-'));
  inbox = await openInbox({ directory });
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const training: RecordActivityOptions = {
  tenant: 'city',
  idempotencyKey: 'form-1',
  by: 'a',
  today: '2024-10-10',
  activity: { kind: 'joint-training', title: 'Marking', startsOn: '2024-10-05' },
  participations: [
    { organisationId: 'a', role: 'provider', teachers: 2, hours: 12 },
    { organisationId: 'b', role: 'recipient', teachers: 6 },
    { organisationId: 'c' },
  ],
};
const entries = () => inbox.read({ tenant: 'city', after: 0, limit: 100 });
const state = async () => inboxState(await entries());
const word = (by: string, activityId: string, idempotencyKey: string) => ({
  tenant: 'city',
  today: '2024-10-10',
  by,
  activityId,
  idempotencyKey,
});

describe('recording', () => {
  test('writes the activity, the part of each school and who recorded it', async () => {
    const { position, activityId } = await recordActivity(inbox, training);
    expect(position).toBe(1);
    const { activities } = await state();
    expect(activities).toEqual([
      {
        position: 1,
        activity: {
          id: activityId,
          kind: 'joint-training',
          title: 'Marking',
          startsOn: '2024-10-05',
          recordedById: 'a',
        },
        participations: [
          expect.objectContaining({ organisationId: 'a', role: 'provider', teachers: 2, hours: 12 }),
          expect.objectContaining({ organisationId: 'b', role: 'recipient', teachers: 6 }),
          { id: `${activityId}|c|participant`, activityId, organisationId: 'c', role: 'participant' },
        ],
      },
    ]);
  });

  test('the same thing again with the same key is written once', async () => {
    const first = await recordActivity(inbox, training);
    expect(await recordActivity(inbox, { ...training })).toEqual(first);
    expect(await entries()).toHaveLength(1);
  });

  test('the same key for something else is an error, whatever the inbox compares', async () => {
    await recordActivity(inbox, training);
    const other = { ...training, activity: { ...training.activity, title: 'Something else' } };
    await expect(recordActivity(inbox, other)).rejects.toMatchObject({ code: 'inbox.key-reused' });
    const careless: Inbox = {
      append: async () => ({ position: 1 }),
      read: (options) => inbox.read(options),
    };
    await expect(recordActivity(careless, other)).rejects.toMatchObject({
      code: 'inbox.key-reused',
      place: { field: 'idempotencyKey' },
    });
  });

  test('another key is another activity', async () => {
    const first = await recordActivity(inbox, training);
    const second = await recordActivity(inbox, { ...training, idempotencyKey: 'form-2' });
    expect(second.activityId).not.toBe(first.activityId);
  });

  test('a coordinator records for no school, and every school then confirms', async () => {
    const { activityId } = await recordActivity(inbox, { ...training, by: null });
    expect((await state()).activities[0]?.activity.recordedById).toBeUndefined();
    await confirm(inbox, word('a', activityId, 'w'));
  });

  test('a kind of one’s own is declared', async () => {
    const activity = { ...training.activity, kind: 'joint-concert' };
    await expect(recordActivity(inbox, { ...training, activity })).rejects.toMatchObject({
      place: { field: 'kind' },
    });
    const kinds = defineActivityKinds([
      {
        id: 'joint-concert',
        title: 'Concert',
        process: 'opportunities-for-students',
        flow: 'none',
        direction: 'mutual',
      },
    ]);
    await recordActivity(inbox, { ...training, activity, kinds });
  });

  test('every kind of the model can be recorded', async () => {
    for (const { id: kind } of activityKinds)
      await recordActivity(inbox, {
        ...training,
        idempotencyKey: kind,
        activity: { ...training.activity, kind },
      });
    expect(await entries()).toHaveLength(activityKinds.length);
  });
});

describe('what cannot be is refused with the field and how to put it right', () => {
  const part = (change: object) => [{ organisationId: 'a' }, { organisationId: 'b', ...change }];
  const activity = (change: object) => ({ activity: { ...training.activity, ...change } });
  const cases: readonly (readonly [string, Partial<RecordActivityOptions>])[] = [
    ['kind', activity({ kind: 'barn-dance' })],
    ['title', activity({ title: ' ' })],
    ['title', activity({ title: undefined })],
    ['startsOn', activity({ startsOn: '05/10/2024' })],
    ['startsOn', activity({ startsOn: '2024-02-30' })],
    ['startsOn', activity({ startsOn: '2024-10-11' })],
    ['endsOn', activity({ endsOn: '2024-10-04' })],
    ['', activity({ teacherName: 'nobody' })],
    ['participations', { participations: [{ organisationId: 'a' }] }],
    ['participations', { participations: [{ organisationId: 'a' }, { organisationId: 'a', role: 'host' }] }],
    ['participations.1.organisationId', { participations: part({ organisationId: 'a' }) }],
    ['participations.1.hours', { participations: part({ hours: -1 }) }],
    ['participations.1.amount', { participations: part({ amount: -0.01 }) }],
    ['participations.1.teachers', { participations: part({ teachers: 1.5 }) }],
    ['participations.1.role', { participations: part({ role: 'teacher' as never }) }],
    ['participations.1.hours', { participations: part({ hours: Number.NaN }) }],
    ['idempotencyKey', { idempotencyKey: '' }],
    ['tenant', { tenant: '' }],
  ];
  test.each(cases)('%s (%j)', async (field, change) => {
    const failure = recordActivity(inbox, { ...training, ...change });
    await expect(failure).rejects.toMatchObject({ code: 'activity.invalid', place: { field } });
    await expect(failure).rejects.not.toThrow(/nobody|barn-dance/);
    expect(await entries()).toEqual([]);
  });
});

describe('the word of partner schools', () => {
  test('the latest of each counts: confirmed, then disputed, then confirmed again', async () => {
    const { activityId } = await recordActivity(inbox, training);
    const verdicts = async () =>
      (await state()).confirmations.map(({ confirmation }) => [
        confirmation.organisationId,
        confirmation.verdict,
      ]);
    await confirm(inbox, word('b', activityId, '1'));
    await dispute(inbox, { ...word('b', activityId, '2'), note: 'Two hours, not twelve' });
    expect(await verdicts()).toEqual([['b', 'disputed']]);
    await confirm(inbox, word('b', activityId, '3'));
    await confirm(inbox, word('c', activityId, '4'));
    expect(await verdicts()).toEqual([
      ['b', 'confirmed'],
      ['c', 'confirmed'],
    ]);
    // The first word sent once more is that one, not a new change of mind.
    expect(await confirm(inbox, word('b', activityId, '1'))).toEqual({ position: 2 });
    expect(await entries()).toHaveLength(5);
  });

  test('a correction waits for confirmation again', async () => {
    const { activityId } = await recordActivity(inbox, training);
    await confirm(inbox, word('b', activityId, '1'));
    await recordActivity(inbox, {
      ...training,
      idempotencyKey: 'form-2',
      activity: { ...training.activity, id: activityId, title: 'Marking, two days' },
    });
    const { activities, confirmations } = await state();
    expect(activities.map(({ activity }) => activity.title)).toEqual(['Marking, two days']);
    expect(confirmations).toEqual([]);
  });

  test('nobody corrects what another school recorded', async () => {
    const { activityId } = await recordActivity(inbox, training);
    const theirs = {
      ...training,
      by: 'b',
      idempotencyKey: 'form-2',
      activity: { ...training.activity, id: activityId },
    };
    await expect(recordActivity(inbox, theirs)).rejects.toMatchObject({
      code: 'activity.not-permitted',
      place: { field: 'activity.id' },
    });
  });

  test('the school that recorded it cannot confirm it, and takes it back by disputing it', async () => {
    const { activityId } = await recordActivity(inbox, training);
    await expect(confirm(inbox, word('a', activityId, '1'))).rejects.toMatchObject({
      code: 'activity.own-record',
      place: { field: 'by' },
    });
    await dispute(inbox, word('a', activityId, '2'));
    expect((await state()).confirmations).toHaveLength(1);
  });

  test('an activity that nobody recorded, a school without a part and days that cannot be are refused', async () => {
    await expect(confirm(inbox, word('b', 'nothing', '1'))).rejects.toMatchObject({
      code: 'activity.unknown',
      place: { field: 'activityId' },
    });
    const { activityId } = await recordActivity(inbox, training);
    await expect(confirm(inbox, word('z', activityId, '1'))).rejects.toMatchObject({
      code: 'activity.not-participant',
    });
    for (const decidedOn of ['2024-10-04', '2024-10-11', 'yesterday'])
      await expect(dispute(inbox, { ...word('b', activityId, '1'), decidedOn })).rejects.toMatchObject({
        code: 'activity.invalid',
        place: { field: 'decidedOn' },
      });
    await expect(
      dispute(inbox, { ...word('b', activityId, '1'), note: 'x'.repeat(501) }),
    ).rejects.toMatchObject({ code: 'activity.invalid', place: { field: 'note' } });
    expect(await entries()).toHaveLength(1);
  });

  test('an activity that came another way is looked up where the host says', async () => {
    const find = async (id: string) =>
      id === 'sheet:a1' ? { recordedById: 'a', startsOn: '2024-10-05', schools: ['a', 'b'] } : undefined;
    await confirm(inbox, { ...word('b', 'sheet:a1', '1'), find });
    await expect(confirm(inbox, { ...word('b', 'sheet:a2', '2'), find })).rejects.toMatchObject({
      code: 'activity.unknown',
    });
  });

  test('an inbox without an index is read through', async () => {
    const plain: Inbox = {
      append: (...given) => inbox.append(...given),
      read: (options): Promise<readonly PlacedEntry[]> => inbox.read({ ...options, limit: 1 }),
    };
    for (let key = 1; key <= 3; key++)
      await recordActivity(plain, { ...training, idempotencyKey: `form-${key}` });
    const { activityId } = await recordActivity(plain, { ...training, idempotencyKey: 'form-3' });
    await confirm(plain, word('b', activityId, '1'));
    expect(await entries()).toHaveLength(4);
  });
});

test('whoever may not, does not: the hook is asked with what is to be done', async () => {
  const asked: unknown[] = [];
  const may = (request: { action: string }) => {
    asked.push(request);
    return request.action !== 'dispute';
  };
  const { activityId } = await recordActivity(inbox, { ...training, may });
  await confirm(inbox, { ...word('b', activityId, '1'), may });
  await expect(dispute(inbox, { ...word('b', activityId, '2'), may })).rejects.toMatchObject({
    code: 'activity.not-permitted',
    place: { field: 'by' },
  });
  await expect(
    recordActivity(inbox, { ...training, idempotencyKey: 'form-2', may: async () => false }),
  ).rejects.toMatchObject({ code: 'activity.not-permitted' });
  expect(asked).toEqual(
    [
      ['record', 'a'],
      ['confirm', 'b'],
      ['dispute', 'b'],
    ].map(([action, by]) => ({ action, by, tenant: 'city', activityId, schools: ['a', 'b', 'c'] })),
  );
  expect(await entries()).toHaveLength(2);
});
