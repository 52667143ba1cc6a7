import { describe, expect, it } from 'vitest';
import { assortativity } from './assortativity.ts';
import { brokerage } from './brokerage.ts';
import { eIIndex } from './e-i-index.ts';
import { mixing } from './mixing.ts';
import { modularity } from './modularity.ts';

const nodes = [
  { id: 'Ash', group: 'North' },
  { id: 'Birch', group: 'North' },
  { id: 'Cedar', group: 'North' },
  { id: 'Dogwood', group: 'South' },
  { id: 'Elm', group: 'South' },
  { id: 'Fir', group: 'West' },
  { id: 'Gorse' },
];
const edge = (from: string, to: string, weight = 1) => ({ from, to, weight });
const rolesOf = (edges: ReturnType<typeof edge>[], id: string) => {
  const found = brokerage({ nodes, edges }).find((node) => node.id === id);
  return Object.entries(found ?? {})
    .filter(([role, count]) => typeof count === 'number' && count > 0 && role !== 'total')
    .map(([role]) => role);
};

describe('brokerage, as Gould and Fernandez name the roles', () => {
  it.each([
    ['coordinator', [edge('Ash', 'Birch'), edge('Birch', 'Cedar')]],
    ['itinerant', [edge('Dogwood', 'Birch'), edge('Birch', 'Elm')]],
    ['representative', [edge('Ash', 'Birch'), edge('Birch', 'Dogwood')]],
    ['gatekeeper', [edge('Dogwood', 'Birch'), edge('Birch', 'Ash')]],
    ['liaison', [edge('Dogwood', 'Birch'), edge('Birch', 'Fir')]],
  ])('%s', (role, edges) => {
    expect(rolesOf(edges, 'Birch')).toEqual([role]);
  });

  it('no role where the two are tied without the broker, or one has no known group', () => {
    const path = [edge('Ash', 'Birch'), edge('Birch', 'Dogwood')];
    expect(rolesOf([...path, edge('Ash', 'Dogwood')], 'Birch')).toEqual([]);
    // The other direction does not close the path.
    expect(rolesOf([...path, edge('Dogwood', 'Ash')], 'Birch')).toEqual(['representative']);
    expect(rolesOf([edge('Gorse', 'Birch'), edge('Birch', 'Ash')], 'Birch')).toEqual([]);
    expect(brokerage({ nodes, edges: [] }).map(({ id }) => id)).not.toContain('Gorse');
  });

  it('a path there and back to where it came from is none', () => {
    expect(rolesOf([edge('Ash', 'Birch'), edge('Birch', 'Ash')], 'Birch')).toEqual([]);
  });
});

describe('a network of two groups on paper', () => {
  // Within North: Ash–Birch both ways; across: Birch → Dogwood; within South: Dogwood → Elm; without group: Ash → Gorse.
  const network = {
    nodes,
    edges: [
      edge('Ash', 'Birch', 3),
      edge('Birch', 'Ash', 1),
      edge('Birch', 'Dogwood', 2),
      edge('Dogwood', 'Elm', 4),
      edge('Ash', 'Gorse', 9),
    ],
  };

  it('E-I index: one tie across and two within, so (1 − 2) / 3', () => {
    const found = eIIndex(network);
    expect(found).toMatchObject({ internal: 2, external: 1, index: -1 / 3, tiesWithoutGroup: 1 });
    // Weight across 2, within 3 + 1 + 4.
    expect(found.weightedIndex).toBeCloseTo(-6 / 10, 12);
    // Six nodes have 15 pairs, of them 3 + 1 within a group.
    expect(found.expectedIndex).toBeCloseTo((11 - 4) / 15, 12);
    expect(found.groups).toEqual([
      { group: 'North', nodes: 3, internal: 1, external: 1, index: 0 },
      { group: 'South', nodes: 2, internal: 1, external: 1, index: 0 },
      { group: 'West', nodes: 1, internal: 0, external: 0, index: null },
    ]);
    expect(found.nodes.find(({ id }) => id === 'Elm')).toMatchObject({ internal: 1, external: 0, index: -1 });
    expect(found.nodes.find(({ id }) => id === 'Cedar')?.index).toBeNull();
    expect(found.nodes.some(({ id }) => id === 'Gorse')).toBe(false);
  });

  it('mixing: who gives whom, over what there could be', () => {
    expect(mixing(network)).toEqual([
      { from: 'North', to: 'North', arcs: 2, weight: 4, density: 2 / 6 },
      { from: 'North', to: 'South', arcs: 1, weight: 2, density: 1 / 6 },
      { from: 'South', to: 'South', arcs: 1, weight: 4, density: 1 / 2 },
    ]);
  });

  it('assortativity and modularity are what their formulas give', () => {
    // By arcs: 3 of 4 within; North gives 3/4 and receives 2/4, South gives 1/4 and receives 2/4.
    const chance = (3 / 4) * (2 / 4) + (1 / 4) * (2 / 4);
    expect(assortativity(network).arcs).toBeCloseTo((3 / 4 - chance) / (1 - chance), 12);
    // By weight: 8 of 10 within; North gives 6 and receives 4, South gives 4 and receives 6.
    expect(modularity(network).directed).toBeCloseTo(0.8 - (0.6 * 0.4 + 0.4 * 0.6), 12);
    // In the projection strengths are 10 each, of 20.
    expect(modularity(network).undirected).toBeCloseTo(0.8 - 0.5, 12);
  });

  it('there is no figure where there is no tie to measure', () => {
    const empty = { nodes, edges: [] };
    expect(eIIndex(empty).index).toBeNull();
    expect(assortativity(empty)).toEqual({ arcs: null, weighted: null });
    expect(modularity(empty)).toEqual({ directed: null, undirected: null });
  });
});
