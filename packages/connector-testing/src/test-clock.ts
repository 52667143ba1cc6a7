/** A clock that stands still until somebody sleeps: sleeping moves it on, and takes no time. */
export interface TestClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Moves the clock on; rejects with the signal's reason when that is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  advance(milliseconds: number): void;
  /** Every sleep so far, in milliseconds. */
  readonly sleeps: readonly number[];
}

/**
 * Makes a clock for tests.
 *
 * @param start ISO 8601 instant; default `2024-09-02T06:00:00Z`
 */
export function createTestClock(start = '2024-09-02T06:00:00Z'): TestClock {
  let time = Date.parse(start);
  const sleeps: number[] = [];
  return {
    now: () => time,
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted();
      sleeps.push(milliseconds);
      time += milliseconds;
    },
    advance(milliseconds) {
      time += milliseconds;
    },
    sleeps,
  };
}
