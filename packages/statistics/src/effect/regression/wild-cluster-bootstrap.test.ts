import { describe, expect, it } from 'vitest';
import { clusteredFit } from './clustered-fit.ts';
import { wildClusterBootstrap } from './wild-cluster-bootstrap.ts';

const outcome = [1, 2.5, 2, 4, 3, 6, 5.5, 4, 7];
const joined = [0, 0, 0, 0, 0, 1, 1, 1, 1];
const clusters = ['a', 'a', 'b', 'c', 'c', 'd', 'd', 'e', 'e'];
const x = [0.2, -1, 0.5, 1, 0, 0.3, -0.2, 0.9, -0.6];
const design = joined.map((one, row) => [1, one, x[row]!]);
const fit = clusteredFit({ outcome, design, clusters });

/** The bootstrap as the paper says it, with a new regression for each of the 6⁵ worlds. */
function bySlowWay(): number {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const points = [-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)];
  const restricted = clusteredFit({
    outcome,
    design: design.map(([one, , third]) => [one!, third!]),
    clusters,
  });
  const predicted = design.map(
    ([one, , third]) => one! * restricted.coefficients[0]! + third! * restricted.coefficients[1]!,
  );
  const t = (values: readonly number[]) => {
    const world = clusteredFit({ outcome: values, design, clusters });
    const bread = [3, 4, 5].map((at) => world.bread.values[at]!);
    const squares = world.parts.reduce((sum, { design: own, residuals }) => {
      let score = 0;
      for (const [row, residual] of residuals.entries())
        for (const [k, weight] of bread.entries()) score += weight * own.values[row * 3 + k]! * residual;
      return sum + score * score;
    }, 0);
    return Math.abs(world.coefficients[1]!) / Math.sqrt(squares);
  };
  const found = t(outcome);
  let asFar = 0;
  for (let world = 0; world < 6 ** 5; world += 1) {
    const weight = (cluster: string) => points[Math.floor(world / 6 ** names.indexOf(cluster)) % 6]!;
    const values = outcome.map((y, row) => predicted[row]! + weight(clusters[row]!) * (y - predicted[row]!));
    if (t(values) >= found * (1 - 1e-9)) asFar += 1;
  }
  return asFar / 6 ** 5;
}

describe('wildClusterBootstrap', () => {
  it('with five clusters goes through all 7,776 worlds and gives what a regression in each of them gives', () => {
    const { p, exact, draws } = wildClusterBootstrap(fit, [0, 1, 0]);
    expect([exact, draws]).toEqual([true, 7776]);
    expect(p).toBe(bySlowWay());
  });

  it('has an interval whose ends are just rejected, and 0 inside it exactly when the p-value is above 0.05', () => {
    const { p, interval } = wildClusterBootstrap(fit, [0, 1, 0], { confidence: 0.95 });
    const { lower, upper } = interval!;
    expect(lower < 0 && 0 < upper).toBe(p > 0.05);
    const shifted = (by: number) =>
      wildClusterBootstrap(
        clusteredFit({ outcome: outcome.map((y, row) => y - by * joined[row]!), design, clusters }),
        [0, 1, 0],
      ).p;
    for (const end of [lower, upper].filter(Number.isFinite)) {
      expect(shifted(end)).toBeLessThanOrEqual(0.05);
      expect(shifted(end + (fit.coefficients[1]! - end) * 0.01)).toBeGreaterThan(0.05);
    }
  });

  it('draws where there are too many, the same for the same seed', () => {
    const many = clusteredFit({ outcome, design, clusters: outcome.map((_, row) => `c${row}`) });
    const one = wildClusterBootstrap(many, [0, 0, 1], { draws: 500, seed: 3 });
    expect(one.exact).toBe(false);
    expect(wildClusterBootstrap(many, [0, 0, 1], { draws: 500, seed: 3 })).toEqual(one);
    expect(wildClusterBootstrap(many, [0, 0, 1], { draws: 500, seed: 4 }).p).not.toBe(one.p);
  });
});
