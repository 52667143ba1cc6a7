import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceOf } from './balance.ts';
import { matchNearest } from './match-nearest.ts';

const school = (id: string, ...features: number[]) => ({ school: id, features });
const schools = [school('a', 10), school('b', 12)];
const candidates = [school('p', 9), school('q', 11), school('r', 12.5), school('s', 40)];
const partners = (matches: ReturnType<typeof matchNearest>) =>
  matches.map((match) => match.partners.map((partner) => partner.school).join(''));

describe('matchNearest', () => {
  it('takes the nearest, ties by id, each as often as it is wanted', () => {
    expect(partners(matchNearest({ schools, candidates, neighbours: 2, scale: [1], caliper: 5 }))).toEqual([
      'pq',
      'rq',
    ]);
  });

  it('leaves out what is beyond the caliper, and says how far the nearest is', () => {
    const [match] = matchNearest({ schools: [school('z', 30)], candidates, scale: [1], caliper: 5 });
    expect(match).toEqual({ school: 'z', partners: [], nearest: 10 });
  });

  it('without replacement lets the hardest choose first, and uses nobody twice', () => {
    // b is nearest to r (0.5), a to p and q (1): a is harder to match and takes p, b takes r; then a takes q, and nobody within 5 is left for b
    const matches = matchNearest({
      schools,
      candidates,
      neighbours: 2,
      scale: [1],
      caliper: 5,
      replacement: false,
    });
    expect(partners(matches)).toEqual(['pq', 'r']);
  });

  it('measures in standard deviations, features counting by their importance', () => {
    const [match] = matchNearest({
      schools: [school('a', 0, 0)],
      candidates: [school('p', 2, 30)],
      scale: [2, 10],
      importance: [3, 1],
      caliper: 9,
    });
    expect(match?.partners[0]?.distance).toBeCloseTo(Math.sqrt((3 * 1 + 1 * 9) / 4), 12);
  });

  it('gives the same whatever the order of schools and candidates', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 4, maxLength: 12 }),
        fc.boolean(),
        (values, replacement) => {
          const all = values.map((value, index) => school(`s${index}`, value));
          const options = { neighbours: 2, caliper: 2, replacement };
          const one = matchNearest({ schools: all.slice(0, 2), candidates: all.slice(2), ...options });
          const other = matchNearest({
            schools: all.slice(0, 2).reverse(),
            candidates: all.slice(2).reverse(),
            ...options,
          });
          expect(other).toEqual(one);
        },
      ),
    );
  });

  it('refuses features of different number, and no neighbours', () => {
    expect(() => matchNearest({ schools: [school('a', 1)], candidates: [school('b', 1, 2)] })).toThrow(
      RangeError,
    );
    expect(() => matchNearest({ schools, candidates, neighbours: 0 })).toThrow(RangeError);
  });
});

it('tells the balance before and after, by hand', () => {
  const matches = matchNearest({ schools, candidates, neighbours: 1, scale: [1], caliper: 5 });
  const [row] = balanceOf({ names: ['figure'], schools, candidates, matches });
  // means 11 and 18.125; variances 2 and 215.5625 (9, 11, 12.5, 40)
  const mean = (9 + 11 + 12.5 + 40) / 4;
  const variance = [9, 11, 12.5, 40].reduce((sum, value) => sum + (value - mean) ** 2, 0) / 3;
  const deviation = Math.sqrt((2 + variance) / 2);
  expect(row).toMatchObject({ feature: 'figure', schools: 11, candidates: mean, matched: (9 + 12.5) / 2 });
  expect(row!.differenceBefore).toBeCloseTo((11 - mean) / deviation, 12);
  expect(row!.differenceAfter).toBeCloseTo((11 - 10.75) / deviation, 12);
});
