import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fProbability, fQuantile } from '../distributions/f-quantile.ts';
import { normalQuantile } from '../distributions/normal-quantile.ts';
import { studentTQuantile } from '../distributions/student-t-quantile.ts';
import { seededRandom } from '../resampling/seeded-random.ts';
import { topShare } from '../segregation/top-share.ts';
import { changeOnStart } from './change-on-start.ts';
import { duclosEstebanRay, estebanRay } from './esteban-ray.ts';
import { polarisation } from './polarisation.ts';
import { schoolMoments } from './school-moments.ts';
import { varianceShare } from './variance-share.ts';

const nightly = process.env.COLLEGIAL_NIGHTLY === '1';
const normals = (seed: number) => {
  const random = seededRandom(seed);
  return () => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
};

describe('share of variance between schools', () => {
  // ratings of six targets by four judges: Shrout and Fleiss, Psychological Bulletin 86 (1979), table 2
  const ratings = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ];

  it('is the published ICC(1,1) of Shrout and Fleiss, 0.17, with upper limit 0.72', () => {
    const found = varianceShare(ratings.map(schoolMoments))!;
    expect(found.share).toBeCloseTo(0.17, 2);
    expect(found.within).toBeCloseTo(6.26, 2);
    expect(found.interval!.upper).toBeCloseTo(0.72, 2);
    expect(found.interval!.lower).toBe(0);
  });

  it('does not depend on order, nor on an offset of a million', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 8 }), {
          minLength: 2,
          maxLength: 10,
        }),
        (schools) => {
          const found = varianceShare(schools.map(schoolMoments));
          expect(
            varianceShare([...schools].reverse().map((values) => schoolMoments([...values].reverse()))),
          ).toEqual(found);
          fc.pre(found !== null);
          const far = varianceShare(
            schools.map((values) => schoolMoments(values.map((value) => value + 1e6))),
          )!;
          expect(far.share).toBeCloseTo(found.share, 9);
        },
      ),
    );
  });

  it('says nothing of one school, or of schools of one student', () => {
    expect(varianceShare([schoolMoments([1, 2])])).toBeNull();
    expect(varianceShare([schoolMoments([1]), schoolMoments([2])])).toBeNull();
    expect(varianceShare([schoolMoments([1, 1]), schoolMoments([2])])).toMatchObject({
      share: 1,
      interval: null,
    });
    expect(varianceShare([schoolMoments([1, 1]), schoolMoments([1])])).toMatchObject({ share: 0 });
  });

  it('covers the true share, schools of one size or not', () => {
    const normal = normals(5);
    const worlds = nightly ? 3000 : 200;
    for (const [schools, size] of [
      [30, () => 25],
      [30, () => Math.round(5 + 60 * Math.abs(normal()))],
    ] as const) {
      let [covered, sum] = [0, 0];
      for (let world = 0; world < worlds; world += 1) {
        const found = varianceShare(
          Array.from({ length: schools }, () => {
            const own = Math.sqrt(0.1) * normal();
            return schoolMoments(Array.from({ length: size() }, () => own + Math.sqrt(0.9) * normal()));
          }),
        )!;
        sum += found.share;
        if (found.interval!.lower <= 0.1 && found.interval!.upper >= 0.1) covered += 1;
      }
      expect(Math.abs(sum / worlds - 0.1)).toBeLessThan(0.012);
      expect(covered / worlds).toBeGreaterThan(0.9);
    }
  });
});

