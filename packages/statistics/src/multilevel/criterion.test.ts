import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../resampling/seeded-random.ts';
import { denseCriterion } from './__fixtures__/dense.ts';
import { Criterion } from './criterion.ts';
import { fitMultilevel } from './fit-multilevel.ts';
import { type ModelRow, modelStatistics } from './from-rows.ts';
import { modelDesign } from './model-design.ts';

const random = seededRandom(3);
const rows: ModelRow[] = Array.from({ length: 70 }, () => {
  const authority = `a${Math.floor(random() * 3)}`;
  const school = `s${Math.floor(random() * 4)}`;
  const x = random() * 3 + 5;
  return {
    path: [authority, school, `c${Math.floor(random() * 2)}`],
    values: [x, random()],
    outcome: random() * 4 + x * (school === 's1' ? 1 : 0.2) + (authority === 'a1' ? 3 : 0),
    weight: 0.5 + random(),
  };
});
const statistics = modelStatistics({
  levels: ['authority', 'school', 'class'],
  outcome: 'y',
  columns: ['x', 'z'],
  rows,
});

describe('on three nested levels, with slopes', () => {
  const design = modelDesign(statistics, {
    random: {
      authority: { columns: ['intercept'] },
      school: { columns: ['intercept', 'x'] },
      class: { columns: ['z', 'x'], covariance: 'independent' },
    },
  });
  const theta = Float64Array.of(0.3, 0.4, 0.7, -0.2, 0.5, 0.6);

  it.each([true, false])(
    'the gradient is what differences of the criterion say (restricted: %s)',
    (restricted) => {
      const criterion = new Criterion(design, restricted);
      const gradient = new Float64Array(criterion.parameters);
      criterion.evaluate(theta, gradient);
      gradient.forEach((slope, at) => {
        const moved = (by: number) =>
          criterion.evaluate(theta.map((value, index) => (index === at ? value + by : value)));
        expect((moved(1e-5) - moved(-1e-5)) / 2e-5).toBeCloseTo(slope, 5);
      });
    },
  );
});

it.each(['REML', 'ML'] as const)(
  'the criterion at the optimum by %s is that of the whole covariance matrix, weights and all',
  (method) => {
    const fit = fitMultilevel(statistics, {
      method,
      random: {
        authority: { columns: ['intercept'] },
        school: { columns: ['intercept', 'x'] },
        class: { columns: ['x'] },
      },
    });
    const [authority, school, classes] = fit.random.map(({ covariance }) =>
      covariance.map((row) => row.map((value) => value / fit.residualVariance)),
    );
    const dense = denseCriterion(
      rows,
      [
        { depth: 0, columns: () => [1], covariance: authority! },
        { depth: 1, columns: ([x]) => [1, x!], covariance: school! },
        { depth: 2, columns: ([x]) => [x!], covariance: classes! },
      ],
      method === 'REML',
    );
    expect(Math.abs(fit.criterion / dense - 1)).toBeLessThan(1e-10);
  },
);

it('no covariance matrix drawn at random is better than the optimum found, which is often at the boundary', () => {
  const statuses = new Set<string>();
  fc.assert(
    fc.property(fc.nat(), fc.boolean(), (seed, restricted) => {
      const draw = seededRandom(seed);
      const normal = () => draw() + draw() + draw() + draw() - 2;
      const few = Array.from({ length: 6 }, (_, group) => {
        const [height, slope] = [normal() * draw(), normal() * draw()];
        return Array.from({ length: 2 + Math.floor(6 * draw()) }, (): ModelRow => {
          const x = 3 * normal();
          return { path: [`g${group}`], values: [x], outcome: height + slope * x + normal() };
        });
      }).flat();
      const fit = fitMultilevel(
        modelStatistics({ levels: ['group'], outcome: 'y', columns: ['x'], rows: few }),
        {
          method: restricted ? 'REML' : 'ML',
          random: { group: { columns: ['intercept', 'x'] } },
        },
      );
      statuses.add(fit.status);
      expect(fit.status).not.toBe('not-converged');
      for (let trial = 0; trial < 60; trial += 1) {
        // about the optimum, and anywhere
        const near = trial % 2 === 0;
        const found = fit.random[0]!.covariance.map((row) =>
          row.map((value) => value / fit.residualVariance),
        );
        const [a, b, c] = [normal() * 2 * draw(), normal() * draw(), normal() * draw()];
        const drawn = [
          [a * a, a * b],
          [a * b, b * b + c * c],
        ];
        const share = near ? 0.01 : 1;
        const covariance = found.map((row, i) =>
          row.map((value, j) => (1 - share) * value + share * drawn[i]![j]!),
        );
        const other = denseCriterion(few, [{ depth: 0, columns: ([x]) => [1, x!], covariance }], restricted);
        expect(other).toBeGreaterThanOrEqual(fit.criterion - 1e-8);
      }
    }),
    { numRuns: 40 },
  );
  expect([...statuses].sort()).toEqual(['converged', 'singular']);
});
