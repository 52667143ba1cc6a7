import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../contract/page.ts';
import type { HttpClient, HttpRequest } from '../http/http-client.ts';
import { byOffset } from '../paging/by-offset.ts';
import { changedSince } from './changed-since.ts';
import { DeltaCursor } from './delta-cursor.ts';

interface Row {
  id: number;
  version: number;
  /** Milliseconds since 1970 by the source's clock. */
  changed: number;
}

/** A source with a clock of its own, whose records change while they are read. */
class Source {
  readonly rows = new Map<number, Row>();
  readonly asked: (string | undefined)[] = [];
  time = Date.parse('2024-09-02T08:00:00Z');
  /** Called before each answer. */
  beforeAnswer: () => void = () => undefined;
  readonly #tellsDate: boolean;

  constructor(tellsDate = true) {
    this.#tellsDate = tellsDate;
  }

  change(id: number): void {
    const version = (this.rows.get(id)?.version ?? 0) + 1;
    this.rows.set(id, { id, version, changed: this.time });
  }

  readonly http = {
    json: async (path: string, { search = {} }: HttpRequest = {}) => {
      this.time += 1000;
      this.beforeAnswer();
      const since = search.since as string | undefined;
      this.asked.push(since);
      const from = since === undefined ? 0 : Date.parse(since);
      const offset = Number(search.offset);
      const all = [...this.rows.values()].filter((row) => row.changed >= from).sort((a, b) => a.id - b.id);
      const data = all.slice(offset, offset + 4).map((row) => ({ ...row }));
      const headers = new Headers(this.#tellsDate ? { date: new Date(this.time).toUTCString() } : {});
      return { body: { data, total: all.length }, headers, url: new URL(path, 'https://mis.example/').href };
    },
  } as unknown as HttpClient;
}

/** A host that reads a source, keeps what it is given, and can stop in the middle. */
class Host {
  readonly store = new Map<number, number>();
  cursor: DeltaCursor | undefined;
  readonly #source: Source;
  readonly #skew: number;

  constructor(source: Source, skew: number) {
    this.#source = source;
    this.#skew = skew;
  }

  async run(stopAfter = Number.POSITIVE_INFINITY): Promise<void> {
    const pages = changedSince({
      context: {
        http: this.#source.http,
        signal: new AbortController().signal,
        now: () => this.#source.time + this.#skew,
        cursor: this.cursor,
      },
      pages: (paging, since) =>
        byOffset<{ data: Row[]; total: number }, DeltaCursor>({
          ...paging,
          path: 'x',
          search: { since },
          identify: (row) => (row as Row).id,
          rows: (body) => body.data,
          total: (body) => body.total,
        }),
    });
    let taken = 0;
    for await (const page of pages as AsyncIterable<Page<DeltaCursor>>) {
      for (const { id, version } of page.rows as Row[]) this.store.set(id, version);
      if (page.cursor !== undefined) this.cursor = DeltaCursor.parse(JSON.parse(JSON.stringify(page.cursor)));
      taken += 1;
      if (taken >= stopAfter) return;
    }
  }
}

function held(source: Source): Map<number, number> {
  return new Map([...source.rows.values()].map(({ id, version }) => [id, version]));
}

describe('changedSince', () => {
  it('reads everything first, then what changed since the beginning of that read, less the overlap', async () => {
    const source = new Source();
    for (let id = 0; id < 10; id += 1) source.change(id);
    const host = new Host(source, 0);
    await host.run();
    // The first request took no time by the host's clock that stands on the source's: 1 s.
    expect(host.cursor).toEqual({ since: '2024-09-02T08:00:00.000Z' });
    expect(source.asked.every((since) => since === undefined)).toBe(true);
    source.time += 3_600_000;
    source.change(3);
    const before = source.asked.length;
    await host.run();
    expect(source.asked.slice(before)).toEqual([
      '2024-09-02T07:55:00.000Z',
      '2024-09-02T07:55:00.000Z',
      '2024-09-02T07:55:00.000Z',
    ]);
    expect(host.store).toEqual(held(source));
    expect(host.cursor?.at).toBeUndefined();
  });

  it('keeps the window of an interrupted read when it goes on, however much later', async () => {
    const source = new Source();
    for (let id = 0; id < 10; id += 1) source.change(id);
    const host = new Host(source, 7_200_000);
    await host.run();
    const { since } = host.cursor as DeltaCursor;
    source.time += 86_400_000;
    for (let id = 0; id < 10; id += 1) source.change(id);
    await host.run(1);
    expect(host.cursor).toMatchObject({ since, at: { page: 2, received: 4 } });
    const { until } = host.cursor as DeltaCursor;
    source.change(0);
    source.time += 86_400_000;
    await host.run();
    expect(host.cursor).toEqual({ since: until });
    await host.run();
    expect(host.store).toEqual(held(source));
  });

  it('uses the clock of the host for a source that does not tell its own', async () => {
    const source = new Source(false);
    source.change(1);
    const host = new Host(source, 5000);
    await host.run();
    expect(host.cursor).toEqual({ since: '2024-09-02T08:00:05.000Z' });
  });

  it('loses nothing, with clocks hours apart, changes during the read, and stops in the middle', async () => {
    const action = fc.record({
      wait: fc.constantFrom(0, 1000, 600_000, 7_200_000),
      changes: fc.array(fc.nat(19), { maxLength: 4 }),
      duringRead: fc.array(fc.array(fc.nat(19), { maxLength: 2 }), { maxLength: 6 }),
      stopAfter: fc.constantFrom(1, 2, 3, 99),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: -12, max: 12 }),
        fc.array(action, { maxLength: 8 }),
        async (size, hours, actions) => {
          const source = new Source();
          for (let id = 0; id < size; id += 1) source.change(id);
          const host = new Host(source, hours * 3_600_000);
          for (const { wait, changes, duringRead, stopAfter } of actions) {
            source.time += wait;
            for (const id of changes) source.change(id);
            const events = [...duringRead];
            source.beforeAnswer = () => {
              for (const id of events.shift() ?? []) source.change(id);
            };
            await host.run(stopAfter);
          }
          source.beforeAnswer = () => undefined;
          // One run may be the end of an interrupted one; the next meets what changed during it.
          await host.run();
          await host.run();
          expect(host.store).toEqual(held(source));
          expect(host.cursor?.at).toBeUndefined();
        },
      ),
      { numRuns: Number(process.env.COLLEGIAL_FUZZ_RUNS ?? 200) },
    );
  });
});
