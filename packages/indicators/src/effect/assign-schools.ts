import type { Memberships } from './read-memberships.ts';
import type { WhyLeftOut } from './what-changed-result.ts';

/** Who is asked about, who may be compared, and who is left out before any figure is read. */
export interface AssignedSchools {
  /** Schools of the groups asked about that take part: the group and the academic year in which they joined. */
  readonly joined: ReadonlyMap<string, { readonly group: string; readonly since: number }>;
  /** Candidates for comparison, with the group of their own that they join, if any. */
  readonly candidates: ReadonlyMap<string, { readonly group: string; readonly since: number } | null>;
  readonly leftOut: ReadonlyMap<string, { readonly group: string | null; readonly why: WhyLeftOut }>;
}

/**
 * Sorts schools by what they can serve as. A school counts as a member from its first academic year on, also if it leaves: whoever joins is followed to the
 * end, so that a group does not look better for losing schools.
 */
export function assignSchools(
  memberships: Memberships,
  groups: readonly string[],
  among: ReadonlySet<string> | null,
): AssignedSchools {
  const joined = new Map<string, { group: string; since: number }>();
  const candidates = new Map<string, { group: string; since: number } | null>();
  const leftOut = new Map<string, { group: string | null; why: WhyLeftOut }>();
  for (const school of memberships.schools.keys()) {
    const all = memberships.of.get(school) ?? [];
    const taking = all.filter(({ takesPart }) => takesPart);
    const first = taking[0];
    const asked = taking.find(({ group }) => groups.includes(group));
    const declined = all.find(({ group, takesPart }) => !takesPart && groups.includes(group));
    if (asked !== undefined) {
      if (asked.since === null || first?.since === null)
        leftOut.set(school, { group: asked.group, why: 'joined-unknown' });
      else if (first !== asked && first!.since! < asked.since)
        leftOut.set(school, { group: asked.group, why: 'in-another-group-before' });
      else joined.set(school, { group: asked.group, since: asked.since });
    } else if (declined !== undefined) leftOut.set(school, { group: declined.group, why: 'declined' });
    else if (among === null || among.has(school)) {
      if (first === undefined) candidates.set(school, null);
      else if (first.since === null) leftOut.set(school, { group: null, why: 'joined-unknown' });
      else candidates.set(school, { group: first.group, since: first.since });
    }
  }
  return { joined, candidates, leftOut };
}
