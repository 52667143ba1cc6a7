import type { AcademicYear } from '@collegial/model';
import { fromParts, toParts } from '../ties/split-amount.ts';
import { dayText, mergeSpans, overlapOf, type Span } from '../time/days.ts';
import type { ObservedYear } from '../time/observed-years.ts';
import { type SchoolCalendar, schoolDays } from './school-days.ts';
import { type Post, type Share, sharePosts } from './share-posts.ts';

/** One person shared by two schools in one academic year, in one direction. */
export interface SharedPost {
  /** School that gives the person's time: the employer or main school. */
  readonly provider: string;
  readonly recipient: string;
  readonly academicYear: AcademicYear;
  /** As `2023/24`. */
  readonly period: string;
  readonly kind: 'shared-post' | 'secondment';
  /** True when no school is the main one and each gives its share. */
  readonly joint: boolean;
  /** Pseudonym of the person; never leaves the store. */
  readonly person: string;
  /** Role at the recipient. */
  readonly role: string;
  /** First and last day in the year, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Staff-days given: FTE × school days; `null` when an FTE is not known, 0 between two schools to which a third gives the person. */
  readonly days: number | null;
  /** Ids of the appointments that show it, sorted. */
  readonly appointments: readonly string[];
}

/** What {@link sharedPostsOf} needs to know. */
export interface SharedPostsOptions {
  readonly posts: readonly Post[];
  /** The schools asked for. */
  readonly schools: ReadonlySet<string>;
  readonly years: readonly ObservedYear[];
  /** Days that may be read. */
  readonly inForce: readonly Span[];
  readonly calendarOf: (school: string, year: AcademicYear) => SchoolCalendar | undefined;
  readonly minimumOverlapDays: number;
  readonly schoolDaysPerYear: number;
}

/** The posts of many people as what schools gave each other, one line for each person, direction, kind and year. */
export function sharedPostsOf(options: SharedPostsOptions): SharedPost[] {
  const byPerson = byPersonOf(options.posts);
  const found = [...byPerson].flatMap(([person, posts]) => {
    const shares = sharePosts(posts, options.schools, options.minimumOverlapDays);
    return options.years.flatMap((year) => {
      const lines = new Map<string, Share[]>();
      for (const share of shares.flatMap((share) => cut(share, year, options.inForce))) {
        const key = [share.provider, share.recipient, share.secondment, share.joint].join(' ');
        lines.set(key, [...(lines.get(key) ?? []), share]);
      }
      return [...lines.values()].map((line) => sharedPost(person, line, year, options));
    });
  });
  const order = (post: SharedPost) =>
    [post.period, post.provider, post.recipient, post.kind, post.person, post.from].join(' ');
  return found.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

function sharedPost(
  person: string,
  shares: readonly Share[],
  { academicYear, period }: ObservedYear,
  options: SharedPostsOptions,
): SharedPost {
  const first = shares[0] as Share;
  let parts: number | null = 0;
  for (const { from, to, fte, recipient } of shares) {
    const days = schoolDays({
      span: { from, to },
      academicYear,
      calendar: options.calendarOf(recipient, academicYear),
      daysPerYear: options.schoolDaysPerYear,
    });
    parts = parts === null || fte === null ? null : parts + toParts(fte * days);
  }
  return {
    provider: first.provider,
    recipient: first.recipient,
    academicYear,
    period,
    kind: first.secondment ? 'secondment' : 'shared-post',
    joint: first.joint,
    person,
    role: first.role,
    from: dayText(Math.min(...shares.map((share) => share.from))),
    to: dayText(Math.max(...shares.map((share) => share.to)) - 1),
    days: parts === null ? null : fromParts(parts),
    appointments: [...new Set(shares.flatMap((share) => share.appointments))].sort(),
  };
}

function cut(share: Share, year: Span, inForce: readonly Span[]): Share[] {
  const inYear = overlapOf(share, year);
  if (inYear === undefined) return [];
  return mergeSpans(inForce).flatMap((span) => {
    const common = overlapOf(inYear, span);
    return common === undefined ? [] : [{ ...share, ...common }];
  });
}

function byPersonOf(posts: readonly Post[]): Map<string, Post[]> {
  const groups = new Map<string, Post[]>();
  for (const post of posts) {
    const known = groups.get(post.person);
    if (known === undefined) groups.set(post.person, [post]);
    else known.push(post);
  }
  return groups;
}
