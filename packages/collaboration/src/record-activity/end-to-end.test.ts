import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { activities } from '@collegial/connector-activities';
import { openInbox } from '@collegial/connector-activities/inbox';
import { sync } from '@collegial/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asked, city } from '../__fixtures__/city.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { gatherEvidence } from '../evidence/gather-evidence.ts';
import { confirm, dispute } from './give-word.ts';
import { recordActivity } from './record-activity.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'inbox-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('what a school records and another confirms is evidence after the next sync, and no more after a dispute', async () => {
  const store = await storeOf(city(['urn:900001', 'urn:900002', 'urn:900003']));
  const inbox = await openInbox({ directory });
  const today = '2024-01-31';
  const { activityId } = await recordActivity(inbox, {
    tenant: 'city',
    idempotencyKey: 'form-1',
    by: 'urn:900001',
    today,
    activity: { kind: 'lesson-study', title: 'Fractions', startsOn: '2024-01-15', groupId: 'G' },
    participations: [
      { organisationId: 'urn:900001', teachers: 2, hours: 6 },
      { organisationId: 'urn:900002', teachers: 1, hours: 3 },
      { organisationId: 'urn:900003', teachers: 1 },
    ],
  });
  const say = { tenant: 'city', activityId, today };
  await confirm(inbox, { ...say, idempotencyKey: 'click-1', by: 'urn:900002' });
  const source = activities({ inbox: { directory, tenant: 'city' } });
  const seen = async () => {
    const report = await sync({ sources: [source], target: store });
    expect(report.streams.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
    await store.refresh();
    const { ties, disputed } = await gatherEvidence(store, asked);
    return {
      disputed,
      ties: ties.map(({ schools, basis, flows }) => [
        schools.map((school) => school.slice(-1)).join(''),
        basis,
        flows.filter(({ unit }) => unit === 'staff-hours').map(({ parts }) => parts / 10_000),
      ]),
    };
  };
  expect(await seen()).toEqual({
    disputed: 0,
    ties: [
      ['12', 'confirmed', [3, 1.5]],
      ['13', 'unconfirmed', [3]],
      ['23', 'unconfirmed', [1.5]],
    ],
  });
  await confirm(inbox, { ...say, idempotencyKey: 'click-2', by: 'urn:900003' });
  await dispute(inbox, { ...say, idempotencyKey: 'click-3', by: 'urn:900002' });
  expect(await seen()).toEqual({ disputed: 2, ties: [['13', 'confirmed', [3]]] });
}, 30_000);
