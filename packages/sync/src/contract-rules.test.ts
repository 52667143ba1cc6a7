import { adaptConnector, defineConnector, lenient, type Source, stream } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { only, rows } from './__fixtures__/helpers.ts';
import { MemoryTarget } from './__fixtures__/memory-target.ts';
import { pagesStream, sourceOf } from './__fixtures__/test-source.ts';
import { sync } from './sync.ts';

const about = { reads: 'program', authentication: [], paging: [], verified: ['synthetic'] } as const;

/** A source whose settings choose the schools that are read. */
function schoolsFrom(to: number, scoped?: boolean): Source {
  const config = z.strictObject({ to: z.number() });
  const cursor = { schema: z.object({ page: z.int() }), version: 1, ...(scoped && { scoped }) };
  const connector = defineConnector({
    id: 'chosen',
    specVersion: 2,
    title: 'Chosen schools',
    about,
    config,
    streams: {
      listed: pagesStream([rows(0, to)], { deletes: 'snapshot-diff' }) as never,
      changed: pagesStream([rows(0, to)], { cursor: cursor as never }) as never,
    },
  });
  return connector({ to }) as unknown as Source;
}

describe('settings that decide what is read', () => {
  it('when they change, nothing outside them is taken for deleted until a full sync is asked for', async () => {
    const target = new MemoryTarget();
    const listed = async (to: number, full = false) =>
      only(await sync({ sources: [schoolsFrom(to)], target, streams: ['listed'], full, maxDeletedShare: 1 }));
    expect(await listed(10)).toMatchObject({ loaded: 10, deletes: 'applied' });
    expect(await listed(10)).toMatchObject({ deletes: 'applied', deletedUnseen: 0 });
    for (const _ of ['first', 'second']) {
      const narrower = await listed(4);
      expect(narrower).toMatchObject({ status: 'complete', deletedUnseen: 0 });
      expect(narrower.deletes).toMatchObject({ unknown: expect.stringContaining('settings') });
    }
    expect(await listed(4, true)).toMatchObject({ deletes: 'applied', deletedUnseen: 6 });
    expect(await listed(4)).toMatchObject({ deletes: 'applied', deletedUnseen: 0 });
  });

  it('when they change, a stream with a cursor is read anew, so that what they add is not missed', async () => {
    const target = new MemoryTarget();
    const changed = async (to: number, scoped?: boolean) =>
      only(await sync({ sources: [schoolsFrom(to, scoped)], target, streams: ['changed'] }));
    expect(await changed(3)).toMatchObject({ mode: 'full', loaded: 3 });
    expect(await changed(3)).toMatchObject({ mode: 'incremental', rows: 0 });
    const wider = await changed(5);
    expect(wider).toMatchObject({ mode: 'full', loaded: 2, unchanged: 3 });
    expect(wider.notes.join()).toContain('settings');
    expect(await changed(6, true)).toMatchObject({ mode: 'incremental' });
  });
});

describe('a stream that the credentials may not read', () => {
  const refused = pagesStream([], {
    // biome-ignore lint/correctness/useYield: it fails before its first page
    async *read() {
      throw new CollegialError({
        code: 'http.scope',
        message: 'The credentials may not read this resource.',
      });
    },
  });
  const open = pagesStream([rows(0, 2)]);

  it('is named, and the sync of the others is complete', async () => {
    const target = new MemoryTarget();
    const report = await sync({ sources: [sourceOf({ refused, open })], target });
    expect(report.status).toBe('complete');
    expect(report.streams.map(({ status }) => status)).toEqual(['unreadable', 'complete']);
    expect(report.streams[0]?.error?.code).toBe('http.scope');
  });

  it('is a failure when it was readable before, and when nothing at all is readable', async () => {
    const target = new MemoryTarget();
    await sync({ sources: [sourceOf({ open })], target });
    const lost = await sync({ sources: [sourceOf({ open: refused })], target });
    expect(lost).toMatchObject({ status: 'incomplete', streams: [{ status: 'failed' }] });
    const none = await sync({ sources: [sourceOf({ refused })], target });
    expect(none).toMatchObject({ status: 'incomplete', streams: [{ status: 'unreadable' }] });
  });
});

