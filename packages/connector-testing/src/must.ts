/** Fails a check. */
export function must(condition: boolean, message: string | (() => string)): asserts condition {
  if (!condition) throw new Error(typeof message === 'string' ? message : message());
}

/** A few of many, for a message. */
export function some(items: Iterable<string>, most = 4): string {
  const all = [...items];
  return all.length <= most
    ? all.join(', ')
    : `${all.slice(0, most).join(', ')} and ${all.length - most} more`;
}
