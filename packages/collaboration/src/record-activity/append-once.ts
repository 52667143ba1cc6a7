import type { Inbox, InboxEntry } from '@collegial/model';
import { writeError } from './write-error.ts';
import type { WriteOptions } from './write-options.ts';

/**
 * Appends an entry, and makes sure that what stands at its position is this entry: an inbox of a vendor's own may not compare contents.
 *
 * @throws CollegialError `inbox.key-reused`
 */
export async function appendOnce(
  inbox: Inbox,
  entry: InboxEntry,
  { tenant, idempotencyKey }: WriteOptions,
): Promise<{ position: number }> {
  const { position } = await inbox.append(entry, { tenant, idempotencyKey });
  const [written] = await inbox.read({ tenant, after: position - 1, limit: 1 });
  if (written?.position !== position || !sameContent(written.entry, entry)) {
    throw writeError('inbox.key-reused', 'idempotencyKey', 'This key was used for something else before.');
  }
  return { position };
}

/** Compares as data: the order of fields and fields that are not known make no difference. */
function sameContent(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object') return false;
  const left = Object.entries(one ?? {}).filter(known);
  const right = new Map(Object.entries(other ?? {}).filter(known));
  return (
    Array.isArray(one) === Array.isArray(other) &&
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && sameContent(value, right.get(key)))
  );
}

const known = ([, value]: [string, unknown]) => value !== null && value !== undefined;