describe('a connector of the version before', () => {
  const present = sourceOf({ schools: pagesStream([rows(0, 3)], { deletes: 'snapshot-diff' }) });
  const { about: _about, scope: _scope, ...rest } = present.connector;
  const old = { ...present, connector: { ...rest, specVersion: 1 } };

  it('is read like one of this version', async () => {
    const target = new MemoryTarget();
    const report = await sync({ sources: [old], target });
    expect(only(report)).toMatchObject({ status: 'complete', loaded: 3, deletes: 'applied' });
    expect(adaptConnector(old.connector).about.verified).toEqual([]);
  });

  it('is refused, by name and with the remedy, when it is older or newer than that', () => {
    for (const [version, fix] of [
      [0, 'newer version of the connector'],
      [3, 'Upgrade the collegial packages'],
    ] as const)
      expect(() => adaptConnector({ ...old.connector, specVersion: version })).toThrow(
        expect.objectContaining({ code: 'connector.spec-version', fix: expect.stringContaining(fix) }),
      );
  });
});

describe('what did not have its shape', () => {
  const wire = lenient.object({ id: lenient.text() }, { name: lenient.text(), opened: lenient.day() });
  const read = (given: readonly unknown[]) =>
    pagesStream([given], {
      wire: wire as never,
      map: (({ id, name = 'A school', opened }: z.output<typeof wire>, context: never) => {
        if (name === 'Odd')
          (context as { unmapped(field: string, code: string): void }).unmapped('kind', 'Z9');
        return { id, kind: 'school', name, openedOn: opened };
      }) as never,
    });

  it('is put right or left out and counted; only what cannot be used is set aside', async () => {
    const given = [
      { id: 's1', name: '', opened: null },
      { id: 7, opened: 'yesterday' },
      { name: 'Odd' },
      { id: 's4', name: 'Odd' },
    ];
    const target = new MemoryTarget();
    const report = only(await sync({ sources: [sourceOf({ schools: read(given) })], target }));
    expect(report).toMatchObject({ loaded: 3, quarantined: 1, drift: { id: 2, opened: 1 } });
    expect(report.unmapped).toEqual([{ field: 'kind', code: 'Z9', count: 1 }]);
    expect(report.quarantine[0]?.place).toMatchObject({ row: 3, field: 'id' });
  });
});

describe('attendance by exception', () => {
  const mark = { enrolmentId: 'e1', organisationId: 'urn:1', date: '2025-09-01', session: 'AM', code: 'A' };
  const marks = (basis: 'mark' | 'exception' | undefined, given: object) =>
    stream<object>()({
      entity: 'AttendanceMark',
      title: 'Marks',
      deletes: 'none',
      ...(basis && { basis }),
      wire: z.looseObject({}),
      async *read() {
        yield { rows: [given], place: { page: 1 } };
      },
      map: (row) => row as never,
    });
  const define = (streams: object) =>
    defineConnector({
      id: 'x',
      specVersion: 2,
      title: 'X',
      about,
      config: z.strictObject({}),
      streams: streams as never,
    });
  const calendars = { ...marks(undefined, {}), entity: 'Calendar' as const };

  it('needs a stream of calendars', () => {
    expect(() => define({ marks: marks('exception', mark) })).toThrow(
      expect.objectContaining({
        code: 'argument.invalid',
        message: expect.stringContaining('no stream of calendars'),
      }),
    );
  });

  it('sets a mark aside that does not say it is an exception', async () => {
    const run = async (given: object) => {
      const source = define({ marks: marks('exception', given), calendars })({}) as unknown as Source;
      const report = await sync({ sources: [source], target: new MemoryTarget(), streams: ['marks'] });
      return [only(report).loaded, only(report).quarantined];
    };
    expect(await run(mark)).toEqual([0, 1]);
    expect(await run({ ...mark, basis: 'exception' })).toEqual([1, 0]);
  });
});
