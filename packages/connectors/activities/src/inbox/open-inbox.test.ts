import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Inbox, InboxEntry } from '@collegial/model';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openInbox } from './open-inbox.ts';

let directory: string;
let inbox: Inbox;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'inbox-'));
  inbox = await openInbox({ directory });
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const word = (activityId: string, note?: string): InboxEntry => ({
  type: 'confirmation',
  confirmation: {
    id: `${activityId}|b`,
    activityId,
    organisationId: 'b',
    verdict: 'confirmed',
    decidedOn: '2024-10-05',
    ...(note === undefined ? {} : { note }),
  },
});
const send = (entry: InboxEntry, idempotencyKey: string, tenant = 'city') =>
  inbox.append(entry, { tenant, idempotencyKey });
const all = (from: Inbox = inbox, tenant = 'city') => from.read({ tenant, after: 0, limit: 5000 });

test('positions count from one, and a key that comes again gives its first', async () => {
  expect(await send(word('x'), 'k1')).toEqual({ position: 1 });
  expect(await send(word('y'), 'k2')).toEqual({ position: 2 });
  const { type, confirmation } = word('x') as Extract<InboxEntry, { type: 'confirmation' }>;
  const turned = Object.fromEntries(Object.entries(confirmation).reverse()) as typeof confirmation;
  expect(await send({ confirmation: { ...turned, note: null }, type }, 'k1')).toEqual({ position: 1 });
  expect((await all()).map(({ entry }) => entry)).toEqual([word('x'), word('y')]);
});

test('a key that comes again with other content is an error, also after the inbox was opened anew', async () => {
  await send(word('x'), 'k1');
  await expect(send(word('x', 'late'), 'k1')).rejects.toMatchObject({
    code: 'inbox.key-reused',
    place: { field: 'idempotencyKey' },
  });
  inbox = await openInbox({ directory });
  await expect(send(word('y'), 'k1')).rejects.toMatchObject({ code: 'inbox.key-reused' });
  expect(await send(word('x'), 'k1')).toEqual({ position: 1 });
  expect(await all()).toHaveLength(1);
});

test('what is sent at once is written once each, in some order', async () => {
  const other = await openInbox({ directory });
  const keys = Array.from({ length: 30 }, (_, index) => `k${index % 15}`);
  const placed = await Promise.all(
    keys.map((key, index) =>
      (index % 2 === 0 ? inbox : other).append(word(key), { tenant: 'city', idempotencyKey: key }),
    ),
  );
  expect(new Set(placed.map(({ position }) => position)).size).toBe(15);
  expect((await all()).map(({ position }) => position)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
});

test('pages follow each other, and reading further than the end gives nothing', async () => {
  for (let key = 1; key <= 5; key++) await send(word(`a${key}`), `k${key}`);
  const page = (after: number) => inbox.read({ tenant: 'city', after, limit: 2 });
  expect((await page(0)).map(({ position }) => position)).toEqual([1, 2]);
  expect((await page(4)).map(({ position }) => position)).toEqual([5]);
  expect(await page(5)).toEqual([]);
  expect(await inbox.read({ tenant: 'city', after: 0, limit: 0 })).toEqual([]);
});

test('the entries about one activity are found without the others', async () => {
  for (const [index, id] of ['x', 'y', 'x', 'z'].entries()) await send(word(id, `n${index}`), `k${index}`);
  const about = await inbox.about?.({ tenant: 'city', activityId: 'x' });
  expect(about?.map(({ position }) => position)).toEqual([1, 3]);
  expect(await inbox.about?.({ tenant: 'city', activityId: 'nothing' })).toEqual([]);
});

test('tenants are apart, and their names cannot reach outside the folder', async () => {
  for (const tenant of ['city', 'City', '../city', 'a/b', 'c'.repeat(90)])
    await send(word(tenant), 'k', tenant);
  for (const tenant of ['city', 'City', '../city', 'a/b', 'c'.repeat(90)])
    expect((await all(inbox, tenant)).map(({ entry }) => entry)).toEqual([word(tenant)]);
  expect(readdirSync(directory)).toHaveLength(5);
});

test('more than a thousand entries go on in the next folder', async () => {
  for (let key = 1; key <= 1003; key++) await send(word(`a${key}`), `k${key}`);
  expect(readdirSync(join(directory, 'city')).filter((name) => !name.startsWith('.'))).toEqual([
    '000',
    '001',
  ]);
  expect(await all(await openInbox({ directory }))).toHaveLength(1003);
}, 30_000);

test.each([
  [
    'changed',
    (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace('confirmed', 'disputed')),
  ],
  ['cut short', (path: string) => writeFileSync(path, readFileSync(path, 'utf8').slice(0, 40))],
  ['taken away', (path: string) => rmSync(path)],
  [
    'put in the place of another',
    (path: string) => writeFileSync(path, readFileSync(path.replace('000002', '000001'), 'utf8')),
  ],
])('an entry that was %s is told, and nothing is written on top', async (_, damage) => {
  for (let key = 1; key <= 3; key++) await send(word(`a${key}`), `k${key}`);
  damage(join(directory, 'city', '000', '000002.json'));
  inbox = await openInbox({ directory });
  await expect(all()).rejects.toMatchObject({ code: 'inbox.damaged', place: { row: 2 } });
  await expect(send(word('a4'), 'k4')).rejects.toMatchObject({ code: 'inbox.damaged' });
});

test('what a killed process left unfinished is no entry, and goes after an hour', async () => {
  await send(word('x'), 'k1');
  const drafts = ['.writing-old', '.writing-young'].map((name) => join(directory, 'city', name));
  for (const draft of drafts) writeFileSync(draft, '{"position":2');
  utimesSync(drafts[0] as string, new Date(0), new Date(0));
  inbox = await openInbox({ directory });
  await send(word('y'), 'k2');
  expect(await all()).toHaveLength(2);
  expect(readdirSync(join(directory, 'city')).sort()).toEqual(['.writing-young', '000']);
});
