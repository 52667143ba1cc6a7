import { setTimeout as delay } from 'node:timers/promises';

/** Waits for milliseconds; rejects when the signal aborts. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** Waits by the machine's clock. */
export const sleep: Sleep = async (milliseconds, signal) => {
  await delay(milliseconds, undefined, signal === undefined ? {} : { signal });
};
