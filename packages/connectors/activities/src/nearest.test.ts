import { activityKinds } from '@collegial/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const known = activityKinds.map(({ id }) => id);

describe('nearest', () => {
  it('puts the word that was meant first', () => {
    expect(nearest('join-training', known)[0]).toBe('joint-training');
    expect(nearest('peer-reviews', known)[0]).toBe('peer-review');
    expect(nearest('training', known)).toContain('joint-training');
  });

  it('finds a known word again after one letter was lost', () => {
    fc.assert(
      fc.property(fc.constantFrom(...known), fc.nat(), (word, at) => {
        const cut = at % word.length;
        expect(nearest(word.slice(0, cut) + word.slice(cut + 1), known)).toContain(word);
      }),
    );
  });
});
