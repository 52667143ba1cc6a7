import { CollegialError } from '@collegial/model';
import type { Writer } from '../database/writer.ts';
import { readMeta, writeMeta } from '../schema/meta.ts';

/**
 * Notes the fingerprint of the first key, and refuses another one. The caller holds the transaction.
 *
 * @throws CollegialError `identity.key-changed`
 */
export async function keepKey(writer: Writer, fingerprint: string): Promise<void> {
  const known = (await readMeta(writer)).get('key-fingerprint');
  if (known === fingerprint) return;
  if (known !== undefined) {
    throw new CollegialError({
      code: 'identity.key-changed',
      message: 'The store holds people under pseudonyms of another key.',
    });
  }
  await writeMeta(writer, 'key-fingerprint', fingerprint);
}
