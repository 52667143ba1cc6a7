import { CollegialError } from '@collegial/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Event, events, MovingServer } from '../__fixtures__/moving-server.ts';
import type { Page } from '../contract/page.ts';
import { byOffset } from './by-offset.ts';
import { byReverseOffset } from './by-reverse-offset.ts';
import type { PagingState } from './paging-state.ts';

interface Body {
  data: { id: number }[];
  total?: number;
}
interface Outcome {
  ids: number[];
  total: number | undefined;
  code: string;
  pages: Page<PagingState>[];
}

const rows = (body: Body) => body.data;
const total = (body: Body) => body.total;

/** Reads to the end; after `cut` pages, goes on from the last place as a new process would. */
async function read(open: (from: PagingState | undefined) => AsyncIterable<Page<PagingState>>, cut = -1) {
  const outcome: Outcome = { ids: [], total: undefined, code: 'none', pages: [] };
  const take = (page: Page<PagingState>) => {
    outcome.pages.push(page);
    outcome.ids.push(...page.rows.map((row) => (row as { id: number }).id));
    if (page.total !== undefined) outcome.total = page.total;
  };
  try {
    let from: PagingState | undefined;
    if (cut >= 0) {
      for await (const page of open(undefined)) {
        take(page);
        if (page.cursor === undefined) return outcome;
        from = JSON.parse(JSON.stringify(page.cursor));
        if (outcome.pages.length > cut) break;
      }
      if (outcome.pages.length === 0) return outcome;
    }
    for await (const page of open(from)) take(page);
  } catch (error) {
    if (!CollegialError.isInstance(error)) throw error;
    outcome.code = error.code;
  }
  return outcome;
}

const forward = (server: MovingServer) => (from: PagingState | undefined) =>
  byOffset<Body>({ http: server.http, path: 'x', search: { limit: 10 }, rows, total, from });
const backward = (server: MovingServer) => (from: PagingState | undefined) =>
  byReverseOffset<Body>({ http: server.http, path: 'x', limit: 10, rows, total, from });

const size = fc.integer({ min: 0, max: 60 });
const told = fc.record({ total: fc.boolean(), link: fc.boolean() });
const cut = fc.integer({ min: -1, max: 6 });
const runs = { numRuns: Number(process.env.COLLEGIAL_FUZZ_RUNS ?? 400) };
/** What a read may end with instead of everything. */
const loud = ['paging.moved', 'paging.loop', 'http.upstream'];

function expectNothingLost(server: MovingServer, { ids, code, total: last }: Outcome, expects: number): void {
  if (code !== 'none') expect(loud).toContain(code);
  else if (last === undefined || ids.length >= last)
    expect(ids).toEqual(expect.arrayContaining(server.survivors()));
  expect(server.requests).toBeLessThan(expects);
}

describe('byOffset over a list that stands still', () => {
  it('gives every row once and verifies it, however the server clamps', async () => {
    await fc.assert(
      fc.asyncProperty(
        size,
        events({ leastClamp: 1, moves: 'none', faults: false }),
        told,
        cut,
        async (length, happens, tells, at) => {
          const server = new MovingServer(length, happens, tells);
          const { ids, code, total: last } = await read(forward(server), at);
          expect({ ids, code }).toEqual({ ids: server.survivors(), code: 'none' });
          if (tells.total) expect(last).toBe(length);
        },
      ),
      runs,
    );
  });
});

