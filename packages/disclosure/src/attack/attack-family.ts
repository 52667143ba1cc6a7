import type { Family, ProtectedCell } from '../family/family.ts';
import { readableFamily } from '../family/readable-family.ts';
import { findLeaks, type Leak } from './find-leaks.ts';

/** A leak and who can find it. */
export interface ReaderLeak extends Leak {
  /** Id of the holder; `undefined` for a reader who knows only what is published. */
  readonly reader: string | undefined;
}

/**
 * Attacks published tables as every reader would, and lists the small counts that can be named better than the policy
 * allows. Empty for what {@link protectFamily} gives; not for tables in which only the small cells were hidden.
 *
 * @param published what was published of the family's cells, by id
 */
export function attackFamily(family: Family, published: ReadonlyMap<string, ProtectedCell>): ReaderLeak[] {
  const readable = readableFamily(family);
  const hidden = new Map(
    family.cells.filter(({ id }) => published.get(id)?.state !== 'shown').map(({ id }) => [id, true]),
  );
  const names = [undefined, ...(family.holders ?? []).map((holder) => holder.id)];
  return readable.readers.flatMap((knows, index) =>
    findLeaks(readable, hidden, knows).map((leak) => ({ ...leak, reader: names[index] })),
  );
}
