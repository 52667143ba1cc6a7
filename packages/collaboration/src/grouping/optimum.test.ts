import { describe, expect, it } from 'vitest';
import { everyDivision, valuesByDefinition } from './__fixtures__/brute-force.ts';
import { randomSchools } from './__fixtures__/random-schools.ts';
import { buildTable, constrain } from './problem/build-problem.ts';
import { constraintsOf } from './problem/constraints.ts';
import { drawLots, factorsOf } from './solve/draw-lots.ts';
import { paceOf } from './solve/pace.ts';
import { valuesOf, weigh } from './solve/partition.ts';
import { searchPool } from './solve/search-pool.ts';
import { solveExactly } from './solve/solve-exactly.ts';
import { suggestGroups } from './suggest-groups.ts';
import { canonicalOrder } from './table/canonical-order.ts';
import { distanceOf } from './table/distance.ts';

describe('against every possible grouping, by definitions written down apart', () => {
  it.each([
    [6, { min: 2, max: 4 }, undefined],
    [8, { min: 2, max: 4 }, undefined],
    [9, { min: 3, max: 3 }, undefined],
    [10, { min: 3, max: 5 }, undefined],
    [10, { min: 3, max: 5 }, 9],
    [12, { min: 4, max: 6 }, undefined],
  ])(
    '%i schools in groups of %o within %s km: the best score and each best value are found',
    async (count, size, maxDistance) => {
      let compared = 0;
      for (let seed = 1; seed <= 3; seed++) {
        const schools = randomSchools(count, seed);
        const fits = (groups: (typeof schools)[]) =>
          groups.every((group) =>
            group.every((one) =>
              group.every((two) => distanceOf(one.place, two.place) <= (maxDistance ?? 99)),
            ),
          );
        const divisions = [...everyDivision(schools, size.min, size.max)].filter(fits);
        const options = { size, alternatives: 1, ...(maxDistance === undefined ? {} : { maxDistance }) };
        if (divisions.length === 0) {
          await expect(suggestGroups(schools, options)).rejects.toMatchObject({
            code: 'grouping.infeasible',
            proved: true,
          });
          continue;
        }
        const { objectives, proposals, method } = await suggestGroups(schools, options);
        expect(method).toBe('exact');
        const all = divisions.map(valuesByDefinition);
        const scores = all.map((values) =>
          objectives.reduce((sum, { objective, share, lots }) => sum + (share * values[objective]) / lots, 0),
        );
        expect(proposals[0]?.score).toBeCloseTo(Math.min(...scores), 9);
        for (const { objective, best, bestIsExact } of objectives) {
          expect(bestIsExact).toBe(true);
          expect(best).toBeCloseTo(Math.min(...all.map((values) => values[objective])), 9);
        }
        const byId = new Map(schools.map((school) => [school.id, school]));
        const own = valuesByDefinition(
          proposals[0]!.groups.map((group) => group.schools.map((id) => byId.get(id)!)),
        );
        for (const { objective, value } of proposals[0]!.objectives)
          expect(value).toBeCloseTo(own[objective], 9);
        compared += 1;
      }
      expect(compared).toBeGreaterThan(0);
    },
  );
});

it('the search alone reaches the optimum, or misses it by less than 0.01 of what lots give, on 40 cities of 10 to 14 schools', async () => {
  const gaps: number[] = [];
  for (let seed = 1; seed <= 40; seed++) {
    const schools = canonicalOrder(randomSchools(10 + (seed % 5), 100 + seed));
    const options = { size: { min: 3, max: 5 } };
    const problem = constrain(buildTable(schools, options), constraintsOf(schools, options));
    const factors = factorsOf(problem.weights, drawLots(problem));
    const pace = paceOf({});
    const exact = await solveExactly(problem, [factors], pace);
    const search = await searchPool(problem, {
      ways: [factors],
      starts: 4,
      rounds: 40,
      seed: 1,
      pace,
      from: 0,
      to: 1,
    });
    const cost = (partition: readonly (readonly number[])[]) => weigh(valuesOf(problem, partition), factors);
    gaps.push(cost(search.best[0]!) - cost(exact!.best![0]!));
  }
  expect(Math.min(...gaps)).toBeGreaterThan(-1e-9);
  expect(Math.max(...gaps)).toBeLessThan(0.01);
  expect(gaps.filter((gap) => gap < 1e-9).length).toBeGreaterThanOrEqual(38);
});
