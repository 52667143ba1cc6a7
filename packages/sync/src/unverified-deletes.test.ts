import { expect, it } from 'vitest';
import { only, rows } from './__fixtures__/helpers.ts';
import { MemoryTarget } from './__fixtures__/memory-target.ts';
import { pagesStream, sourceOf } from './__fixtures__/test-source.ts';
import { sync } from './sync.ts';

/** Pages of a source that does not say how many rows it has; `fails` before the end. */
const listed = (pages: readonly (readonly unknown[])[], { fails = false, total = false } = {}) =>
  sourceOf({
    schools: pagesStream([], {
      deletes: 'snapshot-diff',
      async *read({ cursor }) {
        for (let page = cursor?.page ?? 0; page < pages.length; page += 1)
          yield {
            rows: pages[page] as never,
            place: { page: page + 1 },
            cursor: { page: page + 1 },
            ...(total && { total: pages.flat().length }),
          };
        if (fails) throw new Error('broken');
      },
    }),
  });

const pending = (count: number) => ({
  unknown: `The source does not say how many rows it has: ${count} records that were not met are kept until the next complete read does not meet them either.`,
});

const keeping = () => {
  const target = new MemoryTarget();
  return {
    target,
    held: () => target.contents('test', 'Organisation').length,
    read: async (source: ReturnType<typeof listed>, options: { full?: boolean } = {}) =>
      only(await sync({ sources: [source], target, ...options })),
  };
};

it('without a total, a false empty page at the end deletes nothing', async () => {
  const { read, held } = keeping();
  await read(listed([rows(0, 9), rows(9, 10)]));
  expect(await read(listed([rows(0, 9), []]))).toMatchObject({ deletes: pending(1), deletedUnseen: 0 });
  expect(held()).toBe(10);
  expect(await read(listed([rows(0, 9), rows(9, 10)]))).toMatchObject({ deletes: 'applied' });
  expect(await read(listed([rows(0, 8), rows(9, 10)]))).toMatchObject({ deletes: pending(1) });
  expect(held()).toBe(10);
});

it('without a total, what two complete reads in a row did not meet is deleted', async () => {
  const { read, held } = keeping();
  await read(listed([rows(0, 10)]));
  expect(await read(listed([rows(0, 9)]))).toMatchObject({ deletes: pending(1), deletedUnseen: 0 });
  expect(await read(listed([rows(0, 9)]))).toMatchObject({ deletes: 'applied', deletedUnseen: 1 });
  expect(held()).toBe(9);
});

it('a read that set something aside, or that broke off, is not one of the two', async () => {
  const { read, held } = keeping();
  await read(listed([rows(0, 10)]));
  await read(listed([rows(0, 9)]));
  expect((await read(listed([rows(0, 9), [{ id: 1 }]]))).deletes).toMatchObject({
    unknown: expect.stringContaining('set aside'),
  });
  expect((await read(listed([rows(0, 9)], { fails: true }))).status).toBe('failed');
  expect(held()).toBe(10);
  expect(await read(listed([rows(0, 9)]))).toMatchObject({ deletes: 'applied', deletedUnseen: 1 });
});

it('a read that was interrupted after it compared, and goes on, is one read', async () => {
  const { read, held, target } = keeping();
  await read(listed([rows(0, 10)]));
  target.beforeLoad = ({ checkpoint }) => {
    if (checkpoint.complete) throw new Error('killed');
  };
  expect((await read(listed([rows(0, 9)]))).status).toBe('failed');
  target.beforeLoad = () => undefined;
  const resumed = await read(listed([rows(0, 9)]));
  expect(resumed).toMatchObject({ status: 'complete', deletes: pending(1), deletedUnseen: 0 });
  expect(resumed.resumedAfter).not.toBeNull();
  expect(held()).toBe(10);
  expect(await read(listed([rows(0, 9)]))).toMatchObject({ deletes: 'applied', deletedUnseen: 1 });
});

it('with a total that was met, nothing waits', async () => {
  const { read, held } = keeping();
  await read(listed([rows(0, 10)]));
  expect(await read(listed([rows(0, 9)], { total: true }))).toMatchObject({ deletedUnseen: 1 });
  expect(held()).toBe(9);
});

it('two empty reads in a row delete nothing', async () => {
  const { read, held } = keeping();
  await read(listed([rows(0, 10)]));
  for (const _ of ['first', 'second', 'third'])
    expect((await read(listed([[]]))).deletes).toMatchObject({ unknown: expect.stringContaining('removed') });
  expect(held()).toBe(10);
});
