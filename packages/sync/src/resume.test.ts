import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MemoryTarget } from './__fixtures__/memory-target.ts';
import { pagesStream, sourceOf, type TestRow } from './__fixtures__/test-source.ts';
import { sync } from './sync.ts';
import type { Counts, StreamReport } from './sync-report.ts';

const what = fc.constantFrom<TestRow['what']>(
  'record',
  'record',
  'record',
  'bad record',
  'reject',
  'skip',
  'throw',
  'two',
  'none',
  'nothing',
);
const row = fc.oneof(
  { arbitrary: fc.record({ id: fc.nat(40).map((id) => `s${id}`), what }), weight: 9 },
  { arbitrary: fc.constantFrom<unknown>(null, 7, {}, { id: 7 }), weight: 1 },
);
// At least one page, which gives the total: without one, an interrupted read that had compared counts as one of two.
const pages = fc.array(fc.array(row, { maxLength: 6 }), { minLength: 1, maxLength: 12 });
const withRemovals = fc.array(
  fc.array(fc.oneof(row, fc.record({ id: fc.nat(40).map((id) => `s${id}`), what: fc.constant('remove') })), {
    maxLength: 6,
  }),
  { maxLength: 12 },
);

const numbers = ({ rows, skipped, read, loaded, unchanged, deleted, duplicate, quarantined }: Counts) => ({
  rows,
  skipped,
  read,
  loaded,
  unchanged,
  deleted,
  duplicate,
  quarantined,
});

it('every record read is counted once, and every row is accounted for (property)', async () => {
  await fc.assert(
    fc.asyncProperty(
      withRemovals,
      withRemovals,
      fc.integer({ min: 1, max: 30 }),
      async (first, second, batchSize) => {
        const target = new MemoryTarget();
        for (const all of [first, second]) {
          const source = sourceOf({ schools: pagesStream(all, { deletes: 'tombstone' }) });
          const [report] = (await sync({ sources: [source], target, batchSize })).streams as [StreamReport];
          const { read, loaded, unchanged, deleted, duplicate, quarantined, skipped } = report;
          expect(read).toBe(loaded + unchanged + deleted + duplicate + quarantined);
          const twos = all.flat().filter((each) => (each as TestRow | null)?.what === 'two').length;
          expect(read + skipped).toBe(all.flat().length + twos);
          expect(report.rows).toBe(all.flat().length);
          expect(report.quarantineBy.reduce((sum, { count }) => sum + count, 0)).toBe(quarantined);
          expect(report.quarantine).toHaveLength(quarantined);
        }
      },
    ),
  );
});

it('a read that is broken off at any pages and resumed ends like one that is not (property)', async () => {
  await fc.assert(
    fc.asyncProperty(
      pages,
      fc.array(fc.nat(12), { maxLength: 3 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('abort', 'fail', 'kill'),
      async (all, breaks, batchSize, how) => {
        const old = [[{ id: 's1' }, { id: 's2', name: 'Old name' }, { id: 's99' }]];
        const prepared = async () => {
          const target = new MemoryTarget();
          await sync({ sources: [sourceOf({ schools: pagesStream(old) })], target });
          return target;
        };
        const options = { deletes: 'snapshot-diff' } as const;
        const straight = await prepared();
        const whole = await sync({
          sources: [sourceOf({ schools: pagesStream(all, options) })],
          target: straight,
          batchSize,
          maxDeletedShare: 1,
        });

        const target = await prepared();
        for (const at of breaks) {
          const controller = new AbortController();
          const normal = pagesStream(all, options);
          const broken = pagesStream(all, {
            ...options,
            async *read(context) {
              for await (const page of normal.read(context)) {
                if (page.place.page === at + 1) {
                  if (how === 'abort') controller.abort();
                  if (how === 'fail') throw new Error('broken');
                }
                yield page;
              }
            },
          });
          // A killed process: from some batch on nothing is written any more.
          let batches = 0;
          target.beforeLoad = () => {
            batches += 1;
            if (how === 'kill' && batches > at) throw new Error('killed');
          };
          await sync({
            sources: [sourceOf({ schools: broken })],
            target,
            batchSize,
            signal: controller.signal,
            maxDeletedShare: 1,
          });
          target.beforeLoad = () => undefined;
          const checkpoint = await target.checkpoint('test', 'schools');
          if (
            checkpoint?.complete === true &&
            checkpoint.run !== undefined &&
            checkpoint.counts.rows === all.flat().length
          )
            return;
        }
        const end = await sync({
          sources: [sourceOf({ schools: pagesStream(all, options) })],
          target,
          batchSize,
          maxDeletedShare: 1,
        });
        expect(target.contents('test', 'Organisation')).toEqual(straight.contents('test', 'Organisation'));
        const [a, b] = [end.streams[0] as StreamReport, whole.streams[0] as StreamReport];
        expect(numbers(a)).toEqual(numbers(b));
        expect(a).toMatchObject({
          skippedBy: b.skippedBy,
          drift: b.drift,
          deletes: b.deletes,
          completeness: b.completeness,
        });
        expect(new Set(a.quarantineBy.map((each) => JSON.stringify(each)))).toEqual(
          new Set(b.quarantineBy.map((each) => JSON.stringify(each))),
        );
        expect(a.notes.filter((note) => note.includes('counted as loaded'))).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});

it('a resumed run goes on from counts that its target did not complete, and says so', async () => {
  const target = new MemoryTarget();
  const pagesOf = [[{ id: 'a' }], [{ id: 'b' }]];
  const broken = pagesStream(pagesOf, {
    async *read() {
      yield { rows: pagesOf[0] as TestRow[], place: {}, cursor: { page: 1 } };
      throw new Error('x');
    },
  });
  await sync({ sources: [sourceOf({ schools: broken })], target });
  const checkpoint = target.checkpoint.bind(target);
  target.checkpoint = async (source, stream) => {
    const found = await checkpoint(source, stream);
    return found && { ...found, counts: { rows: 1, read: 1 } };
  };
  const report = (await sync({ sources: [sourceOf({ schools: pagesStream(pagesOf) })], target })).streams[0];
  expect(report).toMatchObject({ read: 2, loaded: 2 });
  expect(report?.notes[0]).toContain('counted as loaded');
});