describe('Esteban and Ray', () => {
  it('worked by hand: two clusters of one size are more polarised than three, at the same mean difference', () => {
    const two = [
      { weight: 1, value: 0 },
      { weight: 1, value: 10 },
    ];
    expect(estebanRay(two, 0)).toBe(5);
    expect(estebanRay(two, 1)).toBeCloseTo(2 * 0.25 * 0.5 * 10, 14);
    // three clusters with the same mean difference of 5: 2/9 × (d + d + 2d) = 8d/9
    const three = [0, 5.625, 11.25].map((value) => ({ weight: 2, value }));
    expect(estebanRay(three, 0)).toBeCloseTo(5, 12);
    expect(estebanRay(three, 1)).toBeLessThan(estebanRay(two, 1));
    expect(() => estebanRay(two, 1.7)).toThrow(RangeError);
    expect(() => estebanRay([{ weight: 0, value: 1 }])).toThrow(RangeError);
  });

  it('Duclos, Esteban and Ray of a normal distribution comes near its integral', () => {
    const values = Array.from({ length: 1500 }, (_, index) => normalQuantile((index + 0.5) / 1500));
    for (const alpha of [0.25, 0.5, 1]) {
      // ∫ f^(1+α)(x) E|X − x| dx by small steps; E|X − x| = 2 f(x) + x (2 F(x) − 1)
      let expected = 0;
      for (let index = 0; index < 4000; index += 1) {
        const probability = (index + 0.5) / 4000;
        const x = normalQuantile(probability);
        const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
        expected += (density ** alpha * (2 * density + x * (2 * probability - 1))) / 4000;
      }
      expect(duclosEstebanRay(values, alpha)! / expected).toBeCloseTo(1, 1.7);
    }
  });

  it('is higher for two camps than for one crowd with the same standard deviation', () => {
    const crowd = Array.from({ length: 400 }, (_, index) => normalQuantile((index + 0.5) / 400));
    const camps = crowd.map((value, index) => (index % 2 === 0 ? 1 : -1) + value * 0.1);
    expect(duclosEstebanRay(camps, 1)!).toBeGreaterThan(1.4 * duclosEstebanRay(crowd, 1)!);
    expect(duclosEstebanRay([3], 1)).toBeNull();
    expect(duclosEstebanRay([3, 3, 3], 1)).toBe(0);
  });
});

describe('polarisation', () => {
  it('worked by hand', () => {
    const found = polarisation([10, 20, 30, 40, 50, 60].map((value) => ({ value, error: 3 })))!;
    expect(found.standardDeviation.value).toBeCloseTo(Math.sqrt(1750 / 6), 12);
    expect(found.withoutChance!.value).toBeCloseTo(Math.sqrt(350 - 9), 12);
    expect(found.decileRange.value).toBeCloseTo(40, 12);
    // a fifth of six schools is 1.2 of them: (60 + 0.2 × 50) ÷ 1.2 − (10 + 0.2 × 20) ÷ 1.2
    expect(found.fifths.value).toBeCloseTo((70 - 14) / 1.2, 12);
    expect(found.decileRange.interval!.lower).toBeLessThan(40);
    expect(polarisation([{ value: 1 }])).toBeNull();
    expect(polarisation([{ value: 1 }, { value: 2 }])).toMatchObject({
      withoutChance: null,
      standardDeviation: { interval: null },
    });
    expect(() => polarisation([{ value: Number.NaN }, { value: 2 }])).toThrow(RangeError);
  });

  it('is the same in any order, and grows with the scale', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 12 }), (values) => {
        const of = (given: readonly number[]) =>
          polarisation(
            given.map((value) => ({ value })),
            { resamples: 40 },
          )!;
        expect(of([...values].reverse())).toEqual(of(values));
        expect(of(values.map((value) => value * 8)).fifths.value).toBeCloseTo(8 * of(values).fifths.value, 9);
      }),
      { numRuns: 30 },
    );
  });
});

describe('top share', () => {
  it('worked by hand, with the last school in part', () => {
    const schools = [
      { group: 6, total: 10 },
      { group: 3, total: 30 },
      { group: 1, total: 60 },
    ];
    expect(topShare(schools)).toBeCloseTo((6 + 1) / 10, 14);
    expect(topShare(schools, 0)).toBe(0);
    expect(topShare(schools, 1)).toBe(1);
    expect(topShare([{ group: 0, total: 9 }])).toBeNull();
    expect(
      topShare([
        { group: 2, total: 10 },
        { group: 4, total: 20 },
      ]),
    ).toBeCloseTo(0.2, 14);
    expect(() => topShare(schools, 1.1)).toThrow(RangeError);
  });
});

