import { createHash } from 'node:crypto';

/** An id in Wonde's form, the same for the same thing in every run: `A` and digits, from 48 bits of a hash. */
export function wireId(kind: string, id: string): string {
  const digest = createHash('sha256').update(`${kind}\0${id}`).digest();
  return `A${digest.readUIntBE(0, 6)}`;
}
