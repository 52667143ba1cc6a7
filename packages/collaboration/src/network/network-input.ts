/** A node of a network: a school, or anything else that can have ties. */
export interface NetworkNode {
  readonly id: string;
  /** The group it belongs to, such as a trust or an authority; absent when none is known. */
  readonly group?: string | null;
}

/** A directed tie from one node to another. */
export interface NetworkEdge {
  readonly from: string;
  readonly to: string;
  /** Strength of the tie, above 0, in whatever unit all ties of this network share. */
  readonly weight: number;
}

/** A directed, weighted network as plain data. Nodes without edges are isolates; every end of an edge is a node. */
export interface NetworkInput {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
}
