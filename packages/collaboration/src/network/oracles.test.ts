import { describe, expect, it } from 'vitest';
import { brokerageRoles, oracle, oracles } from './__fixtures__/oracles.ts';
import { betweenness } from './betweenness.ts';
import { brokerage } from './brokerage.ts';
import { communities } from './communities.ts';
import { mixing } from './mixing.ts';
import { networkMeasures } from './network-measures.ts';

const grouped = oracles.flatMap(({ figures: { groups, ...rest }, ...network }) =>
  groups === undefined ? [] : { ...network, figures: { ...rest, groups } },
);

// Figures of networkx, igraph and R's sna: their versions stand in the fixture, and the script beside it asks them again.
describe.each(oracles)('$name: the figures of networkx, igraph and sna', (network) => {
  const { figures } = network;
  const measures = networkMeasures(network);
  const near = (value: number | null | undefined, expected: number | null | undefined) => {
    if (expected === null || expected === undefined) expect(value ?? null).toBeNull();
    else expect(value).toBeCloseTo(expected, 9);
  };
  const column = (name: keyof (typeof measures.nodes)[number]) => measures.nodes.map((node) => node[name]);

  it('density, reciprocity, dyad and triad census', () => {
    near(measures.density.directed, figures.density.directed);
    near(measures.density.undirected, figures.density.undirected);
    near(measures.reciprocity.edge, figures.edgeReciprocity);
    near(measures.reciprocity.dyad, figures.dyadReciprocity);
    expect(measures.dyadCensus).toEqual(figures.dyadCensus);
    expect(measures.triadCensus).toEqual(figures.triadCensus);
  });

  it('degrees, strengths and cores', () => {
    for (const name of ['in', 'out', 'all', 'inStrength', 'outStrength'] as const)
      expect(column(name)).toEqual(figures.degrees[name]);
    expect(column('core')).toEqual(figures.core);
  });

  it('Freeman centralisation of degree, betweenness and closeness', () => {
    const { degreeCentralisation, paths, closenessCentralisation } = measures;
    near(degreeCentralisation.in, figures.centralisation.in);
    near(degreeCentralisation.out, figures.centralisation.out);
    near(degreeCentralisation.all, figures.centralisation.all);
    near(paths.directed.betweennessCentralisation, figures.centralisation.betweenness);
    near(paths.undirected.betweennessCentralisation, figures.centralisation.undirectedBetweenness);
    near(closenessCentralisation, figures.centralisation.closeness);
  });

  it('betweenness, closeness, path lengths', () => {
    for (const [at, node] of measures.nodes.entries()) {
      near(node.betweenness, figures.betweenness.directed[at]);
      near(node.undirectedBetweenness, figures.betweenness.undirected[at]);
      near(node.closeness, figures.closeness?.[at]);
    }
    for (const direction of ['directed', 'undirected'] as const) {
      near(measures.paths[direction].averagePathLength, figures.paths[direction].averagePathLength);
      near(measures.paths[direction].diameter, figures.paths[direction].diameter);
    }
  });

  it('components, isolates, articulation points, bridges', () => {
    expect(measures.weakComponents).toEqual(figures.weakComponents);
    expect(measures.strongComponents).toEqual(figures.strongComponents);
    expect(measures.isolates).toEqual(figures.isolates);
    expect(measures.articulationPoints.map(({ pairsSeparated: _, ...point }) => point)).toEqual(
      figures.articulationPoints,
    );
    expect(measures.bridges.map(({ between }) => between)).toEqual(figures.bridges);
  });

  it('clustering', () => {
    const { local, ...all } = figures.clustering;
    for (const name of [
      'triangles',
      'transitivity',
      'averageLocalClustering',
      'directedTransitivity',
    ] as const)
      near(measures.clustering[name], all[name]);
    for (const [at, node] of measures.nodes.entries()) near(node.localClustering, local[at]);
  });

  it('Louvain communities: the best of fifty runs comes within 1 % of the best of fifty of networkx', () => {
    const { modularity, communities: found } = communities(network, { runs: 50 });
    expect(modularity).toBeGreaterThan((figures.bestModularity ?? 0) * 0.99);
    expect(found.flat().sort()).toEqual(network.nodes.map(({ id }) => id).sort());
  });
});

describe.each(grouped)('$name: the figures of networkx and sna for its groups', (network) => {
  const figures = network.figures.groups;

  it('assortativity, modularity, mixing', () => {
    const { assortativity: byGroup, modularity: ofGroups } = networkMeasures(network).groups!;
    expect(byGroup.arcs).toBeCloseTo(figures.assortativity.arcs, 9);
    expect(byGroup.weighted).toBeCloseTo(figures.assortativity.weighted, 9);
    expect(ofGroups.directed).toBeCloseTo(figures.modularity.directed, 9);
    expect(ofGroups.undirected).toBeCloseTo(figures.modularity.undirected, 9);
    expect(mixing(network).map(({ from, to, arcs }) => [from, to, arcs])).toEqual(figures.mixing);
  });

  it('Gould–Fernandez brokerage', () => {
    const found = brokerage(network);
    expect(found.map(({ id }) => id)).toEqual(figures.brokerage.ids);
    for (const role of brokerageRoles)
      expect(found.map((node) => node[role])).toEqual(figures.brokerage[role]);
  });
});

describe('figures that textbooks print', () => {
  it('of the kite, the node with most ties, the nodes nearest to all, and the go-between are three different ones', () => {
    const { nodes } = networkMeasures(oracle('Krackhardt kite'));
    const most = (name: 'all' | 'undirectedBetweenness' | 'closeness') => {
      const best = Math.max(...nodes.map((node) => node[name] ?? 0));
      return nodes.filter((node) => node[name] === best).map(({ id }) => id);
    };
    expect(most('all')).toEqual(['3']);
    expect(most('closeness')).toEqual(['5', '6']);
    expect(most('undirectedBetweenness')).toEqual(['7']);
  });

  it('the Medici stand on 52 % of the shortest paths between Florentine families', () => {
    const medici = betweenness(oracle('Florentine families, marriage'), { direction: 'undirected' }).find(
      ({ id }) => id === 'Medici',
    );
    expect(medici?.share).toBeCloseTo(47.5 / 91, 12);
  });
});
