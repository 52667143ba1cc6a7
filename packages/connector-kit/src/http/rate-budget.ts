import type { Sleep } from './sleep.ts';

/** When requests to one host are allowed again: shared by every client of that host. */
export interface RateBudget {
  /** Milliseconds to wait before the next request; 0 when it may go now. */
  waitFor(): number;
  /** Waits until requests are allowed. */
  wait(signal?: AbortSignal): Promise<void>;
  /** Allows no request for this many milliseconds. */
  pause(milliseconds: number): void;
}

/** Makes the budget of one host. */
export function createRateBudget({ now, sleep }: { now: () => number; sleep: Sleep }): RateBudget {
  let until = 0;
  const waitFor = () => Math.max(0, until - now());
  return {
    waitFor,
    async wait(signal) {
      for (let rest = waitFor(); rest > 0; rest = waitFor()) await sleep(rest, signal);
    },
    pause(milliseconds) {
      until = Math.max(until, now() + milliseconds);
    },
  };
}
