import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../resampling/seeded-random.ts';
import { denseCriterion } from './__fixtures__/dense.ts';
import { simulatedSchools } from './__fixtures__/simulated-schools.ts';
import { fitMultilevel } from './fit-multilevel.ts';
import { type ModelRow, modelStatistics } from './from-rows.ts';
import type { ModelStatistics } from './model-statistics.ts';

const close = (actual: number, expected: number, relative = 1e-12) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.max(Math.abs(expected), 1e-300));

const schoolsOf = (marks: Readonly<Record<string, readonly number[]>>) =>
  modelStatistics({
    levels: ['school'],
    outcome: 'marks',
    columns: [],
    rows: Object.entries(marks).flatMap(([school, values]) =>
      values.map((outcome): ModelRow => ({ path: [school], values: [], outcome })),
    ),
  });

describe('four schools of three students, by hand', () => {
  // means 3, 6, 9, 10 about 7; MSW = (2 + 2 + 2 + 2) / 8 = 1; MSB = 3 × (16 + 1 + 4 + 9) / 3 = 30
  const statistics = schoolsOf({ ash: [2, 3, 4], elm: [5, 6, 7], fir: [8, 9, 10], oak: [9, 10, 11] });

  it('REML gives the estimates of the analysis of variance', () => {
    const fit = fitMultilevel(statistics);
    expect(fit.status).toBe('converged');
    close(fit.residualVariance, 1);
    close(fit.random[0]!.covariance[0]![0]!, (30 - 1) / 3);
    close(fit.random[0]!.intraclass.atZero, 29 / 32);
    const [intercept] = fit.fixed;
    close(intercept!.estimate, 7);
    close(intercept!.standardError, Math.sqrt(30 / 12));
    // Satterthwaite for a balanced design: schools less one
    close(intercept!.degrees, 3, 1e-6);
  });

  it('ML divides between schools by their number', () => {
    const fit = fitMultilevel(statistics, { method: 'ML' });
    close(fit.residualVariance, 1);
    close(fit.random[0]!.covariance[0]![0]!, (0.75 * 30 - 1) / 3);
  });

  it('shrinks each school by its reliability, and says how sure it is', () => {
    const [ash] = fitMultilevel(statistics).effects[0]!.groups;
    // n τ² / (n τ² + σ²) = 29 / 30
    close(ash!.estimates[0]!, (-4 * 29) / 30);
    close(ash!.comparativeSds[0]!, Math.sqrt(29 / 3 / 30));
    close(ash!.comparativeSds[0]! ** 2 + ash!.diagnosticSds[0]! ** 2, 29 / 3);
    expect(ash).toMatchObject({ path: ['ash'], rows: 3 });
  });
});

it('schools more alike than chance allows: variance 0, singular, and the derivative at the boundary is the hand-worked one', () => {
  // both means 3: MSB = 0; on standardised marks (variance 2/3 + …) the score at 0 is Σ n − Σ n²/N − Σ (n ē)²/s²
  const fit = fitMultilevel(schoolsOf({ ash: [2, 3, 4], elm: [1, 3, 5] }));
  expect(fit.status).toBe('singular');
  expect(fit.random[0]!.covariance[0]![0]).toBe(0);
  expect(fit.random[0]!.singular).toBe(true);
  // REML: tr(ZᵀZ) − (1ᵀZZᵀ1)/N = 6 − 18/6 = 3, and no residual of a school's sum
  close(fit.optimality.boundary[0]!.derivative, 3);
  // what is left is a plain sample: 10 / 5 for the variance
  close(fit.residualVariance, 2);
  close(fit.fixed[0]!.standardError, Math.sqrt(2 / 6));
  expect(fit.effects[0]!.groups.map(({ estimates }) => estimates[0])).toEqual([0, 0]);
});

it('finds the better of two optima: one at the boundary, one inside', () => {
  const alternating = Array.from({ length: 60 }, (_, index) => (index % 2) * 2);
  const marks = { ash: [-2, 0, -1], elm: [4, 6], oak: alternating };
  const fit = fitMultilevel(schoolsOf(marks), { method: 'ML' });
  expect(fit.optimality.optima).toBe(2);
  const rows = Object.entries(marks).flatMap(([school, values]) =>
    values.map((outcome): ModelRow => ({ path: [school], values: [], outcome })),
  );
  const at = (variance: number) =>
    denseCriterion(rows, [{ depth: 0, columns: () => [1], covariance: [[variance]] }], false);
  // going up from 0 first: a variance of 0 would pass a check of the derivative there
  expect(at(0.001)).toBeGreaterThan(at(0));
  const found = fit.random[0]!.covariance[0]![0]! / fit.residualVariance;
  close(fit.criterion, at(found), 1e-12);
  for (const variance of [0, 0.001, 0.01, 0.1, 1, 3, 10, 30]) {
    expect(at(variance)).toBeGreaterThanOrEqual(fit.criterion - 1e-9);
  }
});

it('the share of variance between schools depends on where one looks when slopes differ', () => {
  const { statistics } = simulatedSchools(seededRandom(9), { schools: 20, intraclass: 0.3, sizes: [10, 30] });
  const moved = { ...statistics, transform: [...statistics.transform] };
  moved.transform[1] = { centre: 4, scale: 1 };
  const fit = fitMultilevel(moved, { random: { school: { columns: ['intercept', 'prior'] } } });
  const [{ covariance, intraclass }] = fit.random as [(typeof fit.random)[number]];
  const [[a, b], [, c]] = covariance as [[number, number], [number, number]];
  close(intraclass.atZero, a / (a + fit.residualVariance), 1e-10);
  const weight = moved.groups.reduce((sum, { products }) => sum + products[0]!, 0);
  const mean = 4 + moved.groups.reduce((sum, { products }) => sum + products[1]!, 0) / weight;
  const at = a + 2 * b * mean + c * mean ** 2;
  close(intraclass.atMean, at / (at + fit.residualVariance), 1e-9);
});

