import { CollegialError } from '@collegial/model';
import type { Identity } from '../contract/context.ts';
import { hmacPads, pseudonymMaker } from './make-pseudonym.ts';
import { Remembered } from './remembered.ts';

/**
 * Makes the identity of a tenant: HMAC-SHA-256 over kind and value, of which 128 bits are kept, written in 22
 * characters of base64url. Without the key a pseudonym can neither be reversed nor be made from a known
 * identifier. What was made lately is remembered, since the same student comes with many marks.
 *
 * @param key at least 16 bytes (32 are recommended), as bytes or as base64 or base64url; `undefined`: every
 * call of `pseudonym` throws, so that sources without personal identifiers need no key
 * @throws CollegialError `argument.invalid` when the key is too short or not base64
 * @example
 * ```ts
 * import { createIdentity } from '@collegial/connector-kit';
 *
 * const identity = createIdentity('MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=');
 * identity.pseudonym('student', 'wonde:A1').length; // 22
 * ```
 */
export function createIdentity(key: string | Uint8Array | undefined): Identity {
  if (key === undefined) return { pseudonym: refuse, hmac: refuse };
  const bytes = bytesOf(key);
  const kinds = new Map<string, (value: string) => string>();
  const makerOf = (kind: string) => {
    const remembered = new Remembered();
    const make = pseudonymMaker(bytes, kind);
    return (value: string) => remembered.get(value, make);
  };
  return {
    pseudonym(kind, value) {
      let of = kinds.get(kind);
      if (of === undefined) {
        of = makerOf(kind);
        kinds.set(kind, of);
      }
      return of(value);
    },
    hmac: () => hmacPads(bytes),
  };
}

function bytesOf(key: string | Uint8Array): Buffer {
  if (typeof key === 'string' && !/^[\w+/-]+={0,2}$/.test(key)) throw unusable('is not base64');
  const bytes = typeof key === 'string' ? Buffer.from(key, 'base64') : Buffer.from(key);
  if (bytes.length < 16) throw unusable('is shorter than 16 bytes');
  return bytes;
}

function unusable(why: string): CollegialError {
  return new CollegialError({
    code: 'argument.invalid',
    message: `The pseudonymisation key ${why}.`,
    fix: 'Use 32 random bytes in base64, for example from `openssl rand -base64 32`.',
  });
}

function refuse(): never {
  throw new CollegialError({
    code: 'identity.key-missing',
    message: 'This source holds personal identifiers, and there is no key to make pseudonyms with.',
  });
}
