import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lenient } from '@collegial/connector-kit';
import { sync } from '@collegial/sync';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { example } from '../__fixtures__/example-connector.ts';
import { exampleWorld } from '../__fixtures__/example-world.ts';
import { MemoryTarget } from '../memory-target.ts';
import { openWorld } from '../open-world.ts';
import { recordCassette } from './record-cassette.ts';
import { Replacer } from './replacer.ts';
import { replayCassette } from './replay-cassette.ts';

const key = 'a long secret for recordings';
const folder = mkdtempSync(join(tmpdir(), 'cassette-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const base = 'https://mis.example/api';
const pupil = {
  id: 'P-4711-CANARY',
  name: { first: 'Canaryforename', last: 'Ó Canarysurname' },
  email: 'canary.pupil@school.example',
  upn: 'X123456789012',
  uln: 1234567890,
  born: '2009-05-27',
  changed: '2024-09-01T08:30:00Z',
  status: 'active',
  self: `${base}/pupils/P-4711-CANARY`,
  teacher: `${base}/staff/canary-teacher`,
  photo: 'https://pictures.example/canary.jpg',
};
const canaries = [
  'Canary',
  'canary',
  'CANARY',
  'X123456789012',
  '1234567890',
  '2009-05-27',
  'p4ssw0rd-canary',
  'tok-canary',
  '4711',
];

/** A server that gives a token, a list with the next page, and one pupil. */
async function server(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname.endsWith('/token'))
    return Response.json({ access_token: 'tok-canary', token_type: 'bearer', expires_in: 3600 });
  if (pathname.endsWith('/broken'))
    return new Response('<h1>Canary</h1>', { status: 500, headers: { 'content-type': 'text/html' } });
  if (pathname.endsWith('/pupils')) {
    const page = Number(searchParams.get('page') ?? 1);
    const next = `${base}/pupils?page=${page + 1}&api_key=p4ssw0rd-canary`;
    return Response.json(
      { rows: [pupil], next: page < 2 ? next : null },
      { headers: { link: `<${next}>; rel="next"`, 'set-cookie': 'session=tok-canary' } },
    );
  }
  return Response.json({ ...pupil, friend: pupil.id, asked: pathname });
}

interface List {
  readonly rows: { readonly id: string; readonly name: { readonly first: string }; readonly self: string }[];
  readonly next: string;
}

async function record() {
  const recorder = recordCassette({
    fetch: (input) => server(new Request(input)),
    key,
    keep: ['status', 'changed', 'token_type'],
  });
  const ask = (path: string, init?: RequestInit) =>
    recorder.fetch(`${base}${path}`, { headers: { authorization: 'Bearer tok-canary' }, ...init });
  await ask('/token', { method: 'POST', body: 'client_id=a&client_secret=p4ssw0rd-canary' });
  await ask('/pupils?api_key=p4ssw0rd-canary');
  await ask('/pupils?api_key=p4ssw0rd-canary&page=2');
  await ask(`/pupils/${pupil.id}?filter=name%3D${pupil.name.first}`);
  await ask('/broken');
  return recorder;
}

describe('a recording', () => {
  it('holds no canary, and keeps what is named', async () => {
    const path = join(folder, 'deep', 'cassette.json');
    await (await record()).save(path);
    const text = readFileSync(path, 'utf8');
    for (const canary of canaries) expect(text.includes(canary), canary).toBe(false);
    expect(text).toContain('"status": "active"');
    expect(text).toContain('2024-09-01T08:30:00Z');
    expect(text).toContain('"born": "2009-');
    expect(text).toContain('"token_type": "bearer"');
  });

  it('is replayed: ids lead where they led, a further page is the next page, in order', async () => {
    const fetch = await replayCassette((await record()).cassette());
    const list = (await (await fetch(`${base}/pupils?api_key=another`)).json()) as List;
    expect((await fetch(list.next)).status).toBe(200);
    const [row] = list.rows as [List['rows'][number]];
    const { id, name } = row;
    expect(row.self).toBe(`${base}/pupils/${id}`);
    const one = await (await fetch(`${base}/pupils/${id}?filter=name%3D${name.first}`)).json();
    expect(one).toMatchObject({ id, name, friend: id });
    expect((await fetch(`${base}/broken`)).status).toBe(500);
    expect(fetch.unused).toBe(1);
    await expect(fetch(`${base}/pupils?page=3`)).rejects.toMatchObject({ code: 'cassette.unmatched' });
    await expect(fetch(`${base}/broken`)).rejects.toMatchObject({ code: 'cassette.unmatched' });
  });

  it('is refused when a credential is still in it', async () => {
    const recorder = recordCassette({
      fetch: async () => Response.json({ echo: 'tok-canary-sent' }),
      key,
      keep: ['echo'],
    });
    await recorder.fetch(base, { headers: { authorization: 'Bearer tok-canary-sent' } });
    await expect(recorder.save(join(folder, 'x.json'))).rejects.toMatchObject({ code: 'cassette.secret' });
    expect(() => recordCassette({ key: 'short' })).toThrow(/16 characters/);
  });

  it('gives a sync the same numbers as the server gave', async () => {
    const world = await openWorld(exampleWorld());
    const recorder = recordCassette({ fetch: async (input) => world.handler(new Request(input)), key });
    const first = await world.read({
      target: new MemoryTarget(),
      fetch: (request) => recorder.fetch(request),
    });
    const replay = await replayCassette(recorder.cassette());
    const target = new MemoryTarget();
    const again = await sync({
      sources: [
        example({ baseUrl: 'https://mis.example/', token: 'not the one that was recorded' }) as never,
      ],
      target,
      key: new Uint8Array(32),
      fetch: replay,
      now: world.clock.now,
      sleep: world.clock.sleep,
    });
    world.close();
    expect(again.totals).toEqual(first.totals);
    expect(again.streams.map(({ completeness }) => completeness)).toEqual(
      first.streams.map(({ completeness }) => completeness),
    );
    expect(replay.unused).toBe(0);
    expect(target.count('Student')).toBe(23);
  });

  it('keeps days that can be read as days, in the form in which they were', () => {
    const replacer = new Replacer(key);
    const days = Array.from({ length: 365 }, (_, index) => new Date(Date.UTC(2009, 0, 1 + index)));
    const iso = days.map((day) => day.toISOString().slice(0, 10));
    for (const day of iso) expect(replacer.text(day)).toMatch(/^2009-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/);
    const british = lenient.day({ format: 'dd/mm/yyyy' });
    const american = lenient.day({ format: 'mm/dd/yyyy' });
    for (const [, month, day] of iso.map((text) => text.split('-'))) {
      const made = [replacer.text(`${day}/${month}/2009`), replacer.text(`${month}/${day}/2009`)];
      expect(british.parse(made[0])).toMatch(/^2009/);
      expect(american.parse(made[1])).toMatch(/^2009/);
    }
    expect(replacer.text('27.05.2009 08:30')).toMatch(/^(1[3-9]|2[0-8])\.(0[1-9]|1[0-2])\.2009 08:30$/);
  });

  it('asks again as the connector does: its own words, pages and short numbers stay', async () => {
    const rows = [{ id: '7', state: 'active', form: '10B', page: '2', tutor: 'Canary', number: 'A10' }];
    const recorder = recordCassette({ fetch: async () => Response.json({ rows }), key });
    const ask = (get: (url: string) => Promise<Response>, tutor: string, number: string) =>
      Promise.all([
        get(`${base}/pupils?state=active&page=2&limit=200`),
        get(`${base}/pupils/7?tutor=${tutor}&number=${number}`),
      ]);
    await recorder.fetch(`${base}/pupils?state=active`);
    await ask(recorder.fetch, 'Canary', 'A10');
    const cassette = recorder.cassette();
    expect(JSON.stringify(cassette)).not.toMatch(/Canary|10B|A10/);
    const fetch = await replayCassette(cassette);
    const first = await fetch(`${base}/pupils?state=active`);
    const list = (await first.json()) as { rows: { tutor: string; number: string; state: string }[] };
    const [row] = list.rows as [(typeof list.rows)[number]];
    expect(row).toMatchObject({ id: '7', page: '2' });
    expect(row.state).not.toBe('active');
    await ask(fetch, row.tutor, row.number);
    expect(fetch.unused).toBe(0);
    await expect((await replayCassette(cassette))(`${base}/pupils?state=left`)).rejects.toThrow(
      /other values of state\..*`keep`/,
    );
  });

  it('replaces by values of the same form, never two by one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 60 }), (texts) => {
        const replacer = new Replacer(key);
        fc.pre(texts.every((text) => !/^\d{4}-|^\d{2}[/.-]/.test(text)));
        const made = texts.map((text) => replacer.text(text));
        expect(new Set(made).size).toBe(texts.length);
        expect(texts.map((text) => replacer.text(text))).toEqual(made);
      }),
    );
  });
});
