import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matrixOf, randomNetwork, symmetric } from './__fixtures__/random-network.ts';
import { articulationPoints } from './articulation-points.ts';
import { betweenness } from './betweenness.ts';
import { bridges } from './bridges.ts';
import { brokerage } from './brokerage.ts';
import { coreNumbers } from './core-numbers.ts';
import { dyadCensus } from './dyad-census.ts';
import type { NetworkInput } from './network-input.ts';
import { networkMeasures } from './network-measures.ts';
import { strongComponents } from './strong-components.ts';
import { triadCensus, triadTypes } from './triad-census.ts';
import { weakComponents } from './weak-components.ts';

const check = (property: (network: NetworkInput) => void, most?: number) =>
  fc.assert(fc.property(randomNetwork(most), property), { numRuns: 120 });

const without = ({ nodes, edges }: NetworkInput, id: string): NetworkInput => ({
  nodes: nodes.filter((node) => node.id !== id),
  edges: edges.filter(({ from, to }) => from !== id && to !== id),
});

it('the order of nodes and edges changes no digit', () => {
  fc.assert(
    fc.property(
      randomNetwork().chain((network) =>
        fc.tuple(
          fc.constant(network),
          fc.shuffledSubarray([...network.nodes], { minLength: network.nodes.length }),
          fc.shuffledSubarray([...network.edges], { minLength: network.edges.length }),
        ),
      ),
      ([network, nodes, edges]) => {
        expect(networkMeasures({ nodes, edges })).toEqual(networkMeasures(network));
      },
    ),
    { numRuns: 60 },
  );
});

it('other names for the nodes change nothing else', () => {
  check((network) => {
    // Names that sort the other way round.
    const renamed = (id: string) => `m${99 - Number(id.slice(1))}`;
    const other = networkMeasures({
      nodes: network.nodes.map(({ id, group }) => ({ id: renamed(id), group: group ?? null })),
      edges: network.edges.map(({ from, to, weight }) => ({ from: renamed(from), to: renamed(to), weight })),
    });
    const measures = networkMeasures(network);
    expect(other.triadCensus).toEqual(measures.triadCensus);
    expect(other.reciprocity.edge).toBe(measures.reciprocity.edge);
    expect(other.degreeCentralisation).toEqual(measures.degreeCentralisation);
    expect(other.weakComponents.map((ids) => ids.length)).toEqual(
      measures.weakComponents.map((ids) => ids.length),
    );
    const byName = new Map(other.nodes.map((node) => [node.id, node]));
    for (const node of measures.nodes) {
      const same = byName.get(renamed(node.id))!;
      for (const [name, value] of Object.entries(node))
        if (name !== 'id' && typeof value === 'number')
          expect(same[name as keyof typeof same]).toBeCloseTo(value, 9);
    }
  });
});

it('the result survives JSON unchanged', () => {
  check((network) => {
    const measures = networkMeasures(network);
    expect(JSON.parse(JSON.stringify(measures))).toEqual(measures);
  });
});

it('the dyad census has every pair once', () => {
  check((network) => {
    const { mutual, asymmetric, null: empty } = dyadCensus(network);
    const size = network.nodes.length;
    expect(mutual + asymmetric + empty).toBe(pairs(size).length);
    expect(2 * mutual + asymmetric).toBe(network.edges.length);
  });
});

it('the triad census has every triad once, and as many mutual, asymmetric and empty pairs as counted triad by triad', () => {
  check((network) => {
    const census = triadCensus(network);
    const matrix = matrixOf(network);
    const counted = new Map<string, number>();
    let triads = 0;
    for (const [u, v] of pairs(matrix.length))
      for (let w = v + 1; w < matrix.length; w++) {
        triads += 1;
        const numbers = [0, 0, 0];
        for (const [x, y] of [
          [u, v],
          [u, w],
          [v, w],
        ] as const)
          numbers[2 - (Number(matrix[x]![y]) + Number(matrix[y]![x]))]! += 1;
        counted.set(numbers.join(''), (counted.get(numbers.join('')) ?? 0) + 1);
      }
    expect(triadTypes.reduce((sum, type) => sum + census[type], 0)).toBe(triads);
    const merged = new Map<string, number>();
    for (const type of triadTypes) {
      const numbers = type.slice(0, 3);
      if (census[type] > 0) merged.set(numbers, (merged.get(numbers) ?? 0) + census[type]);
    }
    expect(merged).toEqual(counted);
  });
});

it('articulation points and what remains: as by taking each node away', () => {
  check((network) => {
    const before = weakComponents(network);
    const expected = network.nodes.flatMap(({ id }) => {
      const after = weakComponents(without(network, id));
      const own = before.find((ids) => ids.includes(id))!;
      const parts = after.filter((ids) => own.includes(ids[0]!)).map((ids) => ids.length);
      if (parts.length < 2) return [];
      const reached = (sizes: number[]) => sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
      const pairsSeparated = reached([own.length - 1]) - reached(parts);
      return { id, parts, componentsAfter: after.length, pairsSeparated };
    });
    expect(articulationPoints(network)).toEqual(expected);
  });
});

