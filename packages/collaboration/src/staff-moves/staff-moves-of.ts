import type { Excluded } from '../derived/detection.ts';
import { Exclusions } from '../derived/exclusions.ts';
import type { Post } from '../shared-staff/share-posts.ts';
import { overlapOf, type Span } from '../time/days.ts';
import type { RecordedAgreement } from './recorded-agreement.ts';

/** What shows that a move was made by agreement between the two schools. */
export type MoveSign = 'secondment' | 'there-and-back' | 'recorded-agreement';

/** Someone who left a post at one school, by agreement, for one at another. */
export interface MoveSighting extends Span {
  readonly sign: MoveSign;
  /** Pseudonym of the person; never leaves the store. */
  readonly person: string;
  /** The school that gives the person. */
  readonly home: string;
  readonly host: string;
  readonly role: string;
  readonly fte: number | null;
  /** Ids of the appointments, and of the activity that records the agreement. */
  readonly evidence: readonly string[];
}

/** What {@link staffMovesOf} needs to know. */
export interface StaffMovesOptions {
  readonly posts: readonly Post[];
  /** The schools asked for. */
  readonly schools: ReadonlySet<string>;
  /** Appointments in which another detector saw a shared post or a secondment already. */
  readonly shared: ReadonlySet<string>;
  readonly agreements: readonly RecordedAgreement[];
  /** Last day of schools that closed, as the first day on which they were no more. */
  readonly closedOn: ReadonlyMap<string, number>;
  /** Days asked for: moves that begin and end outside them are none. */
  readonly asked: Span;
  readonly minimumDays: number;
}

/** Days without a post within which one post follows another: a summer. */
export const postGapDays = 62;

/** Days between a recorded agreement and the beginning of the post that it is about. */
export const agreementDays = 31;

/**
 * Staff who went to another school by agreement: a post ended, or was suspended, at one and began at the other, and one
 * of three says that it was agreed. The new post is a secondment; or it is fixed-term, one body that is no school employs
 * the person throughout, and the person comes back to the same school; or both schools recorded the secondment. Everyone
 * else who changes schools was recruited. Not counted, by reason: `recruitment`, `closure` (the school left was closing),
 * `seconded-from-elsewhere`, `too-short`, and `seen-as-shared-staff`.
 */
export function staffMovesOf(options: StaffMovesOptions): {
  readonly moves: MoveSighting[];
  readonly excluded: Excluded;
} {
  const exclusions = new Exclusions();
  const moves: MoveSighting[] = [];
  const free = new Set(options.agreements);
  for (const [person, posts] of byPerson(options.posts)) {
    const explained = new Set<string>();
    for (const post of posts) {
      if (overlapOf(post, options.asked) === undefined || explained.has(post.appointment)) continue;
      const found = judge(post, posts, options, free);
      if (typeof found === 'string') exclusions.add(found, `${person} ${post.appointment}`);
      if (found === undefined || typeof found === 'string') continue;
      for (const id of found.evidence) explained.add(id);
      if (found.to - found.from < options.minimumDays) exclusions.add('too-short', post.appointment);
      else moves.push(found);
    }
  }
  return { moves, excluded: exclusions.counts() };
}

function judge(
  post: Post,
  posts: readonly Post[],
  options: StaffMovesOptions,
  free: Set<RecordedAgreement>,
): MoveSighting | string | undefined {
  const before = posts
    .filter((other) => other.school !== post.school && follows(other.to, post.from, options))
    .at(-1);
  if (post.secondment) {
    if (options.shared.has(post.appointment)) return 'seen-as-shared-staff';
    const after = posts.find(
      (other) => other.school !== post.school && follows(post.to, other.from, options),
    );
    const home = [before, after].find(
      (other) => other !== undefined && sameEmployer(other, post, options.schools),
    );
    if (home === undefined) return 'seconded-from-elsewhere';
    const others = [before, after].filter((other) => other?.school === home.school);
    return sighting('secondment', home.school, post, post.to, others);
  }
  if (before === undefined || before.secondment || before.employer === post.school) return undefined;
  const back = posts.find(
    (other) => other.school === before.school && follows(post.to, other.from, options) && other !== before,
  );
  const body = post.employer;
  const employed = [before, post, back].every((one) => one?.employer === body);
  if (back !== undefined && !post.permanent && body !== null && !options.schools.has(body) && employed) {
    return sighting('there-and-back', before.school, post, post.to, [before, back]);
  }
  const agreement = [...free]
    .filter(({ home, host, from }) => home === before.school && host === post.school && near(from, post.from))
    .sort(
      (a, b) =>
        Math.abs(a.from - post.from) - Math.abs(b.from - post.from) || (a.activity < b.activity ? -1 : 1),
    )
    .at(0);
  if (agreement !== undefined) {
    free.delete(agreement);
    const to = Math.min(post.to, agreement.to ?? post.to);
    const found = sighting('recorded-agreement', before.school, post, to, [before, back]);
    return { ...found, evidence: [...found.evidence, agreement.activity].sort() };
  }
  if (options.shared.has(post.appointment)) return undefined;
  const closed = options.closedOn.get(before.school);
  return closed !== undefined && Math.abs(closed - before.to) <= agreementDays ? 'closure' : 'recruitment';
}

/** True when one post ends about when another begins: up to a summer before, or less than a shared post's overlap after. */
function follows(end: number, begin: number, { minimumDays }: StaffMovesOptions): boolean {
  return begin - end <= postGapDays && end - begin < minimumDays;
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= agreementDays;
}

/** An employer that is none of the schools must have been the employer at home too. */
function sameEmployer(home: Post, post: Post, schools: ReadonlySet<string>): boolean {
  if (post.employer === null || post.employer === home.school) return true;
  return !schools.has(post.employer) && post.employer === home.employer;
}

function sighting(
  sign: MoveSign,
  home: string,
  post: Post,
  to: number,
  others: readonly (Post | undefined)[],
): MoveSighting {
  const { person, school, role, fte, from, appointment } = post;
  const evidence = [
    appointment,
    ...others.flatMap((other) => (other === undefined ? [] : [other.appointment])),
  ];
  return { sign, person, home, host: school, role, fte, from, to, evidence: [...new Set(evidence)].sort() };
}

function byPerson(posts: readonly Post[]): [string, Post[]][] {
  const people = new Map<string, Post[]>();
  for (const post of posts) people.set(post.person, [...(people.get(post.person) ?? []), post]);
  const order = (a: Post, b: Post) =>
    a.from - b.from || a.to - b.to || (a.appointment < b.appointment ? -1 : 1);
  return [...people].sort(([a], [b]) => (a < b ? -1 : 1)).map(([person, list]) => [person, list.sort(order)]);
}
