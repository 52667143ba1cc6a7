import type { LoadTarget } from '@collegial/model';
import type { TestClock } from '../test-clock.ts';
import type { FaultPlan, StoreOperation } from './fault-plan.ts';

/** Further options of {@link faultyTarget}. */
export interface FaultyTargetOptions {
  /** Moves while an acknowledgement is late; default: none does. */
  readonly clock?: TestClock;
  /** Called with every commit, before it. */
  readonly onLoad?: () => void;
}

const lateBy = 30_000;

/**
 * A target that fails as a plan says: before it commits, after it has committed, or by saying late that it has. Calls of each operation are
 * counted over all runs.
 *
 * @example
 * ```ts
 * import { faultyTarget, MemoryTarget } from '@collegial/connector-testing';
 *
 * const memory = new MemoryTarget();
 * const storeFaults = [{ kind: 'failed after commit', operation: 'load', call: 1 }] as const;
 * const target = faultyTarget(memory, { storeFaults });
 * ```
 */
export function faultyTarget(
  target: LoadTarget,
  { storeFaults }: Pick<FaultPlan, 'storeFaults'>,
  { clock, onLoad }: FaultyTargetOptions = {},
): LoadTarget {
  const calls: Record<StoreOperation, number> = { load: 0, deleteUnseen: 0, refresh: 0 };
  const faulty = async <Result>(operation: StoreOperation, run: () => Promise<Result>): Promise<Result> => {
    calls[operation] += 1;
    const kind = storeFaults.find(
      (fault) => fault.operation === operation && fault.call === calls[operation],
    )?.kind;
    if (kind === 'failed before commit') throw new Error('The disk is full.');
    const result = await run();
    if (kind === 'failed after commit') throw new Error('The connection to the store was lost.');
    if (kind === 'acknowledged late') {
      clock?.advance(lateBy);
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    }
    return result;
  };
  return {
    checkpoint: (source, stream) => target.checkpoint(source, stream),
    load(batch) {
      onLoad?.();
      return faulty('load', () => target.load(batch));
    },
    deleteUnseen: (options) => faulty('deleteUnseen', () => target.deleteUnseen(options)),
    refresh: () => faulty('refresh', () => target.refresh()),
  };
}
