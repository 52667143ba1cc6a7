import { describe, expect, it } from 'vitest';
import { toldApart } from './told-apart.ts';

const schools = (estimates: readonly number[], deviation = 1) =>
  estimates.map((estimate) => ({ estimate, standardDeviation: deviation }));

describe('schools told apart', () => {
  it('are those more than 2 × 1.39 standard deviations from each other, where all are alike', () => {
    // 2.77 is 1.96 × √2: the ordinary test of one difference.
    expect(toldApart(schools([0, 2.77, 2.78])).apart).toBe(1);
    expect(toldApart(schools([0, 2.77, 2.78])).multiplier).toBeCloseTo(1.959964 / Math.SQRT2, 6);
    expect(toldApart(schools([0, 1, 2, 3, 4, 5]))).toMatchObject({ pairs: 15, apart: 6 });
  });

  it('use a wider interval where some are surer than others', () => {
    const found = toldApart([
      { estimate: 0, standardDeviation: 3 },
      { estimate: 8, standardDeviation: 4 },
    ]);
    // √(9 + 16) ÷ 7
    expect(found.multiplier).toBeCloseTo((1.959964 * 5) / 7, 6);
    expect(found).toMatchObject({ pairs: 1, apart: 0, share: 0 });
  });

  it('are the same as looking at every pair', () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      estimate: ((index * 37) % 61) / 4,
      standardDeviation: 0.5 + ((index * 11) % 7) / 3,
    }));
    const { multiplier, apart } = toldApart(many);
    const slow = many.flatMap((a, index) =>
      many.slice(index + 1).filter((b) => {
        const [low, high] = a.estimate < b.estimate ? [a, b] : [b, a];
        return (
          low.estimate + multiplier * low.standardDeviation <
          high.estimate - multiplier * high.standardDeviation
        );
      }),
    );
    expect(apart).toBe(slow.length);
  });

  it('are none among one, and none where nothing varies', () => {
    expect(toldApart([])).toMatchObject({ pairs: 0, share: 0 });
    expect(toldApart(schools([3]))).toMatchObject({ pairs: 0, share: 0 });
    expect(toldApart(schools([0, 0, 0], 0))).toMatchObject({ pairs: 3, apart: 0 });
  });
});
