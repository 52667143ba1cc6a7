import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InboxEntry } from '@collegial/model';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readStream } from './__fixtures__/read-stream.ts';
import { activities } from './activities-connector.ts';
import { openInbox } from './inbox/open-inbox.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'inbox-stream-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const recorded = (id: string, title: string, kind = 'visit'): InboxEntry => ({
  type: 'activity',
  activity: { id, kind, title, startsOn: '2024-10-05', recordedById: 'urn:900001' },
  participations: ['urn:900001', 'urn:900002'].map((school) => ({
    id: `${id}|${school}`,
    activityId: id,
    organisationId: school,
    role: 'participant',
  })),
});
const said = (activityId: string, verdict: 'confirmed' | 'disputed'): InboxEntry => ({
  type: 'confirmation',
  confirmation: {
    id: `${activityId}|urn:900002`,
    activityId,
    organisationId: 'urn:900002',
    verdict,
    decidedOn: '2024-10-06',
  },
});

async function fill(...entries: InboxEntry[]) {
  const inbox = await openInbox({ directory });
  for (const [index, entry] of entries.entries())
    await inbox.append(entry, { tenant: 'city', idempotencyKey: String(index) });
}
type Settings = Parameters<typeof activities>[0];
const source = (settings: Partial<Settings> = {}) =>
  activities({ inbox: { directory, tenant: 'city' }, ...settings });

test('what stands in the inbox is read: corrections and the latest word of each school', async () => {
  await fill(
    recorded('x', 'First'),
    said('x', 'confirmed'),
    recorded('x', 'Corrected'),
    recorded('y', 'Other'),
    said('y', 'confirmed'),
    said('y', 'disputed'),
  );
  const described = await readStream(source(), 'activities', 'Activity');
  expect(described.records.map(({ id, title }) => [id, title])).toEqual([
    ['x', 'Corrected'],
    ['y', 'Other'],
  ]);
  expect(described.total).toBe(6);
  expect(described.skipped.map(({ at }) => at)).toEqual(['inbox:1', 'inbox:2', 'inbox:5', 'inbox:6']);
  expect((await readStream(source(), 'participations', 'Participation')).records).toHaveLength(4);
  const words = await readStream(source(), 'confirmations', 'Confirmation');
  expect(words.records).toMatchObject([{ activityId: 'y', verdict: 'disputed' }]);
  // What was confirmed of the first description is taken out for certain, not only because it is not met.
  expect(words.removed).toEqual(['x|urn:900002']);
});

test('a part that a correction leaves out is removed', async () => {
  const first = recorded('x', 'First') as Extract<InboxEntry, { type: 'activity' }>;
  const third = {
    id: 'x|urn:900003',
    activityId: 'x',
    organisationId: 'urn:900003',
    role: 'participant' as const,
  };
  await fill({ ...first, participations: [...first.participations, third] }, recorded('x', 'Corrected'));
  const { records, removed } = await readStream(source(), 'participations', 'Participation');
  expect(records).toHaveLength(2);
  expect(removed).toEqual(['x|urn:900003']);
});

test('what cannot be placed is told with its position', async () => {
  await fill(
    recorded('x', 'Dance', 'barn-dance'),
    said('x', 'confirmed'),
    recorded('y', 'Visit'),
    said('z', 'confirmed'),
  );
  const described = await readStream(source(), 'activities', 'Activity');
  expect(described.rejected).toMatchObject([{ at: 'inbox:1', field: 'kind' }]);
  const words = await readStream(source(), 'confirmations', 'Confirmation');
  expect(words.rejected.map(({ at, field }) => [at, field])).toEqual([
    ['inbox:2', 'confirmation.activityId'],
    ['inbox:4', 'confirmation.activityId'],
  ]);
  const kinds = [{ id: 'barn-dance', title: 'Barn dance' }];
  expect((await readStream(source({ kinds }), 'activities', 'Activity')).rejected).toEqual([]);
  const parts = await readStream(
    source({ kinds, schools: ['urn:900001'] }),
    'participations',
    'Participation',
  );
  expect(parts.rejected.map(({ field }) => field)).toEqual([
    'participations.1.organisationId',
    'participations.1.organisationId',
  ]);
});

test('sheet, calendar and inbox are one read, and each may speak of the others', async () => {
  const write = (name: string, ...lines: string[]) => {
    const path = join(directory, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  };
  await fill(recorded('x', 'Visit'), said('activities:a1', 'confirmed'));
  const settings = {
    activities: write(
      'activities.csv',
      'activity_id,kind,title,starts_on,school',
      'a1,visit,A visit,2024-10-05,900001',
      'a1,,,,900002',
    ),
    confirmations: write(
      'confirmations.csv',
      'activity_id,school,verdict,decided_on',
      'a1,900003,disputed,2024-10-06',
      'x,900002,confirmed,2024-10-06',
      'nothing,900002,confirmed,2024-10-06',
    ),
  };
  const described = await readStream(source(settings), 'activities', 'Activity');
  expect(described.records.map(({ id }) => id)).toEqual(['activities:a1', 'x']);
  expect(described.total).toBe(4);
  const words = await readStream(source(settings), 'confirmations', 'Confirmation');
  expect(
    words.records.map(({ activityId, organisationId, verdict }) => [activityId, organisationId, verdict]),
  ).toEqual([
    ['activities:a1', 'urn:900003', 'disputed'],
    ['x', 'urn:900002', 'confirmed'],
    ['activities:a1', 'urn:900002', 'confirmed'],
  ]);
  expect(words.rejected.map(({ at }) => at)).toEqual(['confirmations.csv:3']);
});

test('a folder that is not there is an outage and not an empty inbox', async () => {
  const elsewhere = activities({ inbox: { directory: join(directory, 'nothing'), tenant: 'city' } });
  await expect(readStream(elsewhere, 'activities', 'Activity')).rejects.toMatchObject({
    code: 'file.not-found',
  });
});
