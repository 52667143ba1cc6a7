import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dfeSymbols } from './dfe-symbols.ts';
import { readFigure } from './read-figure.ts';

describe('readFigure', () => {
  it.each([
    ['43%', 'proportion', { value: 0.43 }],
    ['16.4%', 'proportion', { value: 0.164 }],
    ['49.5', 'proportion', { value: 0.495 }],
    ['-0.62', 'score', { value: -0.62 }],
    ['−0.62', 'score', { value: -0.62 }],
    ['1,234', 'pupils', { value: 1234 }],
    [' 52.3 ', 'points', { value: 52.3 }],
    ['SUPP', 'points', { symbol: 'SUPP' }],
    ['NA', 'proportion', { symbol: 'NA' }],
    ['..', 'pupils', { symbol: '..' }],
    ['', 'points', { blank: true }],
    [' ', 'points', { blank: true }],
  ] as const)('reads %j as %s', (text, unit, expected) => {
    expect(readFigure(text, unit)).toEqual(expected);
  });

  it.each([
    ['forty', 'points'],
    ['101', 'proportion'],
    ['-3%', 'proportion'],
    ['12%', 'points'],
    ['-4', 'pupils'],
    ['constructor', 'points'],
    ['1,23', 'points'],
  ] as const)('does not guess at %j as %s', (text, unit) => {
    expect(readFigure(text, unit)).toHaveProperty('unreadable');
  });

  it('never takes a symbol for a number', () => {
    for (const symbol of Object.keys(dfeSymbols)) {
      for (const unit of ['points', 'score', 'proportion', 'pupils'] as const)
        expect(readFigure(symbol, unit)).toEqual({ symbol });
    }
  });

  it('keeps every published percentage exact to six decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (tenths) => {
        const text = (tenths / 10).toFixed(1);
        const read = readFigure(text, 'proportion');
        expect(read).toEqual({ value: Number((tenths / 1000).toFixed(6)) });
      }),
    );
  });
});
