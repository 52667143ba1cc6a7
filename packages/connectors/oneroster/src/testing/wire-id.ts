import { createHash } from 'node:crypto';

/** A `sourcedId` for a record of the dataset: opaque, and always the same. */
export function wireId(kind: string, id: string): string {
  return `${kind}-${createHash('sha256').update(`${kind} ${id}`).digest('hex').slice(0, 16)}`;
}

/** A reference; `href` is added when it is sent. */
export function reference(type: string, sourcedId: string) {
  return { sourcedId, type };
}
