import { type NetworkMeasures, triadTypes } from '@collegial/collaboration';
import { textTable } from '../output/table.ts';

/** Rows of a table for people; `--json` has all. */
const most = 25;

type Row = readonly [measure: string, value: number | null, meaning: string];

/** All measures as tables for people: the whole network, triads, components, cuts, groups, nodes. */
export function networkTables(measures: NetworkMeasures): { title: string; lines: string[] }[] {
  const { triadCensus, groups } = measures;
  const triads = triadTypes.filter((type) => triadCensus[type] > 0);
  return [
    {
      title: 'The network',
      lines: textTable(
        ['measure', 'value', 'what it is'],
        wholeNetwork(measures).map(([measure, value, meaning]) => [measure, number(value), meaning]),
      ),
    },
    {
      title: 'Triads (types without any are left out)',
      lines: textTable(
        ['type', 'triads'],
        triads.map((type) => [`${type} `, triadCensus[type]]),
      ),
    },
    {
      title: 'Who holds it together: the parts that remain when one node leaves',
      lines: listing(
        ['node', 'parts', 'pairs separated'],
        [...measures.articulationPoints]
          .sort((left, right) => right.pairsSeparated - left.pairsSeparated)
          .map(({ id, parts, pairsSeparated }) => [id, sizes(parts), pairsSeparated]),
        'No node: whichever leaves, the others stay in contact.',
      ),
    },
    ...(groups === null ? [] : groupTables(groups)),
    {
      title: 'Nodes by strength',
      lines: listing(
        ['node', 'in', 'out', 'partners', 'strength in', 'strength out', 'betweenness', 'core'],
        [...measures.nodes]
          .sort((left, right) => right.inStrength + right.outStrength - left.inStrength - left.outStrength)
          .map((node) => [
            node.id,
            node.in,
            node.out,
            node.all,
            rounded(node.inStrength),
            rounded(node.outStrength),
            rounded(node.betweenness),
            node.core,
          ]),
        'None.',
      ),
    },
  ];
}

function wholeNetwork(measures: NetworkMeasures): Row[] {
  const { size, density, reciprocity, dyadCensus, degreeCentralisation, clustering, paths } = measures;
  const sampled = paths.pivots === null ? '' : `, from a sample of ${paths.pivots} nodes`;
  return [
    ['nodes', size.nodes, ''],
    ['arcs', size.arcs, 'ordered pairs with a tie'],
    ['ties', size.ties, 'pairs with a tie in either direction'],
    ['weight', size.weight, 'of all arcs'],
    ['density', density.directed, 'arcs over n(n − 1)'],
    ['density, undirected', density.undirected, 'ties over n(n − 1)/2'],
    [
      'mutual, asymmetric dyads',
      dyadCensus.mutual,
      `and ${dyadCensus.asymmetric}; empty: ${dyadCensus.null}`,
    ],
    ['edge reciprocity', reciprocity.edge, 'share of arcs that are returned'],
    ['dyad reciprocity', reciprocity.dyad, 'share of ties that go both ways'],
    ['weighted reciprocity', reciprocity.weighted, 'share of weight that is returned'],
    ['centralisation in', degreeCentralisation.in, 'Freeman, degree: do all give to one?'],
    ['centralisation out', degreeCentralisation.out, 'Freeman, degree: does one give to all?'],
    ['centralisation', degreeCentralisation.all, 'Freeman, degree, undirected: are all tied to one?'],
    [
      'betweenness centralisation',
      paths.undirected.betweennessCentralisation,
      `Freeman, undirected${sampled}`,
    ],
    [
      'closeness centralisation',
      measures.closenessCentralisation,
      'Freeman, undirected; only where all are in contact',
    ],
    ['transitivity', clustering.transitivity, 'closed share of triples, undirected'],
    ['clustering', clustering.averageLocalClustering, 'mean of the nodes’ local coefficients'],
    [
      'average path length',
      paths.undirected.averagePathLength,
      `steps between those in contact, undirected${sampled}`,
    ],
    ['diameter', paths.undirected.diameter, `longest of those${paths.pivots === null ? '' : ', at least'}`],
    ['reachable pairs', paths.undirected.reachablePairs, 'share of pairs in contact'],
    [
      'weak components',
      measures.weakComponents.length,
      `sizes ${sizes(measures.weakComponents.map((ids) => ids.length))}`,
    ],
    [
      'strong components',
      measures.strongComponents.length,
      `sizes ${sizes(measures.strongComponents.map((ids) => ids.length))}`,
    ],
    ['isolates', measures.isolates.length, measures.isolates.slice(0, 10).join(', ')],
    ['bridges', measures.bridges.length, 'ties without which a component falls in two'],
    [
      'innermost core',
      measures.innermostCore.core,
      `${measures.innermostCore.nodes.length} nodes with so many ties among them each`,
    ],
    [
      'communities',
      measures.communities.communities.length,
      `Louvain, modularity ${number(measures.communities.modularity)}; sizes ${sizes(measures.communities.communities.map((ids) => ids.length))}`,
    ],
  ];
}

