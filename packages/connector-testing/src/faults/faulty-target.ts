import type { LoadTarget } from '@collegial/model';
import type { TestClock } from '../test-clock.ts';
import type { FaultPlan } from './fault-plan.ts';

/** Further options of {@link faultyTarget}. */
export interface FaultyTargetOptions {
  /** Moves while an acknowledgement is late; default: none does. */
  readonly clock?: TestClock;
  /** Called with every commit, before it. */
  readonly onLoad?: () => void;
}

const lateBy = 30_000;

/**
 * A target that fails as a plan says: before it commits, after it has committed, or by saying late that it has. Commits are counted over all runs.
 *
 * @example
 * ```ts
 * import { faultyTarget, MemoryTarget } from '@collegial/connector-testing';
 *
 * const memory = new MemoryTarget();
 * const target = faultyTarget(memory, { storeFaults: [{ kind: 'failed after commit', load: 1 }] });
 * ```
 */
export function faultyTarget(
  target: LoadTarget,
  { storeFaults }: Pick<FaultPlan, 'storeFaults'>,
  { clock, onLoad }: FaultyTargetOptions = {},
): LoadTarget {
  let loads = 0;
  return {
    checkpoint: (source, stream) => target.checkpoint(source, stream),
    async load(batch) {
      loads += 1;
      onLoad?.();
      const kind = storeFaults.find(({ load }) => load === loads)?.kind;
      if (kind === 'failed before commit') throw new Error('The disk is full.');
      const result = await target.load(batch);
      if (kind === 'failed after commit') throw new Error('The connection to the store was lost.');
      if (kind === 'acknowledged late') {
        clock?.advance(lateBy);
        for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      }
      return result;
    },
    deleteUnseen: (options) => target.deleteUnseen(options),
    refresh: () => target.refresh(),
  };
}
