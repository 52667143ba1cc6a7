import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pseudonymMaker } from './make-pseudonym.ts';

it('is the first half of the HMAC of kind and value, for any key, kind and value', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 16, maxLength: 150 }),
      fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 500, maxLength: 3000 })), {
        maxLength: 5,
      }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      (key, values, kind) => {
        const make = pseudonymMaker(key, kind);
        for (const value of values)
          expect(make(value)).toBe(
            createHmac('sha256', key)
              .update(`${kind.length}:${kind}:${value}`)
              .digest()
              .subarray(0, 16)
              .toString('base64url'),
          );
      },
    ),
    { numRuns: 300 },
  );
});
