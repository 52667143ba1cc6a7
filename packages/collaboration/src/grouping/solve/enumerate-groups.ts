import { type GroupingProblem, mayJoin } from '../problem/problem.ts';

/**
 * The groups that begin with one block, as a tree that is walked in order: each node adds one block to its parent, so that a
 * block which is no longer there rules out everything below it at once.
 */
export interface GroupTree {
  /** The blocks of each node, as bits. */
  readonly bits: Int32Array;
  /** Where to go on when a node is ruled out: behind everything below it. */
  readonly behind: Int32Array;
  /** 1 where the node is large enough to be a group. */
  readonly whole: Uint8Array;
}

/** Most blocks that fit the bits of a group. */
const mostBlocks = 24;

/** Every group that size and barred pairs allow, by its first block; `undefined` when there are more nodes than `most`, or too many blocks. */
export function enumerateGroups(problem: GroupingProblem, most: number): GroupTree[] | undefined {
  const { blocks, size } = problem;
  if (blocks.length > mostBlocks) return undefined;
  const sizes = blocks.map((block) => block.length);
  const friends = blocks.map((one, index) =>
    blocks.reduce(
      (bits, other, place) => (place !== index && mayJoin(problem, one, other) ? bits | (1 << place) : bits),
      0,
    ),
  );
  let nodes = 0;
  const trees: GroupTree[] = [];
  for (let first = 0; first < blocks.length; first++) {
    const bits: number[] = [];
    const behind: number[] = [];
    const whole: number[] = [];
    const grow = (group: number, total: number, next: number, allowed: number): void => {
      const node = bits.length;
      nodes += 1;
      bits.push(group);
      behind.push(0);
      whole.push(total >= size.min ? 1 : 0);
      for (let block = next; block < blocks.length && nodes <= most; block++) {
        if ((allowed & (1 << block)) === 0 || total + sizes[block]! > size.max) continue;
        grow(group | (1 << block), total + sizes[block]!, block + 1, allowed & friends[block]!);
      }
      behind[node] = bits.length;
    };
    if (mayJoin(problem, blocks[first]!, blocks[first]!) && sizes[first]! <= size.max)
      grow(1 << first, sizes[first]!, first + 1, friends[first]!);
    if (nodes > most) return undefined;
    trees.push({
      bits: Int32Array.from(bits),
      behind: Int32Array.from(behind),
      whole: Uint8Array.from(whole),
    });
  }
  return trees;
}

/** The first block of what remains. */
export function firstOf(rest: number): number {
  return 31 - Math.clz32(rest & -rest);
}

/** The schools of the blocks of a group, in the order of the table. */
export function membersOf(problem: GroupingProblem, group: number): number[] {
  return problem.blocks
    .flatMap((block, index) => (group & (1 << index) ? [...block] : []))
    .sort((one, other) => one - other);
}
