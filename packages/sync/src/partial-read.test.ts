import { expect, it } from 'vitest';
import { only, rows } from './__fixtures__/helpers.ts';
import { MemoryTarget } from './__fixtures__/memory-target.ts';
import { pagesStream, sourceOf } from './__fixtures__/test-source.ts';
import { sync } from './sync.ts';

it('a read that says it is partial takes nothing for deleted, also on a full sync, and what it gave is known', async () => {
  const target = new MemoryTarget();
  const schools = (from: number, to: number, reason?: string) =>
    sourceOf({
      schools: pagesStream([], {
        deletes: 'snapshot-diff',
        async *read({ partial }) {
          if (reason !== undefined) partial(reason);
          yield { rows: rows(from, to), place: { page: 1 }, total: to - from };
        },
      }),
    });
  await sync({ sources: [schools(0, 5)], target });
  const options = { target, full: true, maxDeletedShare: 1 };
  const part = only(await sync({ sources: [schools(4, 7, 'Only changes came.')], ...options }));
  expect(part).toMatchObject({
    deletes: { unknown: expect.any(String) },
    deletedUnseen: 0,
    notes: ['Only changes came.'],
  });
  expect(target.contents('test', 'Organisation')).toHaveLength(7);
  const whole = only(await sync({ sources: [schools(0, 5)], ...options }));
  expect(whole).toMatchObject({ deletes: 'applied', deletedUnseen: 2 });
});
