import { CollegialError } from '@collegial/model';
import { describe, expect, it } from 'vitest';
import { articulationPoints } from './articulation-points.ts';
import { degreeCentralisation } from './degree-centralisation.ts';
import { density } from './density.ts';
import { Network } from './network.ts';
import { networkMeasures } from './network-measures.ts';
import { reciprocity } from './reciprocity.ts';
import { strongComponents } from './strong-components.ts';

const edge = (from: string, to: string, weight = 1) => ({ from, to, weight });
const nodes = ['a', 'b', 'c', 'd'].map((id) => ({ id }));

describe('what a network is made from', () => {
  it('repeated edges are summed and self-loops left out, and both are counted', () => {
    const network = new Network({
      nodes,
      edges: [edge('b', 'a', 2), edge('a', 'b', 1), edge('a', 'b', 4), edge('c', 'c', 9)],
    });
    expect(network).toMatchObject({ size: 4, arcs: 2, ties: 1, selfLoops: 1, repeatedEdges: 1 });
    expect([...network.out.weight]).toEqual([5, 2]);
    expect([...network.undirected.weight]).toEqual([7, 7]);
  });

  it('weights that rounding would add differently in another order add up the same', () => {
    const weights = [0.1, 0.2, 0.3];
    const sum = (order: number[]) =>
      new Network({ nodes, edges: order.map((weight) => edge('a', 'b', weight)) }).out.weight[0];
    expect(weights.reduce((total, weight) => total + weight)).not.toBe(
      weights.reduceRight((total, weight) => total + weight),
    );
    expect(sum([...weights].reverse())).toBe(sum(weights));
  });

  it.each([
    ['a node twice', { nodes: [...nodes, { id: 'b' }], edges: [] }, 'The node “b” stands twice'],
    [
      'an end that is no node',
      { nodes, edges: [edge('a', 'b'), edge('a', 'x')] },
      'Edge 2 of a network names',
    ],
    ['no weight', { nodes, edges: [edge('a', 'b', 0)] }, 'Edge 1 of a network has a weight'],
    ['a weight below 0', { nodes, edges: [edge('a', 'b', -1)] }, 'Edge 1 of a network has a weight'],
    [
      'a weight that is no number',
      { nodes, edges: [edge('a', 'b', Number.NaN)] },
      'Edge 1 of a network has a weight',
    ],
  ])('%s is refused with its place', (_, input, message) => {
    expect(() => new Network(input)).toThrow(
      expect.objectContaining({ code: 'argument.invalid', message: expect.stringContaining(message) }),
    );
    expect(() => networkMeasures(input)).toThrow(CollegialError);
  });
});

describe('small networks on paper', () => {
  it('a star out of one node: most centralised going out, and all depend on the middle', () => {
    const star = { nodes, edges: [edge('a', 'b'), edge('a', 'c'), edge('a', 'd')] };
    expect(degreeCentralisation(star)).toEqual({ out: 1, in: 1 / 9, all: 1 });
    expect(networkMeasures(star)).toMatchObject({
      closenessCentralisation: expect.closeTo(1, 12),
      paths: { undirected: { betweennessCentralisation: 1, averagePathLength: 1.5, diameter: 2 } },
    });
    expect(articulationPoints(star)).toEqual([
      { id: 'a', parts: [1, 1, 1], componentsAfter: 3, pairsSeparated: 3 },
    ]);
  });

  it('three reciprocities of one network', () => {
    // a and b give each other 5 and 2; a gives c 3: two of three arcs are returned, one of two pairs, and 2 + 2 of 10.
    const found = reciprocity({ nodes, edges: [edge('a', 'b', 5), edge('b', 'a', 2), edge('a', 'c', 3)] });
    expect(found.edge).toBeCloseTo(2 / 3, 12);
    expect(found.dyad).toBeCloseTo(1 / 2, 12);
    expect(found.weighted).toBeCloseTo(4 / 10, 12);
  });

  it('the examples of the documentation give what they say', () => {
    const schools = [
      { id: 'Ash', group: 'North' },
      { id: 'Birch', group: 'North' },
      { id: 'Cedar', group: 'South' },
    ];
    const edges = [edge('Ash', 'Birch', 6), edge('Birch', 'Ash', 2), edge('Birch', 'Cedar', 4)];
    const measures = networkMeasures({ nodes: schools, edges });
    expect(measures.reciprocity.dyad).toBe(0.5);
    expect(measures.articulationPoints).toEqual([
      { id: 'Birch', parts: [1, 1], componentsAfter: 2, pairsSeparated: 1 },
    ]);
    const [a, b, c] = nodes;
    expect(density({ nodes: [a!, b!, c!], edges: [edge('a', 'b')] }).undirected).toBeCloseTo(1 / 3, 12);
  });

  it('nothing is said of a network too small or empty to say it of', () => {
    expect(density({ nodes: [], edges: [] })).toEqual({ directed: null, undirected: null });
    expect(reciprocity({ nodes, edges: [] })).toEqual({ edge: null, dyad: null, weighted: null });
    expect(networkMeasures({ nodes, edges: [] })).toMatchObject({
      density: { directed: 0, undirected: 0 },
      isolates: ['a', 'b', 'c', 'd'],
      closenessCentralisation: null,
      paths: { directed: { averagePathLength: null, diameter: null, reachablePairs: 0 } },
      communities: { modularity: null },
      groups: null,
    });
  });

  it('a chain of 50,000 nodes overflows no stack', () => {
    const chain = Array.from({ length: 50_000 }, (_, at) => ({ id: String(at).padStart(6, '0') }));
    const edges = chain.slice(1).map(({ id }, at) => edge(chain[at]!.id, id));
    const network = new Network({ nodes: chain, edges });
    expect(articulationPoints(network)).toHaveLength(49_998);
    expect(strongComponents(network)).toHaveLength(50_000);
  });
});
