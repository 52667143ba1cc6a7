import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indicators, segregationByDisadvantage } from '@collegial/indicators';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fourSchools, smallCity } from './__fixtures__/small-city.ts';
import { storeOf } from './__fixtures__/store-of.ts';
import { publish } from './publish.ts';
import { openRelease } from './reader/index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'collegial-release-'));
});
afterAll(() => rm(folder, { recursive: true }));

const left = indicators.filter(({ notPublished }) => notPublished !== undefined).map(({ id }) => id);

test('what cannot be protected yet is in no document of any audience, and is named with its reason', async () => {
  expect(left).toContain('between-schools.segregation-by-disadvantage');
  const engine = await storeOf(smallCity(fourSchools));
  const { manifest, notPublished } = await publish({
    engine,
    audiences: ['own', 'group', 'public'],
    title: 'Summer 2024',
    to: join(folder, 'all'),
    by: ['sex'],
    now: new Date('2024-07-20T10:00:00Z'),
  });
  expect(notPublished.map(({ indicator }) => indicator)).toEqual(left);
  expect(notPublished.every(({ reason }) => reason.length > 20)).toBe(true);
  const release = await openRelease(join(folder, 'all'));
  expect(manifest.documents.length).toBeGreaterThan(5);
  for (const { audience, scope } of manifest.documents) {
    const text = JSON.stringify(await release.document({ audience, scope }));
    for (const id of left) expect(text).not.toContain(id);
  }
});

test('nor is it when it is asked for by name, or as a definition', async () => {
  const engine = await storeOf(smallCity(fourSchools));
  const { manifest, notPublished } = await publish({
    engine,
    indicators: ['between-schools.variance-share', segregationByDisadvantage, 'presence.absence-rate'],
    audiences: ['group'],
    title: 'Summer 2024',
    to: join(folder, 'named'),
    now: new Date('2024-07-20T10:00:00Z'),
  });
  expect(notPublished).toHaveLength(2);
  const release = await openRelease(join(folder, 'named'));
  const [document] = manifest.documents;
  const { figures } = await release.document({ audience: 'group', scope: document!.scope });
  expect([...new Set(figures.map(({ indicator }) => indicator))]).toEqual(['presence.absence-rate']);
});