describe('byOffset over a list that moves', () => {
  it('loses no row that was there all the time, or says so', async () => {
    const reached = { whole: 0, again: 0, error: 0 };
    await fc.assert(
      fc.asyncProperty(
        size,
        events({ leastClamp: 2, moves: 'all', faults: true }),
        told,
        cut,
        async (length, happens, tells, at) => {
          const server = new MovingServer(length, happens, tells);
          const outcome = await read(forward(server), at);
          expectNothingLost(server, outcome, 2000);
          if (outcome.code !== 'none') reached.error += 1;
          else if (new Set(outcome.ids).size < outcome.ids.length) reached.again += 1;
          else reached.whole += 1;
        },
      ),
      runs,
    );
    // The generator must reach all three, or the property shows little.
    expect(Math.min(reached.whole, reached.again)).toBeGreaterThan(runs.numRuns / 50);
    expect(reached.error).toBeLessThan(runs.numRuns / 4);
  });

  it('without the overlap rows are lost, which the property would see', async () => {
    const remove: Event = { add: [], remove: [0], clamp: 12, fault: 'none' };
    const still: Event = { ...remove, remove: [] };
    const server = new MovingServer(30, [still, remove]);
    const given = await read((from) =>
      byOffset<Body>({ http: server.http, path: 'x', search: { limit: 10 }, rows, from, overlap: 0 }),
    );
    expect(given.ids).not.toContain(10);
    const again = new MovingServer(30, [still, remove]);
    const { ids, total: last } = await read(forward(again));
    expect(ids).toEqual(expect.arrayContaining(again.survivors()));
    expect(last).toBeUndefined();
  });

  it('counts rows given again in the total, and never hands the overlap row on', async () => {
    const still: Event = { add: [], remove: [], clamp: 12, fault: 'none' };
    const server = new MovingServer(30, [still, still, { ...still, remove: [0] }], { total: true });
    const { ids, total: last, pages } = await read(forward(server));
    expect(ids.length).toBe(last);
    expect(pages.map((page) => page.rows.length)).toEqual([10, 9, 10, 9, 9, 1]);
    expect(new Set(ids).size).toBe(30);
  });

  it('fails where rows were due and only empty pages come', async () => {
    const still: Event = { add: [], remove: [], clamp: 12, fault: 'none' };
    const server = new MovingServer(30, [still]);
    const { json } = server.http;
    let asked = 0;
    const http = {
      json: async (...given: Parameters<typeof json>) => {
        asked += 1;
        const answer = await json(...given);
        return asked === 1 ? answer : { ...answer, body: { data: [] } };
      },
    } as typeof server.http;
    const { code } = await read((from) => byOffset<Body>({ http, path: 'x', rows, from }));
    expect(code).toBe('http.upstream');
    expect(asked).toBeLessThan(20);
  });

  it('gives up when no order stays, as paging.moved', async () => {
    let asked = 0;
    const server = new MovingServer(0, []);
    const http = {
      json: async () => {
        asked += 1;
        return {
          body: { data: [1, 2, 3].map((id) => ({ id: id + asked * 10 })) },
          headers: new Headers(),
          url: 'https://mis.example/x',
        };
      },
    } as unknown as typeof server.http;
    const { code } = await read((from) => byOffset<Body>({ http, path: 'x', rows, from }));
    expect(code).toBe('paging.moved');
    expect(asked).toBeLessThan(30);
  });

  it('knows a row by its id where answers differ in something else', async () => {
    let asked = 0;
    const all = Array.from({ length: 25 }, (_, id) => ({ id }));
    const server = new MovingServer(0, []);
    const http = {
      json: async (_: string, { search }: { search: { offset: number } }) => {
        asked += 1;
        const data = all.slice(search.offset, search.offset + 10).map((row) => ({ ...row, asked }));
        return { body: { data }, headers: new Headers(), url: 'https://mis.example/x' };
      },
    } as unknown as typeof server.http;
    const identify = (row: unknown) => (row as { id: number }).id;
    const { ids } = await read((from) => byOffset<Body>({ http, path: 'x', rows, from, identify }));
    expect(ids).toEqual(all.map(({ id }) => id));
  });
});

describe('byReverseOffset', () => {
  it('gives every row of a list that stands still once, however the server clamps, and resumes', async () => {
    await fc.assert(
      fc.asyncProperty(
        size,
        events({ leastClamp: 2, moves: 'none', faults: false }),
        cut,
        async (length, happens, at) => {
          const server = new MovingServer(length, happens, { total: true });
          const { ids, code, total: last } = await read(backward(server), at);
          expect(code).toBe('none');
          expect([...ids].sort((a, b) => a - b)).toEqual(server.survivors());
          expect(last).toBe(length);
        },
      ),
      runs,
    );
  });

  it('needs no more than one request for each page while rows leave the part that was read', async () => {
    const still: Event = { add: [], remove: [], clamp: 12, fault: 'none' };
    const leaving: Event = { ...still, remove: [0.999] };
    const server = new MovingServer(46, [still, still, leaving, leaving, leaving], { total: true });
    const { ids } = await read(backward(server));
    expect(new Set(ids).size).toBe(46);
    expect(server.requests).toBe(1 + 6);
  });

  it.each([true, false])(
    'loses no row where rows come after they were counted and the server gives one less than asked for (total in answers: %s)',
    async (tells) => {
      const still: Event = { add: [], remove: [], clamp: 12, fault: 'none' };
      const counted: Event = { ...still, add: [0, 0] };
      const moved: Event = { ...still, add: [0, 0, 0], remove: [0, 0], clamp: 9 };
      const server = new MovingServer(8, [counted, moved], { total: true });
      const first = (body: Body) => (tells || server.requests < 2 ? body.total : undefined);
      const { ids } = await read((from) =>
        byReverseOffset<Body>({ http: server.http, path: 'x', limit: 10, rows, total: first, from }),
      );
      expect(ids).toEqual(expect.arrayContaining(server.survivors()));
    },
  );

  it.each(['removals', 'all'] as const)(
    'loses no row that was there all the time, or says so: %s',
    async (moves) => {
      let errors = 0;
      await fc.assert(
        fc.asyncProperty(
          size,
          events({ leastClamp: 2, moves, faults: true }),
          cut,
          async (length, happens, at) => {
            const server = new MovingServer(length, happens, { total: true });
            const outcome = await read(backward(server), at);
            expectNothingLost(server, outcome, 3000);
            if (outcome.code !== 'none') errors += 1;
          },
        ),
        runs,
      );
      expect(errors).toBeLessThan(runs.numRuns / 4);
    },
  );

  it('refuses a server that does not say how many rows there are, and a limit of one', async () => {
    const { code } = await read(backward(new MovingServer(5, [])));
    expect(code).toBe('http.schema');
    const { http } = new MovingServer(5, []);
    expect(() => byReverseOffset<Body>({ http, path: 'x', rows, total, limit: 1 })).toThrow(
      expect.objectContaining({ code: 'argument.invalid' }),
    );
  });
});
