/**
 * A signal that aborts with the first of several. Its own controller rather than `AbortSignal.any`, which
 * keeps every short-lived signal for as long as the long-lived one lives; `release` takes the listeners off
 * again.
 */
export function joinSignals(signals: readonly AbortSignal[]): {
  signal: AbortSignal;
  release: () => void;
  abort: () => void;
} {
  const controller = new AbortController();
  const abort = () => controller.abort();
  for (const signal of signals) {
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  }
  return {
    signal: controller.signal,
    abort,
    release() {
      for (const signal of signals) signal.removeEventListener('abort', abort);
    },
  };
}

/** Limits one attempt, body included. `passed` rejects even when a `fetch` takes no notice of its signal. */
export function limitTime(timeout: number, signals: readonly AbortSignal[]) {
  const { signal, abort, release } = joinSignals(signals);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    abort();
  }, timeout);
  const passed = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  passed.catch(() => undefined);
  return {
    signal,
    passed,
    timedOut: () => timedOut,
    release() {
      clearTimeout(timer);
      release();
    },
  };
}
