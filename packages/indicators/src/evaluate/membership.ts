import type { Scope } from '@collegial/model';

/** A spell of a school in a scope; a null date is open on that side. */
export interface Membership {
  readonly organisationId: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** A scope with the spells of its schools. */
export interface ScopeMembers {
  readonly scope: Scope;
  /** True when the caller named it, false when it came from `*`. */
  readonly named: boolean;
  readonly members: readonly Membership[];
}

/**
 * The schools that were members on at least one day of an academic year (1 September to 31 August), each once however often it
 * joined. So a school that changes groups during a year counts in both for that year.
 */
export function membersInYear(members: readonly Membership[], academicYear: number): string[] {
  return distinct(members, `${academicYear}-09-01`, `${academicYear + 1}-08-31`);
}

/** The schools that were members on a day, each once. */
export function membersOn(members: readonly Membership[], day: string): string[] {
  return distinct(members, day, day);
}

function distinct(members: readonly Membership[], from: string, to: string): string[] {
  const schools = new Set<string>();
  for (const { organisationId, validFrom, validTo } of members)
    if ((validFrom ?? '0000') <= to && (validTo ?? '9999') >= from) schools.add(organisationId);
  return [...schools].sort();
}
