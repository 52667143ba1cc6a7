import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EditionDocument, EditionManifest, PublishedFigure, Scope } from '@collegial/model';
import { createCity } from '@collegial/sample-city';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fourSchools, smallCity } from './__fixtures__/small-city.ts';
import { storeOf } from './__fixtures__/store-of.ts';
import { publish } from './publish.ts';
import { openRelease } from './reader/index.ts';

const now = new Date('2024-07-20T10:00:00Z');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'collegial-release-'));
});
afterAll(() => rm(folder, { recursive: true }));

const group: Scope = { kind: 'group', id: 'G' };
const find = (figures: readonly PublishedFigure[], indicator: string, sex?: string) =>
  figures.find((figure) => figure.indicator === indicator && (figure.subgroup?.value ?? undefined) === sex);

describe('an edition of four schools', () => {
  let manifest: EditionManifest;
  let forGroup: EditionDocument;
  let own: EditionDocument;
  let trust: EditionDocument;

  beforeAll(async () => {
    const engine = await storeOf(smallCity(fourSchools));
    const published = await publish({
      engine,
      audiences: ['own', 'group', 'public'],
      title: 'Summer 2024',
      to: join(folder, 'four'),
      by: ['sex'],
      now,
    });
    expect(published.groupsWithoutAgreement).toEqual([]);
    const release = await openRelease(join(folder, 'four'));
    manifest = await release.manifest();
    expect(manifest).toEqual(published.manifest);
    forGroup = await release.document({ audience: 'group', scope: group });
    own = await release.document({ audience: 'own', scope: { kind: 'school', id: 'a' } });
    trust = await release.document({ audience: 'public', scope: { kind: 'trust', id: 'trust-1' } });
  });

  test('the manifest says who may read what, under which policy', () => {
    expect(manifest).toMatchObject({
      schemaVersion: 2,
      title: 'Summer 2024',
      publishedAt: '2024-07-20T10:00:00.000Z',
      policy: { version: 1, threshold: 10 },
    });
    expect(manifest.edition).toMatch(/^2024-07-20-[0-9a-f]{12}$/);
    expect(manifest.documents.map(({ audience, scope }) => `${audience} ${scope.kind}:${scope.id}`)).toEqual([
      ...['a', 'b', 'c', 'd'].map((id) => `own school:${id}`),
      'group group:G',
      'public trust:trust-1',
      ...['a', 'b', 'c', 'd'].map((id) => `public school:${id}`),
    ]);
    const exact = manifest.documents.filter(({ file }) => file.startsWith('exact/'));
    expect(exact.every(({ audience }) => audience === 'own')).toBe(true);
    expect(exact).toHaveLength(4);
  });

  test('a school reads its own figures exactly: 3 of 40', () => {
    expect(find(own.figures, 'presence.persistent-absence')).toMatchObject({
      value: 3 / 40,
      units: 40,
      symbol: null,
    });
  });

  test('its partners see neither its small count, nor what would give it back', () => {
    const members = Object.fromEntries(
      forGroup.members.map(({ school, figures }) => [
        school.id,
        find(figures, 'presence.persistent-absence'),
      ]),
    );
    // a (3) and b (8) are small; each knows its own and would subtract it, so c is hidden with them.
    expect(members.a).toMatchObject({
      value: null,
      interval: null,
      units: null,
      symbol: 'c',
      flags: ['suppressed'],
    });
    expect(members.b).toMatchObject({ value: null, symbol: 'c' });
    expect(members.c).toMatchObject({ value: null, symbol: 'c' });
    expect(members.d).toMatchObject({ value: 0.367, units: 60, symbol: null });
    expect(find(forGroup.figures, 'presence.persistent-absence')).toMatchObject({ value: 0.247, units: 194 });
  });

  test('figures that give nobody away are the exact ones, rounded', () => {
    // 3 + 8 + 15 + 22 students miss 5 of 10 sessions: 240 of 1,940.
    const absence = find(forGroup.figures, 'presence.absence-rate');
    expect(absence).toMatchObject({ value: 0.124, units: 194 });
    expect(forGroup.protection.suppressed).toBeGreaterThan(3);
    expect(forGroup.protection.figures).toBeGreaterThan(forGroup.protection.suppressed);
  });

  test('no document for others holds an id of a person, a record or an appointment', () => {
    for (const document of [forGroup, trust]) {
      expect(JSON.stringify(document)).not.toMatch(/student-|enrolment-|staff-\d|teacher-1|appointment-/);
    }
  });

  test('the ledger has whole days and no handful of places', () => {
    const { collaboration } = forGroup;
    const lines = collaboration?.ledger.map(({ provider, recipient, unit, amount, basis, evidence }) => [
      `${provider}→${recipient}`,
      amount,
      unit,
      basis,
      evidence,
    ]);
    expect(lines).toEqual([
      // 0.25 of 195 days, up to the day of publication: 324 of 335 days of September to July.
      ['a→b', 47, 'staff-days', 'derived', []],
      ['a→d', 1, 'events', 'confirmed', ['activity-1']],
    ]);
    const level = (one: string, other: string) =>
      collaboration?.pairs.find(({ schools }) => schools.join() === `${one},${other}`)?.level;
    // Shared all year: a term of joint work, and 47 staff-days.
    expect(level('a', 'b')).toBe('collaboration');
    // Seven places would make cooperation; they are below the threshold, so the level is what can be shown without them.
    expect(level('a', 'd')).toBe('association');
    expect(level('b', 'c')).toBe('no-link-seen');
    expect(forGroup.notes.join(' ')).toContain('1 lines');
  });

  test('a school sees its own part of it', () => {
    expect(own.collaboration?.ledger).toHaveLength(2);
    expect(own.collaboration?.pairs.every(({ schools }) => schools.includes('a'))).toBe(true);
  });

  test('public documents are made of published figures only, with their own suppression', () => {
    expect(new Set(trust.indicators.map(({ id }) => id))).toEqual(new Set(['published.attainment-8']));
    expect(
      trust.members.map(({ school, figures }) => [school.id, figures[0]?.value, figures[0]?.symbol]),
    ).toEqual([
      ['a', null, 'c'],
      ['b', 41, null],
      ['c', 42, null],
      ['d', 43, null],
    ]);
    expect(trust.figures[0]).toMatchObject({ value: 42, units: 3 });
    expect(trust.collaboration).toBeNull();
  });
});

