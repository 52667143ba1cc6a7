import type { LoadBatch } from '@collegial/model';
import { expect, it } from 'vitest';
import { MemoryTarget } from '../memory-target.ts';
import { createTestClock } from '../test-clock.ts';
import type { StoreFaultKind } from './fault-plan.ts';
import { faultyTarget } from './faulty-target.ts';

const batch = (id: string): LoadBatch<'Organisation'> => ({
  source: 'a',
  stream: 'schools',
  entity: 'Organisation',
  run: 'r',
  records: [{ id, kind: 'school', name: 'A school' } as never],
  deletedKeys: [],
  quarantined: [],
  checkpoint: { cursor: id, cursorVersion: 1, run: 'r', complete: false, counts: {} },
});

it.each<[StoreFaultKind, boolean, boolean]>([
  ['failed before commit', true, false],
  ['failed after commit', true, true],
  ['acknowledged late', false, true],
])('%s', async (kind, fails, written) => {
  const memory = new MemoryTarget();
  const clock = createTestClock();
  const target = faultyTarget(memory, { storeFaults: [{ kind, operation: 'load', call: 2 }] }, { clock });
  await target.load(batch('one'));
  const outcome = await target.load(batch('two')).then(
    () => 'done',
    () => 'failed',
  );
  expect(outcome).toBe(fails ? 'failed' : 'done');
  expect(memory.count('Organisation')).toBe(written ? 2 : 1);
  expect((await target.checkpoint('a', 'schools'))?.cursor).toBe(written ? 'two' : 'one');
  expect(clock.now() > createTestClock().now()).toBe(kind === 'acknowledged late');
  expect((await target.load(batch('three'))).loaded).toBe(1);
});
