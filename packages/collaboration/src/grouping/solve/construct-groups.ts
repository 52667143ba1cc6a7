import { type GroupingProblem, mayJoin } from '../problem/problem.ts';
import type { Random } from './random.ts';

/**
 * A division to start from, as blocks by group: each group is begun with the largest and loneliest block left, and filled with
 * blocks that may join it, the loneliest first. What fits nowhere goes where there is most room: the search mends that.
 */
export function constructGroups(problem: GroupingProblem, groups: number, random: Random): number[][] {
  const { blocks, count } = problem;
  const friends = friendsOf(problem);
  const left = new Set(random.shuffle(blocks.map((_, block) => block)));
  const lonely = Int32Array.from(friends, (own) => own.size);
  const take = (block: number) => {
    left.delete(block);
    for (const friend of friends[block]!) lonely[friend]! -= 1;
    return block;
  };
  const hardest = (candidates: Iterable<number>): number | undefined => {
    let found: number | undefined;
    for (const block of candidates) {
      const size = blocks[block]!.length;
      const best = found === undefined ? -1 : blocks[found]!.length;
      if (size > best || (size === best && lonely[block]! < lonely[found!]!)) found = block;
    }
    return found;
  };
  const sizeOf = (group: readonly number[]) => group.reduce((sum, block) => sum + blocks[block]!.length, 0);
  const made: number[][] = [];
  for (let group = 0; group < groups; group++) {
    const target = Math.floor((count * (group + 1)) / groups) - Math.floor((count * group) / groups);
    const first = hardest(left);
    if (first === undefined) break;
    const own = [take(first)];
    for (;;) {
      const room = target - sizeOf(own);
      const fits = [...left].filter(
        (block) => blocks[block]!.length <= room && own.every((member) => friends[member]!.has(block)),
      );
      const next = hardest(fits);
      if (next === undefined) break;
      own.push(take(next));
    }
    made.push(own);
  }
  for (const block of [...left]) {
    const friendly = made.filter((group) => group.every((member) => friends[member]!.has(block)));
    const open = friendly.length > 0 ? friendly : made;
    open.reduce((best, group) => (sizeOf(group) < sizeOf(best) ? group : best)).push(block);
  }
  return made;
}

const known = new WeakMap<GroupingProblem, readonly ReadonlySet<number>[]>();

/** For each block, the blocks that may be in a group with it. */
function friendsOf(problem: GroupingProblem): readonly ReadonlySet<number>[] {
  const found = known.get(problem);
  if (found !== undefined) return found;
  const friends = problem.blocks.map(
    (one, index) =>
      new Set(
        problem.blocks.flatMap((other, place) =>
          place !== index && mayJoin(problem, one, other) ? [place] : [],
        ),
      ),
  );
  known.set(problem, friends);
  return friends;
}
