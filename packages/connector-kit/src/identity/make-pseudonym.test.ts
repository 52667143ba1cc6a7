import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pseudonymMaker } from './make-pseudonym.ts';

it('is the first half of the HMAC of the text, for any key and text', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 16, maxLength: 150 }),
      fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 500, maxLength: 3000 })), {
        maxLength: 5,
      }),
      (key, texts) => {
        const make = pseudonymMaker(key);
        for (const text of texts)
          expect(make(text)).toBe(
            createHmac('sha256', key).update(text).digest().subarray(0, 16).toString('base64url'),
          );
      },
    ),
    { numRuns: 300 },
  );
});
