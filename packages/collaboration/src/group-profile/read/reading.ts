import type { AcademicYear, Scope } from '@collegial/model';
import type { QueryOptions } from '@collegial/query';
import type { ScopeSchools } from '../../schools/schools-of-scope.ts';

/** What the readers of a group's records need to know. */
export interface Reading {
  readonly scope: Scope;
  readonly schools: ScopeSchools;
  readonly academicYear: AcademicYear;
  /** First day of the first year that was observed, and last day that was. */
  readonly since: string;
  readonly to: string;
  readonly query: QueryOptions;
}

/** Id of the group, or one that nothing has: only groups have roles, money and reviews of their own. */
export function groupIdOf({ scope }: Reading): string {
  return scope.kind === 'group' ? scope.id : '';
}
