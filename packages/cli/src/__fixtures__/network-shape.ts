import { triadTypes } from '@collegial/collaboration';
import * as z from 'zod';

// What `collegial network --json` prints, field by field and strictly; a test compares it with the guide to network measures.

const count = z.int().nonnegative();
const amount = z.number().nonnegative();
const share = z.number().min(0).max(1).nullable();
const index = z.number().min(-1).max(1).nullable();
const ids = z.array(z.string());

const file = {
  file: z.string(),
  rows: count,
  setAside: count,
  faults: z.array(
    z.strictObject({
      place: z.strictObject({ file: z.string(), line: count, field: z.string().optional() }),
      code: z.string(),
      reason: z.string(),
    }),
  ),
};
const paths = z.strictObject({
  averagePathLength: amount.nullable(),
  diameter: count.nullable(),
  reachablePairs: share,
  exact: z.boolean(),
  betweennessCentralisation: amount.nullable(),
});
const internalExternal = { internal: count, external: count, index };

export const NetworkOutput = z.strictObject({
  input: z.strictObject({
    ties: z.strictObject({ ...file, edges: count, repeated: count, selfLoops: count }),
    nodes: z.strictObject({ ...file, nodes: count, repeated: count }).nullable(),
    notAmongNodes: ids,
    withoutGroup: ids,
  }),
  measures: z.strictObject({
    version: z.literal(1),
    size: z.strictObject({
      nodes: count,
      arcs: count,
      ties: count,
      weight: amount,
      groups: count,
      selfLoops: count,
      repeatedEdges: count,
    }),
    density: z.strictObject({ directed: share, undirected: share }),
    reciprocity: z.strictObject({ edge: share, dyad: share, weighted: share }),
    dyadCensus: z.strictObject({ mutual: count, asymmetric: count, null: count }),
    triadCensus: z.strictObject(Object.fromEntries(triadTypes.map((type) => [type, count]))),
    degreeCentralisation: z.strictObject({ in: share, out: share, all: share }),
    closenessCentralisation: amount.nullable(),
    clustering: z.strictObject({
      triangles: count,
      transitivity: share,
      averageLocalClustering: share,
      directedTransitivity: share,
    }),
    paths: z.strictObject({
      pivots: count.nullable(),
      seed: count.nullable(),
      directed: paths,
      undirected: paths,
    }),
    weakComponents: z.array(ids),
    strongComponents: z.array(ids),
    isolates: ids,
    articulationPoints: z.array(
      z.strictObject({
        id: z.string(),
        parts: z.array(count).min(2),
        componentsAfter: count,
        pairsSeparated: count,
      }),
    ),
    bridges: z.array(
      z.strictObject({ between: z.tuple([z.string(), z.string()]), sides: z.tuple([count, count]) }),
    ),
    innermostCore: z.strictObject({ core: count, nodes: ids }),
    communities: z.strictObject({ communities: z.array(ids), modularity: index }),
    groups: z
      .strictObject({
        nodesWithoutGroup: count,
        eIIndex: z.strictObject({
          ...internalExternal,
          weightedIndex: index,
          expectedIndex: index,
          tiesWithoutGroup: count,
          groups: z.array(z.strictObject({ group: z.string(), nodes: count, ...internalExternal })),
          nodes: z.array(z.strictObject({ id: z.string(), group: z.string(), ...internalExternal })),
        }),
        mixing: z.array(
          z.strictObject({ from: z.string(), to: z.string(), arcs: count, weight: amount, density: share }),
        ),
        assortativity: z.strictObject({ arcs: index, weighted: index }),
        modularity: z.strictObject({ undirected: index, directed: index }),
        brokerage: z.array(
          z.strictObject({
            id: z.string(),
            group: z.string(),
            coordinator: count,
            itinerant: count,
            representative: count,
            gatekeeper: count,
            liaison: count,
            total: count,
          }),
        ),
      })
      .nullable(),
    nodes: z.array(
      z.strictObject({
        id: z.string(),
        in: count,
        out: count,
        all: count,
        inStrength: amount,
        outStrength: amount,
        betweenness: amount,
        betweennessShare: amount.nullable(),
        betweennessError: amount.nullable(),
        betweennessMargin: amount.nullable(),
        undirectedBetweenness: amount,
        undirectedBetweennessShare: amount.nullable(),
        undirectedBetweennessError: amount.nullable(),
        undirectedBetweennessMargin: amount.nullable(),
        closeness: share,
        localClustering: share,
        core: count,
      }),
    ),
  }),
});