it('without random effects it is ordinary regression', () => {
  const rows = [1, 2, 3, 4, 5].map(
    (x, index): ModelRow => ({ path: [`s${index % 2}`], values: [x], outcome: [2, 1, 4, 3, 7][index]! }),
  );
  const statistics = modelStatistics({ levels: ['school'], outcome: 'y', columns: ['x'], rows });
  const fit = fitMultilevel(statistics, { random: {}, method: 'ML' });
  // slope 12/10, intercept 3.4 − 3.6; residuals 1, −1.2, 0.6, −1.6, 1.2
  close(fit.fixed[1]!.estimate, 1.2);
  close(fit.fixed[0]!.estimate, -0.2);
  const squares = 1 + 1.44 + 0.36 + 2.56 + 1.44;
  close(fit.criterion, 5 * (1 + Math.log((2 * Math.PI * squares) / 5)));
  expect(fit).toMatchObject({ status: 'converged', parameters: 3, random: [], effects: [] });
});

describe('what must change nothing', () => {
  const world = simulatedSchools(seededRandom(4), {
    schools: 40,
    intraclass: 0.1,
    sizes: [5, 60],
  }).statistics;
  const random = { school: { columns: ['intercept', 'prior'] } };
  const fit = fitMultilevel(world, { random });

  it('the order of the groups, to the last bit', () => {
    expect(fitMultilevel({ ...world, groups: world.groups.toReversed() }, { random })).toEqual(fit);
  });

  it('where and in which unit columns and outcome are measured', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 0.01, max: 1000, noNaN: true }),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 0.01, max: 1000, noNaN: true }),
        (centreX, scaleX, centreY, scaleY) => {
          const transform = [
            world.transform[0]!,
            { centre: centreX, scale: scaleX },
            { centre: centreY, scale: scaleY },
          ];
          const moved = fitMultilevel({ ...world, transform }, { random });
          close(moved.fixed[1]!.estimate, (fit.fixed[1]!.estimate * scaleY) / scaleX, 1e-9);
          close(moved.fixed[1]!.standardError, (fit.fixed[1]!.standardError * scaleY) / scaleX, 1e-9);
          close(moved.residualVariance, fit.residualVariance * scaleY ** 2, 1e-9);
          close(
            moved.random[0]!.covariance[1]![1]!,
            fit.random[0]!.covariance[1]![1]! * (scaleY / scaleX) ** 2,
            1e-8,
          );
          close(moved.random[0]!.intraclass.atMean, fit.random[0]!.intraclass.atMean, 1e-8);
          // the density of y in another unit; REML: also of the columns
          const jacobian = -(fit.rows - 2) * Math.log(scaleY) - Math.log(scaleX);
          close(moved.logLikelihood, fit.logLikelihood + jacobian, 1e-9);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('whether a level that has no random part is there', () => {
    const nested: ModelStatistics = {
      ...world,
      levels: ['authority', 'school'],
      groups: world.groups.map((group, index) => ({ ...group, path: [`a${index % 3}`, ...group.path] })),
    };
    const found = fitMultilevel(nested, { random });
    close(found.criterion, fit.criterion, 1e-12);
    expect(found.effects[0]!.groups[0]!.path).toHaveLength(2);
  });
});

it('finds what was planted: growth of students over years, in schools', () => {
  const random = seededRandom(8);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const rows: ModelRow[] = [];
  for (let school = 0; school < 60; school += 1) {
    const [height, speed] = [normal(), 0.3 * normal()];
    for (let student = 0; student < 25; student += 1) {
      const [start, own] = [2 * normal(), 0.5 * normal()];
      for (let year = 0; year < 5; year += 1) {
        const outcome = 20 + 3 * year + height + start + (speed + own) * year + 0.8 * normal();
        rows.push({ path: [`school ${school}`, `student ${student}`], values: [year], outcome });
      }
    }
  }
  const growth = { columns: ['intercept', 'year'] };
  const fit = fitMultilevel(
    modelStatistics({ levels: ['school', 'student'], outcome: 'points', columns: ['year'], rows }),
    {
      random: { school: growth, student: growth },
      effects: ['school'],
    },
  );
  expect(fit.status).toBe('converged');
  const planted = [20, 3];
  for (const [index, { estimate, standardError }] of fit.fixed.entries()) {
    expect(Math.abs(estimate - planted[index]!)).toBeLessThan(3 * standardError);
  }
  const [schools, students] = fit.random;
  expect(schools!.standardDeviations[0]!).toBeCloseTo(1, 0);
  expect(schools!.standardDeviations[1]!).toBeCloseTo(0.3, 1);
  expect(students!.standardDeviations[0]!).toBeCloseTo(2, 0);
  expect(students!.standardDeviations[1]!).toBeCloseTo(0.5, 1);
  expect(Math.sqrt(fit.residualVariance)).toBeCloseTo(0.8, 1);
  expect(fit.effects.map(({ level }) => level)).toEqual(['school']);
});
