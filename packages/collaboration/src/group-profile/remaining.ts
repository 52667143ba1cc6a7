import { type PersonLeaves, processes, type Remaining, type SchoolLeaves } from '@collegial/model';
import { degreeOf } from '../network/degrees.ts';
import { articulationPoints, isolates, weakComponents } from '../network/index.ts';
import { agreedClasses } from './evidence-classes.ts';
import type { PairEvidence } from './pair-evidence.ts';
import type { PersonEvidence } from './person-evidence.ts';
import { pairsByProcess } from './process-breadth.ts';
import { linksOf, networkOf } from './profile-networks.ts';

/**
 * What remains of a group's contacts when each of its schools leaves, one at a time: found from the links and articulation
 * points of the whole, without building what remains.
 *
 * @param schools sorted
 */
export function withoutEachSchool(
  schools: readonly string[],
  pairs: readonly PairEvidence[],
): SchoolLeaves[] {
  const network = networkOf(schools, pairs, linksOf(pairs, agreedClasses));
  const { undirected, ties: links } = network;
  const parts = weakComponents(network).length;
  const partsWithout = new Map(
    articulationPoints(network).map(({ id, componentsAfter }) => [id, componentsAfter]),
  );
  const alone = isolates(network);
  const all = pairsByProcess(pairs, agreedClasses);
  const own = pairsOfEach(pairs);
  return schools.map((school, node) => {
    const lost = degreeOf(undirected, node);
    const neighbours = undirected.target.subarray(undirected.start[node]!, undirected.start[node + 1]!);
    const left: string[] = [];
    for (const neighbour of neighbours)
      if (degreeOf(undirected, neighbour) === 1) left.push(schools[neighbour]!);
    return {
      school,
      linksLost: lost,
      linksLeft: links - lost,
      share: links === 0 ? null : (links - lost) / links,
      components: partsWithout.get(school) ?? (lost === 0 ? parts - 1 : parts),
      isolates: [...alone.filter((other) => other !== school), ...left].sort(),
      processesLost: processesOf(all, pairsByProcess(own.get(school) ?? [], agreedClasses)),
    };
  });
}

/**
 * What remains when the evidence that rests on one person falls away, for each person seen at several schools: the one
 * on whom most rests first. Activities that somebody led without a post at two schools are not known to rest on them.
 *
 * @param schools sorted
 * @param coordinators pseudonyms of those who coordinate the group
 */
export function withoutEachPerson(
  schools: readonly string[],
  pairs: readonly PairEvidence[],
  people: readonly PersonEvidence[],
  coordinators: ReadonlySet<string>,
): PersonLeaves[] {
  if (people.length === 0) return [];
  const linked = linksOf(pairs, agreedClasses);
  const links = linked.filter((link) => link === 1).length;
  const all = pairsByProcess(pairs, agreedClasses);
  return people
    .map(({ person, pairs: own }) => {
      const left = linked.map((link, index) => (own[index]?.whole ? 0 : link));
      const after = networkOf(schools, pairs, left);
      const lost = all.map((_, place) => own.filter(({ processes: bits }) => (bits >> place) & 1).length);
      return {
        coordinator: coordinators.has(person),
        schools: [...new Set(pairs.flatMap((pair, index) => (own[index]?.any ? pair.schools : [])))].sort(),
        linksLost: links - after.ties,
        linksLeft: after.ties,
        share: links === 0 ? null : after.ties / links,
        components: weakComponents(after).length,
        isolates: isolates(after),
        processesLost: processesOf(all, lost),
      };
    })
    .sort((one, other) => other.linksLost - one.linksLost || (sortKey(one) < sortKey(other) ? -1 : 1))
    .map((one, index) => ({ person: index + 1, ...one }));
}

/** Everything that is said of a person, so that the order never hangs on a pseudonym. */
function sortKey(one: Omit<PersonLeaves, 'person'>): string {
  return JSON.stringify([one.schools, one]);
}

function pairsOfEach(pairs: readonly PairEvidence[]): Map<string, PairEvidence[]> {
  const own = new Map<string, PairEvidence[]>();
  for (const pair of pairs)
    for (const school of pair.schools) {
      const known = own.get(school);
      if (known === undefined) own.set(school, [pair]);
      else known.push(pair);
    }
  return own;
}

/** Processes in which all pairs are among those that are lost. */
function processesOf(all: readonly number[], lost: readonly number[]): Remaining['processesLost'] {
  return processes.flatMap(({ id }, place) => (all[place]! > 0 && all[place] === lost[place] ? [id] : []));
}
