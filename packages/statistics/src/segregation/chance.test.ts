import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachHypergeometric, hypergeometricProbability } from '../distributions/hypergeometric.ts';
import { logFactorial } from '../distributions/log-factorial.ts';
import { logGamma } from '../distributions/log-gamma.ts';
import { binomialSampler, sample } from '../resampling/binomial-sampler.ts';
import { seededRandom } from '../resampling/seeded-random.ts';
import { expectedByChance } from './expected-by-chance.ts';
import { indexKernel } from './index-kernel.ts';
import { randomAllocation } from './random-allocation.ts';
import { type SchoolCounts, schoolTable } from './school-table.ts';
import { segregation, segregationIndexNames } from './segregation.ts';
import { segregationByChance } from './segregation-by-chance.ts';
import { segregationIntervals } from './segregation-intervals.ts';

const nightly = process.env.COLLEGIAL_NIGHTLY === '1';

/** Every way of placing a group, with how many ways of choosing its students lead to it. */
function everyPlacing(sizes: readonly number[], group: number): { counts: number[]; ways: number }[] {
  const choose = (n: number, k: number) => {
    let ways = 1;
    for (let i = 0; i < k; i += 1) ways = (ways * (n - i)) / (i + 1);
    return ways;
  };
  const [first, ...rest] = sizes;
  if (first === undefined) return group === 0 ? [{ counts: [], ways: 1 }] : [];
  return Array.from({ length: Math.min(first, group) + 1 }, (_, own) => own).flatMap((own) =>
    everyPlacing(rest, group - own).map(({ counts, ways }) => ({
      counts: [own, ...counts],
      ways: ways * choose(first, own),
    })),
  );
}

describe('expected by chance', () => {
  it('is the mean over every way of placing the group', () => {
    const sizes = [2, 3, 3, 5];
    for (const group of [1, 4, 7, 12]) {
      const placings = everyPlacing(sizes, group);
      const ways = placings.reduce((sum, one) => sum + one.ways, 0);
      const expected = expectedByChance(
        sizes.map((total, at) => ({ group: placings[0]!.counts[at]!, total })),
      )!;
      for (const name of Object.keys(expected) as (keyof typeof expected)[]) {
        const byHand = placings.reduce((sum, { counts, ways: own }) => {
          const found = segregation(sizes.map((total, at) => ({ group: counts[at]!, total })));
          return sum + (own / ways) * found[name]!;
        }, 0);
        expect(expected[name], `${name}, ${group} students`).toBeCloseTo(byHand, 12);
      }
    }
  });

  it('is high for small schools: twenty of 30 students, one in ten in the group', () => {
    const classes = Array.from({ length: 20 }, () => ({ group: 3, total: 30 }));
    expect(expectedByChance(classes)?.dissimilarity).toBeCloseTo(0.23, 3);
    expect(expectedByChance(classes)?.etaSquared).toBe(19 / 599);
    expect(expectedByChance([{ group: 0, total: 5 }])).toBeNull();
    expect(() => expectedByChance([{ group: 0.5, total: 5 }])).toThrow(/whole numbers/);
  });
});

