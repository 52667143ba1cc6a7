import { reject } from '@collegial/connector-kit';
import type { OneRosterContext } from './ids.ts';
import type { RoleMeaning } from './mapping-settings.ts';
import type { WireUser } from './wire-roster.ts';

/** A role of a user at an organisation, from either version of the standard. */
export interface Role {
  readonly meaning: RoleMeaning;
  /** `sourcedId` of the organisation. */
  readonly org: string;
  /** Empty when it cannot be read. */
  readonly beginDate: string | undefined;
  readonly endDate: string | undefined;
}

/** Roles of 1.1 and 1.2. Administrators keep the systems or the school: what rank they hold is not said. */
export const standardRoles: ReadonlyMap<string, RoleMeaning> = new Map<string, RoleMeaning>([
  ['student', 'student'],
  ['teacher', 'teacher'],
  ['principal', 'head'],
  ['aide', 'support'],
  ['counselor', 'support'],
  ['proctor', 'other'],
  ['administrator', 'other'],
  ['districtadministrator', 'other'],
  ['siteadministrator', 'other'],
  ['systemadministrator', 'other'],
  ['guardian', 'none'],
  ['parent', 'none'],
  ['relative', 'none'],
]);

/** What a role means; one that is not known, such as `ext:…` without a setting, is counted and `undefined`. */
export function meaningOf(
  written: string,
  { config, unmapped }: Pick<OneRosterContext, 'config' | 'unmapped'>,
): RoleMeaning | undefined {
  const meaning =
    (Object.hasOwn(config.roles, written) ? config.roles[written] : undefined) ??
    standardRoles.get(written.toLowerCase());
  if (meaning === undefined) unmapped('role', written);
  return meaning;
}

/** What a user's roles are. */
export interface Roles {
  readonly roles: readonly Role[];
  /** Their meanings, also of a role of 1.1 that names no organisation: they decide who is a student and who is staff. */
  readonly meanings: ReadonlySet<RoleMeaning>;
  /** A field that could not be read: there may be more roles than those that are known, so that nothing may be taken for gone. */
  readonly unread: string | undefined;
}

type Context = Pick<OneRosterContext, 'config' | 'unmapped'>;

/** The roles of a user: those of 1.2, or, where there are none, the one of 1.1 at each organisation. */
export function rolesOf(user: WireUser, context: Context): Roles {
  if (user.roles === undefined || (user.roles.length === 0 && user.role !== undefined))
    return rolesOf11(user, context);
  let unread: string | undefined;
  const roles = user.roles.flatMap(({ role, org, beginDate, endDate }): Role[] => {
    const meaning = role === undefined ? undefined : meaningOf(role, context);
    if (meaning === undefined && !isExtension(role)) unread = 'roles.role';
    else if (org === undefined) unread = 'roles.org';
    return meaning === undefined || org === undefined ? [] : [{ meaning, org, beginDate, endDate }];
  });
  return { roles, meanings: new Set(roles.map(({ meaning }) => meaning)), unread };
}

function rolesOf11(user: WireUser, context: Context): Roles {
  const meaning = user.role === undefined ? undefined : meaningOf(user.role, context);
  if (meaning === undefined)
    return { roles: [], meanings: new Set(), unread: isExtension(user.role) ? undefined : 'role' };
  const written = user.orgs ?? [];
  const orgs = written.filter((org) => org !== '');
  return {
    roles: orgs.map((org) => ({ meaning, org, beginDate: undefined, endDate: undefined })),
    meanings: new Set([meaning]),
    unread: (orgs.length === 0 || orgs.length < written.length) && meaning !== 'none' ? 'orgs' : undefined,
  };
}

/** Extended roles are in order even where nothing is known of them. */
function isExtension(role: string | undefined): boolean {
  return role?.startsWith('ext:') === true;
}

/** Sets a user aside whose roles could not be read. */
export const unreadRoles = (field: string) => reject('The roles of a user cannot be read.', { field });

/** True for the roles that make a member of staff. */
export function isStaff(meaning: RoleMeaning): boolean {
  return meaning !== 'student' && meaning !== 'none';
}
