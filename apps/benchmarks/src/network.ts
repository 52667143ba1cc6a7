import {
  articulationPoints,
  assortativity,
  type Betweenness,
  betweenness,
  bridges,
  brokerage,
  clustering,
  communities,
  coreNumbers,
  degreeCentralisation,
  degrees,
  density,
  dyadCensus,
  eIIndex,
  isolates,
  mixing,
  modularity,
  Network,
  type NetworkInput,
  reciprocity,
  strongComponents,
  triadCensus,
  weakComponents,
} from '@collegial/collaboration';
import { seededRandom } from '@collegial/statistics';
import { DirectedGraph } from 'graphology';
import graphologyBetweenness from 'graphology-metrics/centrality/betweenness.js';
import { compare, type Finding } from './measure.ts';

const authorities = 150;
const schools = 22_000;
const ties = 120_000;

/** Seconds of processor time for a network of one size; twice the size should take twice as long. */
export interface NetworkTime {
  readonly schools: number;
  readonly ties: number;
  readonly cheap: number;
  readonly communities: number;
  readonly sampledPaths: number;
}

/** A country of schools: nine in ten ties within an authority, the others anywhere. */
function country(schoolCount: number, tieCount: number): NetworkInput {
  const random = seededRandom(7);
  const size = schoolCount / authorities;
  const authority = (school: number) => Math.floor(school / size);
  const nodes = Array.from({ length: schoolCount }, (_, school) => ({
    id: `school-${school}`,
    group: `authority-${authority(school)}`,
  }));
  const edges = Array.from({ length: tieCount }, () => {
    const from = Math.floor(random() * schoolCount);
    const near = Math.floor((authority(from) + random()) * size);
    const to = random() < 0.9 ? near : Math.floor(random() * schoolCount);
    return {
      from: `school-${from}`,
      to: `school-${to === from ? (to + 1) % schoolCount : Math.min(to, schoolCount - 1)}`,
      weight: 1 + Math.floor(random() * 40),
    };
  });
  return { nodes, edges };
}

/** The network of each authority on its own. */
function byAuthority({ nodes, edges }: NetworkInput): NetworkInput[] {
  const groupOf = new Map(nodes.map(({ id, group }) => [id, group ?? '']));
  const networks = new Map([...groupOf.values()].map((group) => [group, { nodes: [], edges: [] } as Parts]));
  for (const node of nodes) networks.get(node.group ?? '')?.nodes.push(node);
  for (const edge of edges) {
    const group = groupOf.get(edge.from) ?? '';
    if (group === groupOf.get(edge.to)) networks.get(group)?.edges.push(edge);
  }
  return [...networks.values()];
}

type Parts = { nodes: NetworkInput['nodes'][number][]; edges: NetworkInput['edges'][number][] };

/** Everything but what follows paths and communities: near-linear in the number of ties. */
function cheapMeasures(input: NetworkInput): Network {
  const network = new Network(input);
  const measures = [
    density,
    reciprocity,
    dyadCensus,
    triadCensus,
    degrees,
    degreeCentralisation,
    weakComponents,
    strongComponents,
    isolates,
    articulationPoints,
    bridges,
    coreNumbers,
    clustering,
    eIIndex,
    mixing,
    assortativity,
    modularity,
    brokerage,
  ];
  for (const measure of measures) measure(network);
  return network;
}

/** Our measures against a pass over the same ties, and our betweenness against graphology's on the same networks. */
export async function networkFindings(large: boolean, others: boolean): Promise<Finding[]> {
  const whole = country(schools, ties);
  const parts = byAuthority(whole);
  const graphs = parts.map(graphOf);
  const findings = [
    await compare({
      name: 'Network, 18 measures of 22,000 schools',
      unit: 'ties',
      limit: {
        title: 'one pass that looks up both ends and adds up what each gives and receives',
        run: async () => {
          const sums = new Map(whole.nodes.map(({ id }) => [id, { given: 0, received: 0 }]));
          for (const { from, to, weight } of whole.edges) {
            sums.get(from)!.given += weight;
            sums.get(to)!.received += weight;
          }
          return whole.edges.length;
        },
      },
      ours: { title: 'build and measure', run: async () => cheapMeasures(whole) && whole.edges.length },
    }),
    await compare({
      name: 'Network, exact betweenness of each of 150 authorities',
      unit: 'authorities',
      limit: {
        title: 'graphology-metrics, graphs built before',
        run: async () => {
          for (const graph of graphs) graphologyBetweenness(graph, { normalized: false });
          return graphs.length;
        },
      },
      ours: {
        title: 'ours, from plain input',
        run: async () => {
          for (const part of parts) betweenness(part);
          return parts.length;
        },
      },
      promise: 1,
    }),
  ];
  if (large) nationalBetweenness(new Network(whole), others);
  return findings;
}