describe('random allocation', () => {
  const city = schoolTable(
    [30, 45, 60, 90, 120, 20, 8, 1].map((total, at) => ({ total, group: Math.min(total, 3 * at) })),
  );

  it('keeps sizes and number, and gives each school its hypergeometric share', () => {
    for (const many of [
      city,
      schoolTable(Array.from(city.total, (total, at) => ({ total, group: total - city.group[at]! }))),
    ]) {
      const place = randomAllocation(many, seededRandom(3));
      const counts = new Int32Array(many.total.length);
      const times = 20_000;
      const seen = many.total.map(() => 0);
      const largest = new Map<number, number>();
      const at = many.total.indexOf(120);
      for (let draw = 0; draw < times; draw += 1) {
        place(counts);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(many.groupSum);
        counts.forEach((count, school) => {
          if (count < 0 || count > many.total[school]!) throw new Error('A school holds more than it can.');
          seen[school]! += count;
        });
        largest.set(counts[at]!, (largest.get(counts[at]!) ?? 0) + 1);
      }
      seen.forEach((sum, school) => {
        const expected = (many.groupSum * many.total[school]!) / many.totalSum;
        expect(Math.abs(sum / times - expected)).toBeLessThan(4 * Math.sqrt(many.total[school]! / 4 / times));
      });
      let [squares, cells] = [0, 0];
      eachHypergeometric(
        { population: many.totalSum, marked: many.groupSum, taken: 120 },
        (found, probability) => {
          if (probability * times < 10) return;
          squares += ((largest.get(found) ?? 0) - probability * times) ** 2 / (probability * times);
          cells += 1;
        },
      );
      // 99.9 % of a chi-squared with so many degrees lie below
      expect(squares).toBeLessThan(cells + 4 * Math.sqrt(2 * cells) + 5);
    }
  });

  it('agrees with the exact expectations', () => {
    const found = segregationByChance(
      Array.from(city.total, (total, at) => ({ total, group: city.group[at]! })),
      { draws: 4000 },
    )!;
    const kernel = indexKernel(city.total);
    const place = randomAllocation(city, seededRandom(8));
    const counts = new Int32Array(city.total.length);
    const sums = Object.fromEntries(segregationIndexNames.map((name) => [name, 0]));
    for (let draw = 0; draw < 4000; draw += 1) {
      place(counts);
      const values = kernel(counts);
      for (const name of segregationIndexNames) sums[name]! += values[name];
    }
    for (const name of segregationIndexNames)
      expect(Math.abs(sums[name]! / 4000 - found[name].expected), name).toBeLessThan(
        (5 * found[name].deviation) / Math.sqrt(4000),
      );
  });

  it('the fast indices are the indices', () => {
    const school = fc
      .tuple(fc.nat(300), fc.nat(300))
      .map(([group, others]): SchoolCounts => ({ group, total: group + others }));
    fc.assert(
      fc.property(fc.array(school, { minLength: 2, maxLength: 20 }), (all) => {
        const table = schoolTable(all);
        fc.pre(table.groupSum > 0 && table.groupSum < table.totalSum);
        const values = indexKernel(table.total)(Int32Array.from(table.group));
        const expected = segregation(table);
        for (const name of segregationIndexNames) expect(values[name], name).toBeCloseTo(expected[name]!, 11);
      }),
    );
  });
});

describe('beside chance', () => {
  const even = [4, 1, 3, 2, 5, 3].map((group) => ({ group, total: 25 }));
  const apart = [20, 1, 0, 1, 18, 3].map((group) => ({ group, total: 25 }));

  it('is the same for the same seed and any order', () => {
    expect(segregationByChance([...even].reverse())).toEqual(segregationByChance(even));
    expect(segregationByChance(even, { seed: 2 })).not.toEqual(segregationByChance(even));
    expect(segregationIntervals([...apart].reverse())).toEqual(segregationIntervals(apart));
  });

  it('tells an even spread from one that chance does not give', () => {
    const [usual, unusual] = [segregationByChance(even)!, segregationByChance(apart)!];
    for (const name of segregationIndexNames) {
      expect(usual[name].probability, name).toBeGreaterThan(0.3);
      expect(usual[name].systematic, name).toBeLessThan(0);
      expect(unusual[name].probability, name).toBe(1 / 1001);
      expect(unusual[name].systematic, name).toBeGreaterThan(0.4);
    }
    // one baseline, whatever the scale
    expect(unusual.gorard.systematic).toBeCloseTo(unusual.dissimilarity.systematic, 12);
    expect(unusual.isolation.systematic).toBeCloseTo(unusual.etaSquared.systematic, 12);
    expect(unusual.mutualInformation.systematic).toBeCloseTo(unusual.theil.systematic, 12);
  });

  it('intervals reach an even spread where chance would do, and not where it would not', () => {
    const [usual, unusual] = [segregationIntervals(even)!, segregationIntervals(apart)!];
    for (const name of ['dissimilarity', 'gorard', 'theil', 'gini', 'hutchens', 'etaSquared'] as const) {
      expect(usual[name].lower, name).toBe(0);
      expect(unusual[name].lower, name).toBeGreaterThan(0.2);
      expect(unusual[name].upper, name).toBeGreaterThan(unusual[name].corrected);
      expect(unusual[name].corrected, name).toBeLessThan(segregation(apart)[name]!);
    }
    expect(segregationIntervals([{ group: 1, total: 4 }])).toBeNull();
    expect(segregationIntervals([{ group: 0, total: 4 }])).toBeNull();
  });

  it('copes with schools of one student, one school, and nobody to be apart from', () => {
    const single = Array.from({ length: 12 }, (_, at) => ({ group: at % 3 === 0 ? 1 : 0, total: 1 }));
    const found = segregationByChance(single)!;
    // one student schools are apart whatever chance does
    expect(found.dissimilarity).toMatchObject({
      expected: 1,
      deviation: 0,
      standardised: null,
      systematic: 0,
      probability: 1,
    });
    expect(segregationIntervals(single)?.dissimilarity.lower).toBe(0);
    expect(segregationByChance([{ group: 3, total: 9 }])?.theil).toMatchObject({
      expected: 0,
      deviation: 0,
      probability: 1,
    });
    expect(segregationByChance([{ group: 9, total: 9 }])).toBeNull();
  });
});

