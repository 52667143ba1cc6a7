import { formatAcademicYear } from '@collegial/model';
import type { MatchedDifference } from '@collegial/statistics';
import type { AssignedSchools } from './assign-schools.ts';
import type { SchoolFigures } from './outcome-figures.ts';
import type { Memberships } from './read-memberships.ts';
import type { ChangedSchool } from './what-changed-result.ts';

/** What {@link changedSchools} takes. */
export interface ChangedSchoolsOptions {
  readonly memberships: Memberships;
  readonly assigned: AssignedSchools;
  readonly allowed: ReadonlySet<string>;
  readonly figures: SchoolFigures;
  readonly found: MatchedDifference | null;
}

/** Every school of the groups and every candidate: what it served as, or why it was left out. */
export function changedSchools(options: ChangedSchoolsOptions): ChangedSchool[] {
  const { memberships, assigned, allowed, figures, found } = options;
  const uses = new Map(found?.schools.map((use) => [use.school, use]));
  const ids = [...assigned.joined.keys(), ...assigned.candidates.keys(), ...assigned.leftOut.keys()];
  return ids.sort().map((school): ChangedSchool => {
    const joined = assigned.joined.get(school);
    const described = {
      school,
      name: memberships.schools.get(school) ?? school,
      group: joined?.group ?? assigned.leftOut.get(school)?.group ?? null,
      since: joined === undefined ? null : formatAcademicYear(joined.since),
    };
    const before = assigned.leftOut.get(school);
    if (before !== undefined) return { ...described, role: 'left-out', why: before.why, weight: 0 };
    if (joined === undefined && !allowed.has(school))
      return { ...described, role: 'left-out', why: 'not-in-the-agreement', weight: 0 };
    const use = uses.get(school);
    if (use === undefined || !figures.of.has(school))
      return { ...described, role: 'left-out', why: 'no-figures', weight: 0 };
    return { ...described, role: use.role, why: use.why, weight: use.weight };
  });
}
