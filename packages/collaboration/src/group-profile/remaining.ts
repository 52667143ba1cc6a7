import type { PersonLeaves, Remaining, SchoolLeaves } from '@collegial/model';
import type { Tie } from '../ties/tie.ts';
import { processBreadth } from './process-breadth.ts';
import { contactNetwork } from './profile-networks.ts';

/** What remains of a group's contacts when each of its schools leaves, one at a time. */
export function withoutEachSchool(schools: readonly string[], all: readonly Tie[]): SchoolLeaves[] {
  const ties = distinctLinks(all);
  return schools.map((school) => ({
    school,
    ...remaining({
      schools,
      ties,
      staying: schools.filter((other) => other !== school),
      left: ties.filter((tie) => !tie.schools.includes(school)),
    }),
  }));
}

/**
 * What remains when the evidence that rests on one person falls away, for each person seen at several schools: the one
 * on whom most rests first. Activities that somebody led without a post at two schools are not known to rest on them.
 *
 * @param coordinators pseudonyms of those who coordinate the group
 */
export function withoutEachPerson(
  schools: readonly string[],
  all: readonly Tie[],
  coordinators: ReadonlySet<string>,
): PersonLeaves[] {
  const ties = distinctLinks(all);
  const people = new Set(ties.flatMap((tie) => tie.person ?? []));
  return [...people]
    .map((person) => {
      const own = ties.filter((tie) => tie.person === person);
      const left = ties.filter((tie) => tie.person !== person);
      return {
        coordinator: coordinators.has(person),
        schools: [...new Set(own.flatMap((tie) => tie.schools))].sort(),
        ...remaining({ schools, ties, staying: schools, left }),
      };
    })
    .sort((one, other) => other.linksLost - one.linksLost || (sortKey(one) < sortKey(other) ? -1 : 1))
    .map((one, index) => ({ person: index + 1, ...one }));
}

/** Everything that is said of a person, so that the order never hangs on a pseudonym. */
function sortKey(one: Omit<PersonLeaves, 'person'>): string {
  return JSON.stringify([one.schools, one]);
}

interface Leaving {
  readonly schools: readonly string[];
  readonly ties: readonly Tie[];
  /** Schools and ties that are left. */
  readonly staying: readonly string[];
  readonly left: readonly Tie[];
}

/** What is left of some contacts. */
export function remaining({ schools, ties, staying, left }: Leaving): Remaining {
  const { links } = contactNetwork(schools, ties);
  const after = contactNetwork(staying, left);
  const kept = new Set(processBreadth(left).processes.map(({ process }) => process));
  return {
    linksLost: links - after.links,
    linksLeft: after.links,
    share: links === 0 ? null : after.links / links,
    components: after.components.length,
    isolates: after.isolates,
    processesLost: processBreadth(ties)
      .processes.map(({ process }) => process)
      .filter((process) => !kept.has(process)),
  };
}

/** One tie for each pair, process and person: more of the same changes nothing of what remains. */
function distinctLinks(ties: readonly Tie[]): Tie[] {
  const links = new Map<string, Tie>();
  for (const tie of ties) links.set(JSON.stringify([tie.schools, tie.process, tie.person]), tie);
  return [...links.values()];
}
