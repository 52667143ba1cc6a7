import type { EntityInput } from '@collegial/model';
import { formatDay } from '../calendar/day.ts';
import type { Timeline } from '../calendar/timeline.ts';
import { bodies } from './other-organisations.ts';
import { lastYearOf } from './place-records.ts';
import type { GroupLetter, SchoolKey } from './school-profile.ts';
import { closingSchool, declinedSchool, groupLetters, schoolId, schoolsOf } from './school-profiles.ts';

const purposes: Record<GroupLetter, string> = {
  A: 'Sharing resources between neighbours, managed by the heads themselves',
  B: 'Teaching and learning, with a pooled budget and a coordinator',
  C: 'Courses and revision material for ages 14 to 19',
  D: 'Posts that no school could fill alone',
};

/** The four groups. */
export function schoolGroups(timeline: Timeline): EntityInput<'SchoolGroup'>[] {
  return groupLetters.map((group) => ({
    id: group,
    name: `Group ${group}`,
    purpose: purposes[group],
    formedOn: formatDay(timeline.start(0)),
  }));
}

/** Members; the school that declined is one that takes no part. */
export function groupMembers(timeline: Timeline): EntityInput<'GroupMember'>[] {
  return groupLetters.flatMap((group) =>
    schoolsOf(group).map((key) => ({
      id: `member:${key}`,
      groupId: group,
      organisationId: schoolId(key),
      validFrom: formatDay(timeline.start(0)),
      validTo: closes(key, timeline) ? formatDay(timeline.end(timeline.closingYear ?? 0)) : null,
      takesPart: key !== declinedSchool,
    })),
  );
}

/** One agreement for each group, of the schools that take part: a school that declined shares nothing. */
export function sharingAgreements(timeline: Timeline): EntityInput<'SharingAgreement'>[] {
  return groupLetters.map((group) => ({
    id: `agreement:${group}`,
    title: `Sharing agreement of group ${group}`,
    organisationIds: schoolsOf(group)
      .filter((key) => key !== declinedSchool)
      .map(schoolId),
    groupId: group,
    purposes: ['collaboration', 'student-experience', 'comparison'],
    validFrom: formatDay(timeline.start(0)),
  }));
}

/** Money: a grant for each group that ends after two years, a pooled budget in B, a bid won by B. */
export function fundings(timeline: Timeline): EntityInput<'Funding'>[] {
  const last = timeline.years.length - 1;
  const validFrom = formatDay(timeline.start(0));
  const grants = groupLetters.map((group) => ({
    id: `funding:${group}:grant`,
    name: 'Collaboration grant',
    groupId: group,
    kind: 'grant' as const,
    amount: 60_000,
    validFrom,
    validTo: formatDay(timeline.end(Math.min(1, last))),
  }));
  const pool: EntityInput<'Funding'> = {
    id: 'funding:B:pool',
    name: 'Pooled budget of group B',
    groupId: 'B',
    kind: 'pooled',
    amount: 75_000,
    validFrom,
    validTo: formatDay(timeline.end(last)),
  };
  return [...grants, pool];
}

/** A role for a group; coordinators and chairs are members of staff, the others are sent by an authority. */
export interface CoordinatorPost {
  readonly group: GroupLetter;
  readonly role: 'coordinator' | 'chair';
  readonly staffId: string;
  readonly school: SchoolKey;
  readonly from: number;
  readonly to: number | undefined;
}

/** Roles of each group: chair or coordinator, an adviser of the authority, a link partner of the linked authority. */
export function groupRoles(
  timeline: Timeline,
  posts: readonly CoordinatorPost[],
): EntityInput<'GroupRole'>[] {
  const validFrom = formatDay(timeline.start(0));
  const visitors = groupLetters.flatMap((group): EntityInput<'GroupRole'>[] => [
    {
      id: `role:${group}:adviser`,
      groupId: group,
      role: 'adviser',
      organisationId: bodies.authority,
      validFrom,
    },
    {
      id: `role:${group}:link-partner`,
      groupId: group,
      role: 'link-partner',
      organisationId: bodies.linkedAuthority,
      validFrom,
    },
  ]);
  return [
    ...visitors,
    ...posts.map(({ group, role, staffId, school, from, to }) => ({
      id: `role:${group}:${role}`,
      groupId: group,
      role,
      staffId,
      organisationId: schoolId(school),
      validFrom: formatDay(from),
      validTo: to === undefined ? null : formatDay(to),
    })),
  ];
}

function closes(key: SchoolKey, timeline: Timeline): boolean {
  return key === closingSchool && lastYearOf(key, timeline) === timeline.closingYear;
}
