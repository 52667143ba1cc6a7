/**
 * Iterates in the same order, while what comes next is already being read: the source goes on as far as
 * `depth` items ahead of the one who takes them. An error is passed on after the items that came before it.
 * When the taker stops, or the signal aborts, the source is told to return and is not waited for.
 */
export async function* readAhead<Item>(
  source: AsyncIterable<Item>,
  { depth = 1, signal }: { depth?: number; signal?: AbortSignal } = {},
): AsyncGenerator<Item, void, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  const ready: IteratorResult<Item>[] = [];
  let failure: { error: unknown } | undefined;
  let finished = false;
  let reading = false;
  let wake: (() => void) | undefined;

  const read = () => {
    if (reading || finished || ready.length >= depth) return;
    reading = true;
    iterator.next().then(
      (result) =>
        settle(() => {
          finished = result.done === true;
          ready.push(result);
        }),
      (error: unknown) =>
        settle(() => {
          finished = true;
          failure = { error };
        }),
    );
  };
  const settle = (note: () => void) => {
    reading = false;
    note();
    wake?.();
    read();
  };
  const stop = () => {
    wake?.();
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      if (signal?.aborted === true) throw signal.reason;
      read();
      const next = ready.shift();
      if (next !== undefined) {
        if (next.done === true) return;
        read();
        yield next.value;
        continue;
      }
      if (failure !== undefined) throw failure.error;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      wake = undefined;
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    if (!finished) {
      finished = true;
      iterator.return?.()?.then(undefined, () => undefined);
    }
  }
}