describe('change on start', () => {
  it('worked by hand: a plain slope of −0.4 with a reliability of 0.6 is no change', () => {
    // start 0 ± 1 …: variance of the start 1, error variance 0.4, covariance of start and end 0.6
    const found = changeOnStart([
      { start: -1, end: -0.6, startError: Math.sqrt(0.4), endError: 0 },
      { start: 0, end: 0, startError: Math.sqrt(0.4), endError: 0 },
      { start: 1, end: 0.6, startError: Math.sqrt(0.4), endError: 0 },
    ])!;
    expect(found.uncorrected).toBeCloseTo(-0.4, 12);
    expect(found.reliability).toBeCloseTo(0.6, 12);
    expect(found.slope).toBeCloseTo(0, 12);
  });

  it('without errors it is the plain slope, whatever the order and offset', () => {
    const figure = fc.integer({ min: 0, max: 99 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ start: figure, end: figure }), { minLength: 3, maxLength: 10 }),
        (rows) => {
          const of = (given: typeof rows, offset = 0) =>
            changeOnStart(
              given.map(({ start, end }) => ({
                start: start + offset,
                end: end + offset,
                startError: 0,
                endError: 0,
              })),
              { resamples: 20 },
            )!;
          const found = of(rows);
          fc.pre(found.slope !== null);
          expect(found.slope).toBeCloseTo(found.uncorrected, 9);
          expect(of([...rows].reverse())).toEqual(found);
          expect(of(rows, 1e6).slope).toBeCloseTo(found.slope, 8);
          if (found.oldham !== null && found.spreadRatio !== null)
            expect(Math.sign(found.oldham)).toBe(
              Math.sign(found.spreadRatio - 1 === 0 ? 0 : found.spreadRatio ** 2 - 1),
            );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is silent where the start is all error, or schools are few', () => {
    const noise = [1, 2, 3].map((start) => ({ start, end: start, startError: 5, endError: 5 }));
    expect(changeOnStart(noise)).toMatchObject({
      slope: null,
      interval: null,
      spreadRatio: null,
      oldham: null,
    });
    expect(changeOnStart(noise.slice(1))).toBeNull();
    expect(changeOnStart(noise.map((one) => ({ ...one, start: 1 })))).toMatchObject({
      reliability: null,
      slope: null,
    });
    expect(() => changeOnStart(noise.map((one) => ({ ...one, endError: -1 })))).toThrow(RangeError);
  });

  it('simulated: regression to the mean is gone, a true slope is found, and intervals cover', () => {
    const normal = normals(11);
    const worlds = nightly ? 2000 : 150;
    for (const slope of [0, 0.3, -0.3]) {
      let [plain, corrected, covered, told] = [0, 0, 0, 0];
      for (let world = 0; world < worlds; world += 1) {
        const schools = Array.from({ length: 60 }, () => {
          const start = 50 + 5 * normal();
          const end = start + 2 + slope * (start - 50) + 2 * normal();
          const [startError, endError] = [2 + 2 * Math.abs(normal()), 3];
          return {
            start: start + startError * normal(),
            end: end + endError * normal(),
            startError,
            endError,
          };
        });
        const found = changeOnStart(schools, { resamples: 200, seed: world })!;
        plain += found.uncorrected;
        corrected += found.slope!;
        if (found.interval === null) continue;
        told += 1;
        if (found.interval.lower <= slope && slope <= found.interval.upper) covered += 1;
      }
      expect(plain / worlds - slope).toBeLessThan(-0.2);
      expect(Math.abs(corrected / worlds - slope)).toBeLessThan(0.05);
      expect(told / worlds).toBeGreaterThan(0.95);
      expect(covered / told).toBeGreaterThan(0.88);
    }
  });
});

describe('F distribution', () => {
  it("gives R's qf, and Student's t squared", () => {
    expect(fQuantile(0.95, 5, 10)).toBeCloseTo(3.325835, 6);
    expect(fQuantile(0.025, 5, 18)).toBeCloseTo(0.157, 3);
    expect(fQuantile(0.95, 1, 12)).toBeCloseTo(studentTQuantile(0.975, 12) ** 2, 9);
    expect(fProbability(fQuantile(0.3, 7, 400), 7, 400)).toBeCloseTo(0.3, 12);
    expect(fProbability(-1, 2, 2)).toBe(0);
    expect(() => fQuantile(1, 2, 2)).toThrow(RangeError);
  });
});