/** What the others took for the same question, along arcs, before: seconds and where the figure comes from. */
const stored = [
  { title: 'graphology-metrics 2.4.2', seconds: 350, schools: 22_000, ties: 119_977 },
  { title: 'igraph (C)', seconds: 113, schools: 22_000, ties: 119_977 },
] as const;
const storedOrigin =
  'a single run when the design was made, on another network of this size and a machine that others used too; stored, not measured now';

/** Exact and sampled betweenness of a country, ours as it is done, beside the figures of others. */
function nationalBetweenness(network: Network, others: boolean): void {
  for (const direction of ['directed', 'undirected'] as const) {
    const exact = timed(() => betweenness(network, { direction }));
    const sampled = timed(() => betweenness(network, { direction, pivots: 1000 }));
    const differences = sampled.value.map((node, at) =>
      Math.abs(node.betweenness - exact.value[at]!.betweenness),
    );
    const share = (within: (node: Betweenness) => number) => {
      const inside = differences.filter(
        (difference, at) => difference <= within(sampled.value[at]!) + 1e-6 * exact.value[at]!.betweenness,
      );
      return `${((100 * inside.length) / differences.length).toFixed(1)} %`;
    };
    const largest = exact.value.reduce((most, node) => Math.max(most, node.betweenness), 0);
    const meanSquare = Math.sqrt(
      differences.reduce((sum, difference) => sum + difference ** 2, 0) / differences.length,
    );
    say(
      `betweenness of ${network.size} schools and ${network.arcs} arcs, ${direction}: exact ${exact.seconds.toFixed(1)} s; 1,000 pivots ${sampled.seconds.toFixed(1)} s, root mean square error ${((100 * meanSquare) / largest).toFixed(2)} % of the largest value, ${share(({ margin }) => margin ?? 0)} within the stated margin, ${share(({ standardError }) => 2 * (standardError ?? 0))} within two standard errors`,
    );
    if (direction === 'undirected') continue;
    for (const other of stored)
      say(
        `  beside it, along arcs: ${other.title} ${other.seconds} s for ${other.schools} schools and ${other.ties} ties (${storedOrigin})`,
      );
    if (others) {
      const graph = graphOfNetwork(network);
      const took = timed(() => graphologyBetweenness(graph, { normalized: false }));
      say(`  graphology-metrics in this run: ${took.seconds.toFixed(1)} s`);
    } else say('  graphology-metrics itself takes minutes: run it beside ours with --others');
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** How the cost grows: half to four times the schools of a country, with as many ties for each. */
export function networkGrowth(): NetworkTime[] {
  return [0.5, 1, 2, 4].map((times) => {
    const input = country(schools * times, ties * times);
    const cheap = timed(() => cheapMeasures(input));
    return {
      schools: schools * times,
      ties: ties * times,
      cheap: cheap.seconds,
      communities: timed(() => communities(cheap.value, { runs: 1 })).seconds,
      sampledPaths: timed(() => betweenness(cheap.value, { pivots: 200 })).seconds,
    };
  });
}

function graphOfNetwork({ ids, out }: Network): DirectedGraph {
  return graphOf({
    nodes: ids.map((id) => ({ id })),
    edges: ids.flatMap((from, node) =>
      Array.from(out.target.subarray(out.start[node]!, out.start[node + 1]!), (to) => ({
        from,
        to: ids[to]!,
        weight: 1,
      })),
    ),
  });
}

function graphOf({ nodes, edges }: NetworkInput): DirectedGraph {
  const graph = new DirectedGraph();
  for (const { id } of nodes) graph.addNode(id);
  for (const { from, to } of edges) graph.mergeEdge(from, to);
  return graph;
}

/** Seconds of processor time: on a machine that others use too, those of a clock say little. */
function timed<Value>(work: () => Value): { value: Value; seconds: number } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, seconds: (user + system) / 1e6 };
}
