import { seededRandom } from '@collegial/statistics';
import { expect, it } from 'vitest';
import { oracle } from './__fixtures__/oracles.ts';
import { betweenness } from './betweenness.ts';
import { networkMeasures } from './network-measures.ts';
import { pathLengths } from './path-lengths.ts';

const network = oracle('random, 60 nodes');
const exact = betweenness(network);

it('a sample of all nodes is exact', () => {
  expect(betweenness(network, { pivots: 60 })).toEqual(exact);
  expect(exact.every(({ standardError }) => standardError === null)).toBe(true);
});

it('the same seed gives the same sample, another another', () => {
  const sampled = (seed: number) => betweenness(network, { pivots: 20, seed });
  expect(sampled(5)).toEqual(sampled(5));
  expect(sampled(6)).not.toEqual(sampled(5));
});

it('over many samples the estimate is right on average, and its standard error is that of the estimates', () => {
  const samples = Array.from({ length: 600 }, (_, seed) => betweenness(network, { pivots: 20, seed }));
  for (const [at, node] of exact.entries()) {
    const values = samples.map((sample) => sample[at]!.betweenness);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    const stated = samples.reduce((sum, sample) => sum + sample[at]!.standardError! ** 2, 0) / samples.length;
    // Five standard errors of a mean of 600: none of 60 nodes should lie further off.
    expect(Math.abs(mean - node.betweenness)).toBeLessThanOrEqual(5 * Math.sqrt(variance / 600) + 1e-9);
    expect(Math.abs(stated - variance)).toBeLessThanOrEqual(0.35 * variance + 1e-9);
  }
});

it.each(['directed', 'undirected'] as const)(
  'most %s values lie within two stated standard errors',
  (direction) => {
    const exactly = betweenness(network, { direction });
    let inside = 0;
    for (let seed = 0; seed < 100; seed++) {
      const sample = betweenness(network, { direction, pivots: 30, seed });
      inside += sample.filter(
        (node, at) => Math.abs(node.betweenness - exactly[at]!.betweenness) <= 2 * node.standardError! + 1e-9,
      ).length;
    }
    expect(inside / 6000).toBeGreaterThan(0.88);
  },
);

it('sampled path lengths come near, and say that they are sampled', () => {
  const all = pathLengths(network);
  const sampled = pathLengths(network, { pivots: 30 });
  expect(all.exact).toBe(true);
  expect(sampled.exact).toBe(false);
  expect(sampled.averagePathLength! / all.averagePathLength!).toBeCloseTo(1, 1);
  expect(sampled.diameter!).toBeLessThanOrEqual(all.diameter!);
});

it('networks above the limit are sampled, and say so', () => {
  const random = seededRandom(3);
  const nodes = Array.from({ length: 120 }, (_, at) => ({ id: `n${at}` }));
  const edges = Array.from({ length: 400 }, () => ({
    from: `n${Math.floor(random() * 120)}`,
    to: `n${Math.floor(random() * 120)}`,
    weight: 1,
  }));
  const measures = networkMeasures({ nodes, edges }, { exactPathsUpTo: 100, pivots: 40, seed: 9 });
  expect(measures.paths).toMatchObject({ pivots: 40, seed: 9, directed: { exact: false } });
  expect(measures.nodes.every(({ closeness }) => closeness === null)).toBe(true);
  expect(measures.nodes.some(({ betweennessError }) => betweennessError! > 0)).toBe(true);
  expect(networkMeasures({ nodes, edges }).paths).toMatchObject({ pivots: null, directed: { exact: true } });
});
