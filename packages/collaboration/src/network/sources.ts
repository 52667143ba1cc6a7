import { seededRandom } from '@collegial/statistics';
import type { Network } from './network.ts';
import { weakLabels } from './weak-components.ts';

/** Nodes from which paths are searched. */
export interface ChosenSources {
  /** Their positions, ascending; all of them when exact. */
  readonly sources: Int32Array;
  /** For each node the size of its weak component, and how many of its nodes are sources. */
  readonly componentSize: Int32Array;
  readonly componentSources: Int32Array;
}

/**
 * Chooses `pivots` nodes of each weak component that has more of them, each set equally likely, and all nodes of the others:
 * no path leaves a component, and a small one that a sample of all nodes would miss costs little. All together cost no more
 * than `pivots` searches of the whole.
 */
export function chooseSources(network: Network, pivots: number, seed: number): ChosenSources {
  const { size } = network;
  const { label, sizes } = weakLabels(network);
  const members = sizes.map((count) => new Int32Array(count));
  const filled = new Int32Array(sizes.length);
  for (let node = 0; node < size; node++) members[label[node]!]![filled[label[node]!]!++] = node;
  const random = seededRandom(seed);
  const chosen = members.map((all) => sampleOf(all, pivots, random));
  const sources = new Int32Array(chosen.reduce((sum, some) => sum + some.length, 0));
  let at = 0;
  for (const some of chosen) {
    sources.set(some, at);
    at += some.length;
  }
  return {
    sources: sources.sort(),
    componentSize: label.map((component) => sizes[component]!),
    componentSources: label.map((component) => chosen[component]!.length),
  };
}

/** So many of some positions, or all of them where there are no more. */
function sampleOf(all: Int32Array, count: number, random: () => number): Int32Array {
  if (count >= all.length) return all;
  for (let at = 0; at < count; at++) {
    const other = at + Math.floor(random() * (all.length - at));
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all.slice(0, Math.max(0, count));
}
