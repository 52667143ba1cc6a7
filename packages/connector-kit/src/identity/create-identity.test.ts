import { createHmac, randomBytes } from 'node:crypto';
import { CollegialError } from '@collegial/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIdentity } from './create-identity.ts';

const key = Buffer.from('0123456789abcdef0123456789abcdef');

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return CollegialError.isInstance(error) ? error.code : 'other';
  }
  return 'none';
}

describe('createIdentity', () => {
  it('keeps 128 bits of HMAC-SHA-256 in base64url, the same for bytes and base64', () => {
    const expected = createHmac('sha256', key)
      .update('7:student:A1')
      .digest()
      .subarray(0, 16)
      .toString('base64url');
    expect(createIdentity(key).pseudonym('student', 'A1')).toBe(expected);
    expect(createIdentity(key.toString('base64')).pseudonym('student', 'A1')).toBe(expected);
    expect(expected).toMatch(/^[\w-]{22}$/);
  });

  it('keeps kinds apart, and kind from value', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.string(),
        fc.string(),
        (kind, value, otherKind, otherValue) => {
          const identity = createIdentity(key);
          const same = kind === otherKind && value === otherValue;
          expect(identity.pseudonym(kind, value) === identity.pseudonym(otherKind, otherValue)).toBe(same);
        },
      ),
    );
    expect(createIdentity(key).pseudonym('ab', 'c')).not.toBe(createIdentity(key).pseudonym('a', 'bc'));
  });

  it('gives the same pseudonyms when it has forgotten', () => {
    const identity = createIdentity(key);
    const first = identity.pseudonym('student', '0');
    for (let value = 1; value <= 250_000; value += 1) identity.pseudonym('student', String(value));
    expect(identity.pseudonym('student', '0')).toBe(first);
  });

  it('differs by key', () => {
    expect(createIdentity(randomBytes(32)).pseudonym('a', 'b')).not.toBe(
      createIdentity(key).pseudonym('a', 'b'),
    );
  });

  it('without a key refuses when a pseudonym is asked for, not before', () => {
    const identity = createIdentity(undefined);
    expect(codeOf(() => identity.pseudonym('student', 'A1'))).toBe('identity.key-missing');
  });

  it('refuses keys that are short or not base64', () => {
    expect(codeOf(() => createIdentity('c2hvcnQ='))).toBe('argument.invalid');
    expect(codeOf(() => createIdentity('my school password!!'))).toBe('argument.invalid');
    expect(codeOf(() => createIdentity(new Uint8Array(15)))).toBe('argument.invalid');
    expect(codeOf(() => createIdentity(''))).toBe('argument.invalid');
  });
});