test('the same data at the same moment gives the same bytes, and a second edition stands beside the first', async () => {
  const to = join(folder, 'twice');
  const options = { audiences: ['own', 'group', 'public'] as const, title: 'Twice', to };
  const first = await publish({ ...options, engine: await storeOf(smallCity(fourSchools)), now });
  const bytes = async (path: string) => {
    const names = (await readdir(path, { recursive: true }))
      .filter((name) => /\.(br|json)$/.test(name))
      .sort();
    return Promise.all(
      names.map(async (name) => [name, (await readFile(join(path, name))).toString('base64')]),
    );
  };
  const before = await bytes(first.path);
  const reversed = smallCity([...fourSchools].reverse(), {
    Appointment: [...(smallCity(fourSchools).Appointment ?? [])],
    Activity: [...(smallCity(fourSchools).Activity ?? [])],
    Participation: [...(smallCity(fourSchools).Participation ?? [])],
    Confirmation: [...(smallCity(fourSchools).Confirmation ?? [])],
    SchoolMeasure: [...(smallCity(fourSchools).SchoolMeasure ?? [])],
  });
  const elsewhere = await publish({
    ...options,
    to: join(folder, 'elsewhere'),
    engine: await storeOf(reversed),
    now,
  });
  const documents = (all: readonly string[][]) => all.filter(([name]) => name !== 'manifest.json');
  expect(documents(await bytes(elsewhere.path))).toEqual(documents(before));
  const engine = await storeOf(smallCity(fourSchools));
  const again = await publish({ ...options, engine, now });
  expect(documents(await bytes(again.path))).toEqual(documents(before));
  const later = await publish({ ...options, engine, now: new Date('2024-07-21T10:00:00Z') });
  expect(await bytes(first.path)).toEqual(before);
  expect((await (await openRelease(to)).manifest()).edition).toBe(later.manifest.edition);
  expect((await (await openRelease(to, { edition: first.manifest.edition })).manifest()).edition).toBe(
    first.manifest.edition,
  );
});

test('a group of two schools is shown no figure about students, but its collaboration', async () => {
  const engine = await storeOf(smallCity(fourSchools.slice(2)));
  const to = join(folder, 'two');
  await publish({ engine, audiences: ['group'], title: 'Two', to, now });
  const document = await (await openRelease(to)).document({ audience: 'group', scope: group });
  const all = [...document.figures, ...document.members.flatMap((member) => member.figures)];
  expect(all.length).toBeGreaterThan(5);
  expect(all.filter((figure) => figure.value !== null || figure.units !== null)).toEqual([]);
  expect(document.collaboration?.ledger).not.toEqual([]);
});

