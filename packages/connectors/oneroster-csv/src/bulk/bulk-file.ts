import type { BulkFile } from '@collegial/model';
import { type Bundles, openBundles } from '../bundle/open-bundles.ts';
import type { TableName } from '../bundle/tables.ts';

/**
 * A table for a store that reads files itself: only one that came whole, in a bundle that stands alone.
 *
 * @param path of the bundle, which is opened anew for the bytes
 * @param required columns that must be there
 */
export function bulkFile(
  { all }: Bundles,
  path: string,
  table: TableName,
  required: readonly string[],
): BulkFile | undefined {
  const found = all[0]?.table(table);
  if (all.length > 1 || found?.processing !== 'bulk') return undefined;
  const { name, stamp } = found.source;
  return { file: name, bytes: () => bytesOf(path, table), required, ...(stamp !== undefined && { stamp }) };
}

async function* bytesOf(path: string, table: TableName): AsyncGenerator<Uint8Array, void, undefined> {
  const bundles = await openBundles(path);
  try {
    const found = bundles.all[0]?.table(table);
    if (found !== undefined) yield* found.source.open();
  } finally {
    bundles.close();
  }
}