describe('intervals and corrected indices, simulated', () => {
  const designs = [
    { schools: 20, size: 60, spread: 0 },
    { schools: 20, size: 200, spread: 0.3 },
    { schools: 20, size: 60, spread: 0.8 },
    { schools: 100, size: 30, spread: 0.5 },
  ];
  it.each(designs)(
    '$schools schools of $size students, log odds apart by $spread',
    ({ schools, size, spread }) => {
      const random = seededRandom(99);
      const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      const worlds = nightly ? 1000 : 60;
      let [covered, seen, corrected, behind] = [0, 0, 0, 0];
      for (let world = 0; world < worlds; world += 1) {
        const shares = Array.from({ length: schools }, () => 1 / (1 + Math.exp(1.75 - spread * normal())));
        const truth = segregation(shares.map((share) => ({ group: share * size, total: size })))
          .dissimilarity!;
        const drawn = shares.map((share) => ({
          group: sample(binomialSampler(size, share), random()),
          total: size,
        }));
        const found = segregationIntervals(drawn, { draws: 400, seed: world + 1 })!.dissimilarity;
        if (found.lower <= truth + 1e-12 && truth <= found.upper) covered += 1;
        seen += segregation(drawn).dissimilarity! - truth;
        corrected += found.corrected - truth;
        behind += truth;
      }
      expect(seen / worlds).toBeGreaterThan(0.01);
      // an index cannot be below 0: where there is none, a corrected one still lies above
      expect(Math.abs(corrected / worlds)).toBeLessThan(behind === 0 ? 0.04 : 0.01);
      expect(covered / worlds).toBeGreaterThan(0.82);
    },
  );
});

describe('distributions', () => {
  it('log n! is that of the gamma function, in the table and beyond', () => {
    for (const n of [0, 1, 5, 63, 64, 170, 5000, 262_143, 262_144, 9_000_000])
      expect(Math.abs(logFactorial(n) / (logGamma(n + 1) || 1) - (n < 2 ? 0 : 1))).toBeLessThan(1e-14);
    expect(Math.exp(logFactorial(20)) / 2_432_902_008_176_640_000).toBeCloseTo(1, 12);
  });

  it('hypergeometric probabilities add up to 1 and are those of the binomial coefficients', () => {
    expect(hypergeometricProbability({ population: 10, marked: 4, taken: 5 }, 2)).toBeCloseTo(
      (6 * 20) / 252,
      13,
    );
    expect(hypergeometricProbability({ population: 10, marked: 4, taken: 5 }, 5)).toBe(0);
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.nat(300), (marked, others, taken) => {
        const population = marked + others;
        fc.pre(taken <= population && population > 0);
        let [sum, mean] = [0, 0];
        eachHypergeometric({ population, marked, taken }, (found, probability) => {
          sum += probability;
          mean += probability * found;
          expect(probability).toBeCloseTo(
            hypergeometricProbability({ population, marked, taken }, found),
            10,
          );
        });
        expect(sum).toBeCloseTo(1, 12);
        expect(mean).toBeCloseTo((taken * marked) / population, 9);
      }),
    );
  });

  it('a binomial sampler gives every number its probability', () => {
    const sampler = binomialSampler(6, 0.3);
    const probabilities = [...sampler.cumulative].map(
      (value, at) => value - (sampler.cumulative[at - 1] ?? 0),
    );
    [0.117649, 0.302526, 0.324135, 0.18522, 0.059535, 0.010206, 0.000729].forEach((expected, at) => {
      expect(probabilities[at]).toBeCloseTo(expected, 12);
    });
    expect([0, 0.117648, 0.11765, 0.9999999].map((random) => sample(sampler, random))).toEqual([0, 0, 1, 6]);
    expect(sample(binomialSampler(6, 0), 0.99)).toBe(0);
    expect(sample(binomialSampler(6, 1), 0)).toBe(6);
  });
});
