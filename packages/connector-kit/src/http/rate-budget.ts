import type { Sleep } from './sleep.ts';

/** What is known of one host: when requests are allowed again, and whether it can be reached. Shared by every client of that host. */
export interface RateBudget {
  /** Milliseconds to wait before the next request; 0 when it may go now. */
  waitFor(): number;
  /** Waits until requests are allowed. */
  wait(signal?: AbortSignal): Promise<void>;
  /** Allows no request for this many milliseconds. */
  pause(milliseconds: number): void;
  /** True when the host could not be reached with all retries, and has not answered since. */
  isLost(): boolean;
  /** Notes that the host could not be reached with all retries. */
  lost(): void;
  /** Notes that the host answered, whatever it said. */
  reached(): void;
}

/** Makes the budget of one host. */
export function createRateBudget({ now, sleep }: { now: () => number; sleep: Sleep }): RateBudget {
  let until = 0;
  let lost = false;
  const waitFor = () => Math.max(0, until - now());
  return {
    waitFor,
    async wait(signal) {
      for (let rest = waitFor(); rest > 0; rest = waitFor()) await sleep(rest, signal);
    },
    pause(milliseconds) {
      until = Math.max(until, now() + milliseconds);
    },
    isLost: () => lost,
    lost() {
      lost = true;
    },
    reached() {
      lost = false;
    },
  };
}
