import { createHash } from 'node:crypto';

/**
 * A short mark to know a row again by. Eight hexadecimal digits, on purpose: enough to tell neighbours apart, too few to find a person by, since it
 * stands in checkpoints. The order of fields does not matter.
 */
export function rowMark(row: unknown): string {
  return createHash('sha256').update(canonical(row)).digest('hex').slice(0, 8);
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? 'undefined'
  );
}