it('bridges and their sides: as by taking each tie away', () => {
  check((network) => {
    const around = symmetric(matrixOf(network));
    const before = weakComponents(network).length;
    const expected = pairs(around.length).flatMap(([u, v]) => {
      if (!around[u]![v]) return [];
      const ends = [network.nodes[u]!.id, network.nodes[v]!.id] as const;
      const edges = network.edges.filter(({ from, to }) => !(ends.includes(from) && ends.includes(to)));
      const after = weakComponents({ nodes: network.nodes, edges });
      if (after.length === before) return [];
      const sides = ends.map((id) => after.find((ids) => ids.includes(id))!.length);
      return { between: [...ends], sides };
    });
    expect(bridges(network)).toEqual(expected);
  });
});

it.each(['directed', 'undirected'] as const)(
  '%s betweenness: as by counting all shortest paths',
  (direction) => {
    check((network) => {
      const matrix = direction === 'directed' ? matrixOf(network) : symmetric(matrixOf(network));
      const expected = countedBetweenness(matrix).map((value) =>
        direction === 'directed' ? value : value / 2,
      );
      for (const [at, { betweenness: value }] of betweenness(network, { direction }).entries())
        expect(value).toBeCloseTo(expected[at]!, 9);
    });
  },
);

it('strong components: as by who reaches whom', () => {
  check((network) => {
    const { distance } = shortestPaths(matrixOf(network));
    const labels = distance.map((row, node) =>
      row.findIndex((steps, other) => steps < Infinity && distance[other]![node]! < Infinity),
    );
    const sets = network.nodes.map((_, label) =>
      network.nodes.filter((_, node) => labels[node] === label).map(({ id }) => id),
    );
    expect(strongComponents(network)).toEqual(
      sets.filter((ids) => ids.length > 0).sort((left, right) => right.length - left.length),
    );
  });
});

it('core numbers: as by taking away all nodes with fewer ties, again and again', () => {
  check((network) => {
    const around = symmetric(matrixOf(network));
    const expected = around.map(() => 0);
    for (let k = 1; k < around.length; k++) {
      const inside = new Set(around.keys());
      for (let size = -1; size !== inside.size; ) {
        size = inside.size;
        for (const node of inside)
          if ([...inside].filter((other) => around[node]![other]).length < k) inside.delete(node);
      }
      for (const node of inside) expected[node] = k;
    }
    expect(coreNumbers(network).map(({ core }) => core)).toEqual(expected);
  });
});

it('brokerage: as by looking at every triple', () => {
  check((network) => {
    const matrix = matrixOf(network);
    const group = (node: number) => network.nodes[node]!.group ?? null;
    const expected = network.nodes.map(() => [0, 0, 0, 0, 0]);
    for (const a of matrix.keys())
      for (const b of matrix.keys())
        for (const c of matrix.keys()) {
          if (a === c || !matrix[a]![b] || !matrix[b]![c] || matrix[a]![c]) continue;
          const [from, own, to] = [group(a), group(b), group(c)];
          if (from === null || own === null || to === null) continue;
          const role = from === own ? (own === to ? 0 : 2) : own === to ? 3 : from === to ? 1 : 4;
          expected[b]![role]! += 1;
        }
    for (const found of brokerage(network))
      expect([
        found.coordinator,
        found.itinerant,
        found.representative,
        found.gatekeeper,
        found.liaison,
      ]).toEqual(expected[Number(found.id.slice(1))]);
  });
});

function pairs(size: number): [number, number][] {
  const found: [number, number][] = [];
  for (let u = 0; u < size; u++) for (let v = u + 1; v < size; v++) found.push([u, v]);
  return found;
}

/** Distances by Floyd and Warshall, and numbers of shortest paths by their length. */
function shortestPaths(matrix: boolean[][]) {
  const distance = matrix.map((row, from) =>
    row.map((arc, to): number => (from === to ? 0 : arc ? 1 : Infinity)),
  );
  for (const via of matrix.keys())
    for (const from of matrix.keys())
      for (const to of matrix.keys())
        distance[from]![to] = Math.min(distance[from]![to]!, distance[from]![via]! + distance[via]![to]!);
  const paths = matrix.map((row, from) => row.map((_, to) => (from === to ? 1 : 0) as number));
  for (let length = 1; length < matrix.length; length++)
    for (const from of matrix.keys())
      for (const to of matrix.keys())
        if (distance[from]![to] === length)
          paths[from]![to] = [...matrix.keys()].reduce(
            (sum, before) =>
              matrix[before]![to] && distance[from]![before] === length - 1
                ? sum + paths[from]![before]!
                : sum,
            0,
          );
  return { distance, paths };
}

function countedBetweenness(matrix: boolean[][]): number[] {
  const { distance, paths } = shortestPaths(matrix);
  return matrix.map((_, node) => {
    let sum = 0;
    for (const from of matrix.keys())
      for (const to of matrix.keys())
        if (
          from !== to &&
          from !== node &&
          to !== node &&
          distance[from]![to]! < Infinity &&
          distance[from]![node]! + distance[node]![to]! === distance[from]![to]
        )
          sum += (paths[from]![node]! * paths[node]![to]!) / paths[from]![to]!;
    return sum;
  });
}
