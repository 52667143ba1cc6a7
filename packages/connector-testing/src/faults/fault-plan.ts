import { createRandom, type Random } from '../random.ts';

/** Faults of a source, as real servers have them. */
export const faultKinds = [
  '429',
  '500',
  '503',
  'no connection',
  'reset mid-body',
  'truncated body',
  'slow drip',
  'wrong content type',
  'duplicate page',
  'reordered page',
  'false empty page',
  'cursor loop',
  'token expiry',
  'schema drift',
  'failure with status 200',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** A fault at a request. */
export interface Fault {
  readonly kind: FaultKind;
  /** Which request, counted from 1 over all runs. */
  readonly request: number;
  /** How many requests in a row; more than a client repeats a request, and the stream fails. */
  readonly times: number;
  /** Seed of what is chosen inside an answer. */
  readonly seed: number;
}

/** Faults of a store. */
export const storeFaultKinds = ['failed before commit', 'failed after commit', 'acknowledged late'] as const;

export type StoreFaultKind = (typeof storeFaultKinds)[number];

/** What a store does: writing a batch, removing what a complete run did not meet, bringing roll-ups up to date. */
export const storeOperations = ['load', 'deleteUnseen', 'refresh'] as const;

export type StoreOperation = (typeof storeOperations)[number];

/** A fault of a store at one of its operations. */
export interface StoreFault {
  readonly kind: StoreFaultKind;
  readonly operation: StoreOperation;
  /** Which call of that operation, counted from 1 over all runs. */
  readonly call: number;
}

/** What goes wrong, and when. */
export interface FaultPlan {
  readonly seed: number;
  readonly faults: readonly Fault[];
  readonly storeFaults: readonly StoreFault[];
  /** How far the host's clock is from the server's, in milliseconds: at most twelve hours either way. */
  readonly clockSkew: number;
  /** Requests after which the sync is stopped. */
  readonly stops: readonly number[];
}

/** What a plan is made for. */
export interface FaultPlanOptions {
  /** How many requests a sync makes, about: faults lie within twice as many. Default 20. */
  readonly requests?: number;
  /** How many commits a sync makes, about. Default 10. */
  readonly loads?: number;
  /** Kinds to choose from; default all. */
  readonly kinds?: readonly FaultKind[];
}

const hour = 3_600_000;
/** A sync removes once for each stream that is compared as a whole, and refreshes once. */
const mostDeletes = 8;
const mostRefreshes = 3;

/**
 * Makes a plan of faults from a seed: the same seed and options give the same faults.
 *
 * @example
 * ```ts
 * import { createFaultPlan } from '@collegial/connector-testing';
 *
 * const plan = createFaultPlan(42, { requests: 30 });
 * plan.faults.every(({ request }) => request >= 1 && request <= 60); // true
 * ```
 */
export function createFaultPlan(
  seed: number,
  { requests = 20, loads = 10, kinds = faultKinds }: FaultPlanOptions = {},
): FaultPlan {
  const random = createRandom(seed);
  const faults = Array.from({ length: random.between(1, 6) }, () => ({
    kind: random.pick(kinds),
    request: random.between(1, Math.max(1, requests * 2)),
    times: random.chance(0.2) ? random.between(2, 8) : 1,
    seed: random.between(1, 1e9),
  }));
  const loadFaults = Array.from({ length: random.between(0, 3) }, () => ({
    kind: random.pick(storeFaultKinds),
    operation: 'load' as const,
    call: random.between(1, Math.max(1, loads * 2)),
  }));
  return {
    seed,
    faults: faults.sort((a, b) => a.request - b.request),
    clockSkew: random.chance(0.3) ? random.between(-12, 12) * hour : 0,
    stops: random.chance(0.2) ? [random.between(1, Math.max(1, requests))] : [],
    storeFaults: [...loadFaults.sort((a, b) => a.call - b.call), ...faultsAtTheEnd(random)],
  };
}

/** When everything is read, what was not met is removed and roll-ups are refreshed: now and then that fails. */
function faultsAtTheEnd(random: Random): StoreFault[] {
  const faults: StoreFault[] = [];
  if (random.chance(0.25))
    faults.push({
      kind: random.pick(storeFaultKinds),
      operation: 'deleteUnseen',
      call: random.between(1, mostDeletes),
    });
  if (random.chance(0.15))
    faults.push({
      kind: random.pick(storeFaultKinds),
      operation: 'refresh',
      call: random.between(1, mostRefreshes),
    });
  return faults;
}
