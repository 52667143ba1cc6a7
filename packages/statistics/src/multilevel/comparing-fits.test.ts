import { describe, expect, it } from 'vitest';
import { chiSquaredTail } from '../distributions/chi-squared-tail.ts';
import { ModelError } from '../model-error.ts';
import { seededRandom } from '../resampling/seeded-random.ts';
import { simulatedSchools } from './__fixtures__/simulated-schools.ts';
import { addGroupMeans } from './add-group-means.ts';
import { contextualEffect } from './contextual-effect.ts';
import { fitMultilevel } from './fit-multilevel.ts';
import { type ModelRow, modelStatistics } from './from-rows.ts';
import { likelihoodRatioTest } from './likelihood-ratio-test.ts';
import type { MultilevelOptions } from './multilevel-options.ts';

describe('likelihoodRatioTest', () => {
  const { statistics } = simulatedSchools(seededRandom(2), {
    schools: 30,
    intraclass: 0.05,
    sizes: [10, 40],
  });
  const fit = (options: MultilevelOptions) => fitMultilevel(statistics, options);
  const slopes = { school: { columns: ['intercept', 'prior'] } };

  it('mixes chi-squared 0 and 1 for the first variance, 1 and 2 for a slope', () => {
    const first = likelihoodRatioTest(fit({ random: {} }), fit({}));
    expect(first).toMatchObject({ degrees: 1, mixture: [0, 1], exact: true });
    expect(first.probability).toBeCloseTo(chiSquaredTail(first.statistic, 1) / 2, 15);
    const second = likelihoodRatioTest(fit({}), fit({ random: slopes }));
    expect(second).toMatchObject({ degrees: 2, mixture: [1, 2], exact: true });
    expect(second.probability).toBeCloseTo(
      (chiSquaredTail(second.statistic, 1) + chiSquaredTail(second.statistic, 2)) / 2,
      15,
    );
  });

  it('gives a bound for two at once, and the plain test for a fixed effect', () => {
    expect(likelihoodRatioTest(fit({ random: {} }), fit({ random: slopes }))).toMatchObject({
      mixture: [3],
      exact: false,
    });
    const fixed = likelihoodRatioTest(fit({ method: 'ML', fixed: ['intercept'] }), fit({ method: 'ML' }));
    expect(fixed).toMatchObject({ degrees: 1, mixture: [1], exact: true });
    expect(fixed.probability).toBeLessThan(1e-10);
  });

  it('refuses REML with other fixed effects, other methods, other rows, and fits that are not nested', () => {
    const other = fitMultilevel({ ...statistics, groups: statistics.groups.slice(1) });
    const independent = fit({
      random: { school: { columns: ['intercept', 'prior'], covariance: 'independent' } },
    });
    for (const [smaller, larger] of [
      [fit({ fixed: ['intercept'] }), fit({})],
      [fit({ method: 'ML' }), fit({ random: slopes })],
      [other, fit({ random: slopes })],
      [fit({ random: slopes }), fit({})],
      [fit({ random: slopes }), independent],
      [fit({ random: { school: { columns: ['prior'] } } }), fit({})],
    ] as const) {
      expect(() => likelihoodRatioTest(smaller, larger)).toThrow(ModelError);
    }
    expect(likelihoodRatioTest(independent, fit({ random: slopes }))).toMatchObject({
      degrees: 1,
      exact: true,
    });
  });

  it('claims schools that do not differ at the stated rate', () => {
    const random = seededRandom(12);
    const worlds = 400;
    const claims = Array.from({ length: worlds }, () => {
      const world = simulatedSchools(random, { schools: 30, intraclass: 0, sizes: [10, 30] }).statistics;
      return (
        likelihoodRatioTest(fitMultilevel(world, { random: {} }), fitMultilevel(world)).probability < 0.1
      );
    }).filter(Boolean).length;
    // 10 % ± 3 standard errors; the plain chi-squared would claim about 5 %
    expect(claims / worlds).toBeGreaterThan(0.055);
    expect(claims / worlds).toBeLessThan(0.145);
  });
});

describe('contextual effects', () => {
  // within schools y rises by 1 with x; between schools by 3
  const rows: ModelRow[] = [0, 1, 2, 3, 4, 5].flatMap((school) =>
    [-1, 0, 1, 0].map((x, index) => ({
      path: [`a${school % 2}`, `s${school}`],
      values: [school + x],
      outcome: 3 * school + x + [0.1, -0.1, 0.1, -0.1][index]! + [0.3, -0.2, -0.1, -0.1, -0.2, 0.3][school]!,
    })),
  );
  const statistics = modelStatistics({ levels: ['authority', 'school'], outcome: 'y', columns: ['x'], rows });
  const random = { school: { columns: ['intercept'] } };

  it('within, between and the difference come from one fit', () => {
    const fit = fitMultilevel(addGroupMeans(statistics, { columns: ['x'], level: 'school' }), { random });
    const { within, between, contextual } = contextualEffect(fit, { column: 'x', mean: 'x: mean of school' });
    expect(within.estimate).toBeCloseTo(1, 10);
    expect(between.estimate).toBeCloseTo(3, 10);
    expect(contextual.estimate).toBeCloseTo(2, 10);
    // orthogonal in a balanced design: variances add
    expect(contextual.standardError ** 2).toBeCloseTo(
      within.standardError ** 2 + between.standardError ** 2,
      10,
    );
    expect(() => contextualEffect(fit, { column: 'x', mean: 'z' })).toThrow(ModelError);
  });

  it('means added from cross products are those of the rows, at any level', () => {
    const meanOf = (depth: number, path: readonly string[]) => {
      const own = rows.filter((row) => row.path[depth] === path[depth]);
      return own.reduce((sum, row) => sum + row.values[0]!, 0) / own.length;
    };
    const direct = modelStatistics({
      levels: ['authority', 'school'],
      outcome: 'y',
      columns: ['x', 'of school', 'of authority'],
      rows: rows.map((row) => ({
        ...row,
        values: [row.values[0]!, meanOf(1, row.path), meanOf(0, row.path)],
      })),
    });
    const added = ['school', 'authority'].reduce(
      (before, level) => addGroupMeans(before, { columns: ['x'], level, name: () => `of ${level}` }),
      statistics,
    );
    const [a, b] = [direct, added].map((one) => fitMultilevel(one, { random }));
    expect(a!.fixed.map(({ column }) => column)).toEqual(b!.fixed.map(({ column }) => column));
    a!.fixed.forEach(({ estimate }, index) => {
      expect(b!.fixed[index]!.estimate).toBeCloseTo(estimate, 9);
    });
    expect(b!.criterion).toBeCloseTo(a!.criterion, 9);
  });
});
