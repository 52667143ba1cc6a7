import type { Excluded } from '../derived/detection.ts';
import { Exclusions } from '../derived/exclusions.ts';
import { overlapOf, type Span } from '../time/days.ts';
import type { UnsharedPerson } from './read-unshared.ts';
import type { Post } from './share-posts.ts';

/** What {@link unsharedStaffOf} needs to know. */
export interface UnsharedStaffOptions {
  readonly unshared: readonly UnsharedPerson[];
  readonly posts: readonly Post[];
  /** People in whom a shared post was found. */
  readonly shared: ReadonlySet<string>;
  readonly asked: Span;
  /** Days of overlap from which posts are shared. */
  readonly minimumDays: number;
}

/**
 * People with posts at several schools who were not counted as shared, by reason: `supply`, `peripatetic`,
 * `central-team`, `agency` (employed by a body that lends staff), `central-post` (also a post at a trust or authority),
 * `handover` (posts that overlap for some days only), and `more-than-full-time` (posts that overlap for long and come to
 * two people's work: a mistyped day, a post never closed, or a head of two schools entered as whole at each).
 */
export function unsharedStaffOf(options: UnsharedStaffOptions): Excluded {
  const { unshared, posts, shared, asked, minimumDays } = options;
  const exclusions = new Exclusions();
  for (const { person, reason } of unshared) if (!shared.has(person)) exclusions.add(reason, person);
  const people = new Map<string, Post[]>();
  for (const post of posts) people.set(post.person, [...(people.get(post.person) ?? []), post]);
  for (const [person, held] of people) {
    const overlaps = held.flatMap((one) =>
      held.flatMap((other) => {
        const common = one.school < other.school ? overlapOf(one, other) : undefined;
        return common !== undefined && overlapOf(common, asked) !== undefined
          ? [common.to - common.from]
          : [];
      }),
    );
    if (overlaps.length === 0 || shared.has(person)) continue;
    exclusions.add(Math.max(...overlaps) < minimumDays ? 'handover' : 'more-than-full-time', person);
  }
  return exclusions.counts();
}
