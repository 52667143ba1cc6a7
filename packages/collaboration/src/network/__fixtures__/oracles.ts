import { readFileSync } from 'node:fs';
import type { NetworkInput } from '../network-input.ts';
import type { TriadCensus } from '../triad-census.ts';

type Values = readonly (number | null)[];

/** What other libraries give for one network; made by `make-oracles.py`. */
export interface Oracle extends NetworkInput {
  readonly name: string;
  readonly figures: {
    readonly density: { readonly directed: number; readonly undirected: number };
    readonly edgeReciprocity: number;
    readonly dyadReciprocity: number;
    readonly dyadCensus: { readonly mutual: number; readonly asymmetric: number; readonly null: number };
    readonly triadCensus: TriadCensus;
    readonly degrees: Readonly<Record<'in' | 'out' | 'all' | 'inStrength' | 'outStrength', readonly number[]>>;
    readonly centralisation: Readonly<
      Record<'in' | 'out' | 'all' | 'betweenness' | 'undirectedBetweenness' | 'closeness', number | null>
    >;
    readonly betweenness: { readonly directed: readonly number[]; readonly undirected: readonly number[] };
    readonly closeness: readonly number[] | null;
    readonly paths: Readonly<
      Record<'directed' | 'undirected', { averagePathLength: number | null; diameter: number | null }>
    >;
    readonly weakComponents: readonly (readonly string[])[];
    readonly strongComponents: readonly (readonly string[])[];
    readonly isolates: readonly string[];
    readonly articulationPoints: readonly {
      readonly id: string;
      readonly parts: readonly number[];
      readonly componentsAfter: number;
    }[];
    readonly bridges: readonly (readonly [string, string])[];
    readonly clustering: {
      readonly triangles: number;
      readonly transitivity: number | null;
      readonly averageLocalClustering: number;
      readonly directedTransitivity: number | null;
      readonly local: Values;
    };
    readonly core: readonly number[];
    readonly groups?: {
      readonly assortativity: { readonly arcs: number; readonly weighted: number };
      readonly modularity: { readonly undirected: number; readonly directed: number };
      readonly mixing: readonly (readonly [string, string, number])[];
      readonly brokerage: { readonly ids: readonly string[] } & Readonly<
        Record<(typeof brokerageRoles)[number], readonly number[]>
      >;
    };
    readonly bestModularity: number | null;
  };
}

export const brokerageRoles = [
  'coordinator',
  'itinerant',
  'representative',
  'gatekeeper',
  'liaison',
  'total',
] as const;

/** Public and random networks with the figures of networkx, igraph and sna. */
export const oracles: readonly Oracle[] = JSON.parse(
  readFileSync(new URL('./oracles.json', import.meta.url), 'utf8'),
).networks;

/** One of them by name. */
export function oracle(name: string): Oracle {
  const found = oracles.find((network) => network.name === name);
  if (found === undefined) throw new Error(`No oracle is named ${name}.`);
  return found;
}