describe('agreements', () => {
  const agreement = { id: 'x', title: 'x', organisationIds: ['a', 'b', 'c', 'd'], validFrom: '2020-09-01' };
  const publishWith = async (name: string, SharingAgreement: object[]) => {
    const engine = await storeOf(smallCity(fourSchools, { SharingAgreement: SharingAgreement as never }));
    const to = join(folder, name);
    const published = await publish({ engine, audiences: ['own', 'group'], title: name, to, now });
    return { published, release: await openRelease(to) };
  };

  test('without one there is no document of the group, and the school stands alone', async () => {
    const { published, release } = await publishWith('none', []);
    expect(published.groupsWithoutAgreement).toEqual(['G']);
    await expect(release.document({ audience: 'group', scope: group })).rejects.toMatchObject({
      code: 'release.not-available',
    });
    const own = await release.document({ audience: 'own', scope: { kind: 'school', id: 'a' } });
    expect(own.collaboration).toBeNull();
  });

  test('for collaboration only: no figure about students', async () => {
    const { release } = await publishWith('collaboration', [{ ...agreement, purposes: ['collaboration'] }]);
    const document = await release.document({ audience: 'group', scope: group });
    expect(document.figures).toEqual([]);
    expect(document.members).toEqual([]);
    expect(document.collaboration).not.toBeNull();
    expect(document.notes.join(' ')).toContain('No agreement for students’ experience or comparison');
  });

  test('for students’ experience only: no ledger', async () => {
    const { release } = await publishWith('experience', [{ ...agreement, purposes: ['student-experience'] }]);
    const document = await release.document({ audience: 'group', scope: group });
    expect(document.collaboration).toBeNull();
    expect(document.figures).not.toEqual([]);
  });

  test('a school that declined is in none of the figures', async () => {
    const dataset = smallCity(fourSchools);
    const GroupMember = [...(dataset.GroupMember ?? [])].map((member) => ({
      ...member,
      takesPart: member.organisationId !== 'd',
    }));
    const to = join(folder, 'declined');
    await publish({
      engine: await storeOf({ ...dataset, GroupMember }),
      audiences: ['group'],
      title: 'x',
      to,
      now,
    });
    const document = await (await openRelease(to)).document({ audience: 'group', scope: group });
    expect(document.members.map(({ school }) => school.id)).toEqual(['a', 'b', 'c']);
    expect(find(document.figures, 'presence.absence-rate')?.units).toBe(134);
    expect(document.notes.join(' ')).toContain('do not take part');
  });
});

test('a scope that does not exist is refused before anything is written', async () => {
  const to = join(folder, 'unknown-scope');
  const options = { engine: await storeOf(smallCity(fourSchools)), title: 'Nothing', now };
  await expect(publish({ ...options, audiences: ['group'], scopes: ['group:Z'], to })).rejects.toMatchObject({
    code: 'scope.unknown',
  });
  await expect(readdir(to)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('only the scopes asked for', async () => {
  const engine = await storeOf(smallCity(fourSchools));
  const { manifest } = await publish({
    engine,
    audiences: ['own', 'group', 'public'],
    scopes: ['school:b', 'trust:*'],
    title: 'x',
    to: join(folder, 'scopes'),
    now,
  });
  expect(manifest.documents.map(({ audience, scope }) => `${audience} ${scope.id}`)).toEqual([
    'own b',
    'public trust-1',
    'public b',
  ]);
});

test.each([4, 9.5, Number.NaN])('a threshold of %f is refused', async (threshold) => {
  const engine = await storeOf({});
  const options = { engine, audiences: ['own' as const], title: 'x', to: join(folder, 'never') };
  await expect(publish({ ...options, policy: { version: 1, threshold } })).rejects.toMatchObject({
    code: 'argument.invalid',
  });
});

test('stopped by a signal, it leaves nothing', async () => {
  const engine = await storeOf(smallCity(fourSchools));
  const controller = new AbortController();
  const to = join(folder, 'stopped');
  const onProgress = ({ phase }: { phase: string }) => {
    if (phase === 'write') controller.abort(new Error('enough'));
  };
  const scopes = Array.from({ length: 40 }, (_, index) => ({ id: `s${index}`, students: 12, absent: 0 }));
  await expect(
    publish({
      engine: await storeOf(smallCity(scopes)),
      audiences: ['own'],
      title: 'x',
      to,
      now,
      signal: controller.signal,
      onProgress,
    }),
  ).rejects.toThrow('enough');
  expect(await readdir(to)).toEqual([]);
  expect(engine).toBeDefined();
});

test('the sample city: every group has its document, and no id of a person leaves', async () => {
  const city = createCity({ students: 400, years: 1 });
  const engine = await storeOf(city.dataset);
  const to = join(folder, 'city');
  const started = performance.now();
  const { manifest, groupsWithoutAgreement } = await publish({
    engine,
    audiences: ['own', 'group', 'public'],
    title: 'City',
    to,
    by: ['sex', 'disadvantaged'],
    now: new Date('2030-01-01T00:00:00Z'),
  });
  const seconds = (performance.now() - started) / 1000;
  const release = await openRelease(to);
  const people = new Set(
    [...(city.dataset.Student ?? []), ...(city.dataset.Staff ?? []), ...(city.dataset.Appointment ?? [])].map(
      ({ id }) => id,
    ),
  );
  let figures = 0;
  let suppressed = 0;
  const groups = manifest.documents.filter((entry) => entry.audience === 'group');
  for (const { audience, scope } of groups) {
    const document = await release.document({ audience, scope });
    const strings = new Set(
      JSON.stringify(document)
        .match(/"[^"]*"/g)
        ?.map((text) => text.slice(1, -1)),
    );
    expect([...people].filter((id) => strings.has(id))).toEqual([]);
    figures += document.protection.figures;
    suppressed += document.protection.suppressed;
    expect(document.collaboration?.pairs.length).toBeGreaterThan(0);
  }
  console.log(
    `sample city: ${manifest.documents.length} documents in ${seconds.toFixed(1)} s; groups: ${figures} figures, ${suppressed} hidden`,
  );
  expect(groups.length + groupsWithoutAgreement.length).toBe(4);
  expect(suppressed).toBeGreaterThan(0);
  expect(suppressed).toBeLessThan(figures);
}, 120_000);
