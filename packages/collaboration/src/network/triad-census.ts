import { triadsOf } from './combinations.ts';
import { type Network, networkOf } from './network.ts';
import type { NetworkInput } from './network-input.ts';

/**
 * The sixteen types of triad, named by Holland & Leinhardt (1976): numbers of mutual, asymmetric and empty pairs, and D, U,
 * T or C where the direction tells types apart.
 */
export const triadTypes = [
  '003',
  '012',
  '102',
  '021D',
  '021U',
  '021C',
  '111D',
  '111U',
  '030T',
  '030C',
  '201',
  '120D',
  '120U',
  '120C',
  '210',
  '300',
] as const;

/** One type of triad. */
export type TriadType = (typeof triadTypes)[number];

/** How many triads are of each type; together n(n − 1)(n − 2)/6. */
export type TriadCensus = Readonly<Record<TriadType, number>>;

/** Type of a triad by its code: bits for u→v, v→u, u→w, w→u, v→w, w→v, from the lowest (Batagelj & Mrvar 2001, table 1). */
const typeOfCode = [
  0, 1, 1, 2, 1, 3, 5, 7, 1, 5, 4, 6, 2, 7, 6, 10, 1, 5, 3, 7, 4, 8, 8, 12, 5, 9, 8, 13, 6, 13, 11, 14, 1, 4,
  5, 6, 5, 8, 9, 13, 3, 8, 8, 11, 7, 12, 13, 14, 2, 6, 7, 10, 6, 11, 13, 14, 7, 13, 12, 14, 10, 14, 14, 15,
];

/**
 * Triad census (Holland & Leinhardt 1976) by the algorithm of Batagelj & Mrvar (2001): only triads with a tie are looked at,
 * the empty ones are what is left of n(n − 1)(n − 2)/6. Time grows with ties × largest degree.
 */
export function triadCensus(input: NetworkInput | Network): TriadCensus {
  const network = networkOf(input);
  const { size, undirected } = network;
  const counts = new Float64Array(16);
  const { start, target } = undirected;
  const arcs = arcsOfTies(network);
  for (let u = 0; u < size; u++) {
    for (let at = start[u]!; at < start[u + 1]!; at++) {
      const v = target[at]!;
      if (v < u) continue;
      let neighbours = 0;
      // Both lists are in order: one pass over them meets every neighbour of either once.
      let left = start[u]!;
      let right = start[v]!;
      const leftEnd = start[u + 1]!;
      const rightEnd = start[v + 1]!;
      while (left < leftEnd || right < rightEnd) {
        const ofU = left < leftEnd ? target[left]! : size;
        const ofV = right < rightEnd ? target[right]! : size;
        const w = Math.min(ofU, ofV);
        const withU = ofU === w ? arcs[left++]! : 0;
        const withV = ofV === w ? arcs[right++]! : 0;
        if (w === u || w === v) continue;
        neighbours++;
        // A triad with several ties is counted at one of them only.
        if (w > v || (w > u && withU === 0)) counts[typeOfCode[arcs[at]! + 4 * withU + 16 * withV]!]! += 1;
      }
      counts[arcs[at] === 3 ? 2 : 1]! += size - neighbours - 2;
    }
  }
  const tied = counts.reduce((sum, count) => sum + count, 0);
  counts[0] = triadsOf(size) - tied;
  return Object.fromEntries(triadTypes.map((type, at) => [type, counts[at]!])) as TriadCensus;
}

/** For each tie, seen from one end: 1 – only an arc from there, 2 – only one to there, 3 – both. */
function arcsOfTies({ size, out, in: into, undirected: { start, target } }: Network): Uint8Array {
  const arcs = new Uint8Array(target.length);
  for (let node = 0; node < size; node++) {
    let leaves = out.start[node]!;
    let reaches = into.start[node]!;
    for (let at = start[node]!; at < start[node + 1]!; at++) {
      if (leaves < out.start[node + 1]! && out.target[leaves] === target[at]) {
        arcs[at]! |= 1;
        leaves++;
      }
      if (reaches < into.start[node + 1]! && into.target[reaches] === target[at]) {
        arcs[at]! |= 2;
        reaches++;
      }
    }
  }
  return arcs;
}
