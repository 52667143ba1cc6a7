/** Counts requests in windows of fixed length: the whole seconds to wait, or 0 when a request may go on. */
export function createRateLimit(
  limit: { readonly requests: number; readonly seconds: number } | undefined,
  now: () => number,
): () => number {
  let begun = Number.NEGATIVE_INFINITY;
  let counted = 0;
  return () => {
    if (limit === undefined) return 0;
    const time = now();
    if (time - begun >= limit.seconds * 1000) {
      begun = time;
      counted = 0;
    }
    counted += 1;
    return counted <= limit.requests
      ? 0
      : Math.max(1, Math.ceil((begun + limit.seconds * 1000 - time) / 1000));
  };
}