function groupTables(groups: NonNullable<NetworkMeasures['groups']>) {
  const { eIIndex, assortativity, modularity, mixing, brokerage } = groups;
  const brokers = brokerage.filter(({ total }) => total > 0).sort((left, right) => right.total - left.total);
  return [
    {
      title: 'Groups',
      lines: textTable(
        ['measure', 'value', 'what it is'],
        [
          ['E-I index', number(eIIndex.index), 'ties across less ties within, over both'],
          ['E-I index, expected', number(eIIndex.expectedIndex), 'of groups of these sizes by chance'],
          ['E-I index, weighted', number(eIIndex.weightedIndex), 'by weight'],
          ['assortativity', number(assortativity.arcs), 'Newman, arcs'],
          ['assortativity, weighted', number(assortativity.weighted), 'Newman, weight'],
          ['modularity', number(modularity.undirected), 'of the groups, weighted, undirected'],
          ['modularity, directed', number(modularity.directed), 'of the groups, weighted'],
        ],
      ),
    },
    {
      title: 'E-I index by group',
      lines: listing(
        ['group', 'nodes', 'ties within', 'ties across', 'index'],
        eIIndex.groups.map(({ group, nodes, internal, external, index }) => [
          group,
          nodes,
          internal,
          external,
          rounded(index),
        ]),
        'None.',
      ),
    },
    {
      title: 'Who gives to whom, by group',
      lines: listing(
        ['from', 'to', 'arcs', 'weight', 'density'],
        [...mixing]
          .sort((left, right) => right.weight - left.weight)
          .map(({ from, to, arcs, weight, density }) => [from, to, arcs, rounded(weight), rounded(density)]),
        'Nobody.',
      ),
    },
    {
      title: 'Brokers between others (Gould and Fernandez)',
      lines: listing(
        ['node', 'group', 'coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison', 'total'],
        brokers.map((node) => [
          node.id,
          node.group,
          node.coordinator,
          node.itinerant,
          node.representative,
          node.gatekeeper,
          node.liaison,
          node.total,
        ]),
        'None.',
      ),
    },
  ];
}

function listing(header: readonly string[], rows: readonly (readonly (string | number)[])[], none: string) {
  if (rows.length === 0) return [none];
  const more = rows.length - most;
  return [
    ...textTable(header, rows.slice(0, most)),
    ...(more > 0 ? [`… and ${more} more; --json lists all.`] : []),
  ];
}

/** Sizes of sets, largest first, shortened: `12, 3, 1 × 40`. */
function sizes(values: readonly number[]): string {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const texts = [...counts].map(([size, count]) => (count === 1 ? String(size) : `${size} × ${count}`));
  return texts.length > 8 ? `${texts.slice(0, 8).join(', ')}, …` : texts.join(', ');
}

function number(value: number | null): string {
  if (value === null) return 'none';
  return Number.isInteger(value) ? String(value) : value.toFixed(3);
}

/** For columns of numbers, which stand to the right. */
function rounded(value: number | null): number | '' {
  return value === null ? '' : Number(value.toFixed(3));
}
