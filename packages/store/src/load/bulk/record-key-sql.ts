import { blobValue } from '@duckdb/node-api';
import type { Values } from '../../database/writer.ts';
import { hmacSql } from './hmac-sql.ts';

/** Bytes of a block of SHA-256. */
const blockBytes = 64;

/**
 * The record key of a student, see `recordKey`, made by the engine of the columns of `m`.
 *
 * @param salt in base64, not longer than a block
 */
export function recordKeySql(salt: string): { readonly column: string; readonly values: Values } {
  const block = new Uint8Array(blockBytes);
  block.set(Buffer.from(salt, 'base64'));
  const digest = hmacSql({ inner: '$salt_inner', outer: '$salt_outer' }, `coalesce(m."link_key", m."id")`);
  // The first four bytes, the last of them first.
  const bytes = [7, 5, 3, 1].map((from) => `substr(digest, ${from}, 2)`).join(' || ');
  return {
    column: `list_transform([${digest}], lambda digest: cast('0x' || ${bytes} as uinteger))[1] as record_key`,
    values: {
      salt_inner: blobValue(block.map((byte) => byte ^ 0x36)),
      salt_outer: blobValue(block.map((byte) => byte ^ 0x5c)),
    },
  };
}
