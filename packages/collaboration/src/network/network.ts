import { CollegialError } from '@collegial/model';
import { type Adjacency, adjacencyOf, joined, turned } from './adjacency.ts';
import type { NetworkInput } from './network-input.ts';

/**
 * A network made ready for measuring: nodes in order of their ids, repeated edges summed, self-loops left out. Every
 * measure takes plain input or one of these; make one first when several measures look at the same network.
 */
export class Network {
  /** Ids in ascending order; elsewhere a node is its position here. */
  readonly ids: readonly string[];
  /** Names of the groups in ascending order. */
  readonly groups: readonly string[];
  /** Position of each node's group in `groups`, or -1. */
  readonly groupOf: Int32Array;
  /** Directed arcs by tail. */
  readonly out: Adjacency;
  #in: Adjacency | undefined;
  #undirected: Adjacency | undefined;
  /** Edges of the input from a node to itself; they are left out. */
  readonly selfLoops: number;
  /** Edges of the input beyond the first between the same two nodes in the same direction; their weights are summed. */
  readonly repeatedEdges: number;

  /** @throws CollegialError `argument.invalid` – a node twice, an edge to an unknown node, or a weight not above 0. */
  constructor({ nodes, edges }: NetworkInput) {
    const sorted = [...nodes].sort((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0));
    this.ids = sorted.map(({ id }) => id);
    const position = new Map(this.ids.map((id, index) => [id, index]));
    if (position.size !== nodes.length) throw invalid(repeatedId(this.ids), 'List every node once.');
    this.groups = [...new Set(sorted.map(({ group }) => group ?? null))]
      .filter((group) => group !== null)
      .sort();
    const groupPosition = new Map(this.groups.map((group, index) => [group, index]));
    this.groupOf = Int32Array.from(sorted, ({ group }) =>
      group === undefined || group === null ? -1 : groupPosition.get(group)!,
    );
    const from = new Int32Array(edges.length);
    const to = new Int32Array(edges.length);
    const weight = new Float64Array(edges.length);
    let kept = 0;
    for (let row = 0; row < edges.length; row++) {
      const edge = edges[row]!;
      const tail = position.get(edge.from);
      const head = position.get(edge.to);
      if (tail === undefined || head === undefined)
        throw invalid(
          `Edge ${row + 1} of a network names a node that is not among its nodes.`,
          'List both ends among the nodes.',
        );
      if (!(edge.weight > 0 && Number.isFinite(edge.weight)))
        throw invalid(
          `Edge ${row + 1} of a network has a weight that is not a number above 0.`,
          'Leave edges without weight out.',
        );
      if (tail === head) continue;
      from[kept] = tail;
      to[kept] = head;
      weight[kept++] = edge.weight;
    }
    const arcs = { from: from.subarray(0, kept), to: to.subarray(0, kept), weight: weight.subarray(0, kept) };
    this.selfLoops = edges.length - kept;
    this.out = adjacencyOf(this.ids.length, arcs);
    this.repeatedEdges = kept - this.out.target.length;
  }

  /** Directed arcs by head. */
  get in(): Adjacency {
    this.#in ??= turned(this.out);
    return this.#in;
  }

  /**
   * The undirected projection: two nodes are neighbours when there is an arc in either direction; the weight is the sum
   * of both directions. Each tie stands twice, once for each end.
   */
  get undirected(): Adjacency {
    this.#undirected ??= joined(this.out, this.in);
    return this.#undirected;
  }

  /** Number of nodes. */
  get size(): number {
    return this.ids.length;
  }

  /** Number of directed arcs between two different nodes, each pair and direction once. */
  get arcs(): number {
    return this.out.target.length;
  }

  /** Number of pairs of nodes with an arc in at least one direction. */
  get ties(): number {
    return this.undirected.target.length / 2;
  }
}

/** Plain input made ready, or a network as it is. */
export function networkOf(input: NetworkInput | Network): Network {
  return input instanceof Network ? input : new Network(input);
}

function repeatedId(ids: readonly string[]): string {
  const at = ids.findIndex((id, index) => index > 0 && id === ids[index - 1]);
  return `The node “${ids[at]}” stands twice among the nodes of a network.`;
}

function invalid(message: string, fix: string): CollegialError {
  return new CollegialError({ code: 'argument.invalid', message, fix });
}
