import { createHmac } from 'node:crypto';

/**
 * The record key of a person: 32 bits of a keyed hash, evenly spread, the same at every school where the person has the
 * same link key. Protection derives its noise from sums of these keys, so the salt must never leave the store.
 */
export function recordKey(salt: string, personId: string): number {
  return createHmac('sha256', Buffer.from(salt, 'base64')).update(personId).digest().readUInt32LE(0);
}
