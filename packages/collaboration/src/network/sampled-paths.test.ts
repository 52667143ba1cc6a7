import { seededRandom } from '@collegial/statistics';
import { describe, expect, it } from 'vitest';
import { oracle } from './__fixtures__/oracles.ts';
import { betweenness } from './betweenness.ts';
import type { NetworkInput } from './network-input.ts';
import { networkMeasures } from './network-measures.ts';
import { pathLengths } from './path-lengths.ts';

function made(
  size: number,
  edges: number,
  ends: (random: () => number, at: number) => readonly [number, number],
): NetworkInput {
  const random = seededRandom(size + edges);
  const id = (at: number) => `n${at % size}`;
  return {
    nodes: Array.from({ length: size }, (_, at) => ({ id: id(at) })),
    edges: Array.from({ length: edges }, (_, at) => {
      const [from, to] = ends(random, at);
      return { from: id(from), to: id(to), weight: 1 };
    }),
  };
}

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

/** Networks whose values are spread unlike each other: even, clustered, along a ring, over hubs. */
const shapes: readonly (readonly [string, NetworkInput])[] = [
  ['random', made(300, 900, (random, at) => [at % 300, Math.floor(random() * 300)])],
  [
    'authorities',
    made(300, 1500, (random) => {
      const from = Math.floor(random() * 300);
      const near = from - (from % 20) + Math.floor(random() * 20);
      return [from, random() < 0.9 ? near : Math.floor(random() * 300)];
    }),
  ],
  [
    'ring',
    made(300, 700, (random, at) => [
      at % 300,
      at < 600 ? (at + 1 + (at % 2)) % 300 : Math.floor(random() * 300),
    ]),
  ],
  ['hubs', made(300, 600, (random, at) => [at % 300, Math.floor(300 * random() ** 3)])],
  // Sixty islands of five schools each, and all pairs of one of them.
  ['islands', made(300, 900, (random, at) => [at % 300, (at % 300) - (at % 5) + Math.floor(random() * 5)])],
];

describe.each(shapes)('%s', (_, shape) => {
  it.each(['directed', 'undirected'] as const)(
    '95 of 100 %s values lie within the stated margin',
    (direction) => {
      const exactly = betweenness(shape, { direction });
      let inside = 0;
      let trials = 0;
      for (let seed = 0; seed < 12; seed++)
        for (const [at, node] of betweenness(shape, { direction, pivots: 30, seed }).entries()) {
          const value = exactly[at]!.betweenness;
          if (value === 0) continue;
          trials += 1;
          if (Math.abs(node.betweenness - value) <= (node.margin ?? 0) + 1e-9 * value) inside += 1;
        }
      expect(inside / trials).toBeGreaterThanOrEqual(0.95);
    },
  );
});

it('small components stay exact: no sample would meet them', () => {
  const [, islands] = shapes.at(-1)!;
  const sampled = betweenness(islands, { pivots: 30 });
  expect(sampled).toEqual(betweenness(islands));
  expect(sampled.every(({ margin }) => margin === null)).toBe(true);
  expect(networkMeasures(islands, { exactPathsUpTo: 100, pivots: 30 }).paths.pivots).toBeNull();
});

it('a path that is searched from both ends counts once, wherever a node stands on it', () => {
  // From all but one node of a chain, in both directions: what is missing is what the one would have added.
  const chain = made(12, 11, (_, at) => [at, at + 1]);
  for (const direction of ['directed', 'undirected'] as const) {
    const exactly = betweenness(chain, { direction });
    const samples = Array.from({ length: 400 }, (_, seed) =>
      betweenness(chain, { direction, pivots: 11, seed }),
    );
    for (const [at, node] of exactly.entries()) {
      const mean = samples.reduce((sum, sample) => sum + sample[at]!.betweenness, 0) / samples.length;
      expect(mean / (node.betweenness || 1)).toBeCloseTo(node.betweenness === 0 ? 0 : 1, 1);
    }
  }
});

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
