import { pairOf } from '../ties/tie.ts';
import type { Span } from '../time/days.ts';

/** A post of one person at one school. */
export interface Post extends Span {
  readonly appointment: string;
  readonly person: string;
  readonly school: string;
  /** Who employs the person, when it is another than the school. */
  readonly employer: string | null;
  readonly role: string;
  readonly secondment: boolean;
  /** True for a post without an end: fixed-term posts and secondments are not. */
  readonly permanent: boolean;
  /** `null` when not known. */
  readonly fte: number | null;
}

/** Part of a person's time that one school gave another over a span of days. */
export interface Share extends Span {
  readonly provider: string;
  readonly recipient: string;
  /** True when no school is the main one: each gives its share to the others. */
  readonly joint: boolean;
  readonly secondment: boolean;
  readonly role: string;
  readonly fte: number | null;
  readonly appointments: readonly string[];
}

/**
 * Who gave whom how much of one person's time. Between two changes of the person's posts, the main school – the
 * employer, else the school a secondment comes from, else the one with the largest FTE – gives each other school that
 * school's FTE; those others share the person too, but give each other nothing. Where there is no main school, as when
 * four schools each pay a quarter of a post, each gives its own FTE, split equally over the others: what is given adds
 * up to the FTE held. Two full-time posts at once are a mistake, unless one school lends the person. A school that employs someone who works only at another gives all of that post.
 *
 * @param posts every post of one person at the schools asked for
 * @param schools the schools asked for
 * @param minimumOverlapDays two schools share the person only if the posts overlap on at least so many days in all
 */
export function sharePosts(
  posts: readonly Post[],
  schools: ReadonlySet<string>,
  minimumOverlapDays: number,
): Share[] {
  const stretches = stretchesOf(posts).filter((stretch) => isPlausible(stretch, schools));
  const shared = sharedLongEnough(stretches, minimumOverlapDays);
  return [
    ...stretches.flatMap((stretch) => sharesOf(stretch, shared)),
    ...stretches.flatMap((stretch) => lent(stretch, schools)),
  ];
}

/** Posts at once that come to more than this are no split of one person's time: a day was mistyped, or a post never closed. */
export const mostFullTime = 1.2;

/** A loan may leave the post at home open: the two then come to more than a full-time post, and are one. */
function isPlausible({ held }: Stretch, schools: ReadonlySet<string>): boolean {
  const posts = [...held.values()].flat();
  const loan = posts.some(
    ({ secondment, employer }) => secondment || (employer !== null && schools.has(employer)),
  );
  const fte = fteOf(posts);
  return loan || held.size < 2 || fte === null || fte <= mostFullTime;
}

type Stretch = Span & { readonly held: Held };
type Shared = (one: string, other: string) => boolean;

function sharedLongEnough(stretches: readonly Stretch[], minimumOverlapDays: number): Shared {
  const days = new Map<string, number>();
  for (const { from, to, held } of stretches) {
    for (const one of held.keys()) {
      for (const other of held.keys()) {
        if (one < other) days.set(`${one} ${other}`, (days.get(`${one} ${other}`) ?? 0) + to - from);
      }
    }
  }
  return (one, other) => one !== other && (days.get(pairOf(one, other).join(' ')) ?? 0) >= minimumOverlapDays;
}

function sharesOf({ from, to, held }: Stretch, shared: Shared): Share[] {
  const main = mainSchool(held);
  return [...held.keys()].flatMap((provider) => {
    const recipients = [...held.keys()].filter((school) => shared(provider, school));
    return recipients.flatMap((recipient): Share[] => {
      const thirdGives = main !== undefined && provider !== main;
      if (thirdGives && (recipient === main || provider > recipient)) return [];
      const received = held.get(recipient) ?? [];
      const given = fteOf((main === undefined ? held.get(provider) : received) ?? []);
      return [
        {
          from,
          to,
          provider,
          recipient,
          joint: main === undefined,
          secondment: received.some((post) => post.secondment),
          role: received[0]?.role ?? 'other',
          fte: thirdGives
            ? 0
            : given === null
              ? null
              : main === undefined
                ? given / recipients.length
                : given,
          appointments: [...(held.get(provider) ?? []), ...received].map((post) => post.appointment).sort(),
        },
      ];
    });
  });
}

/** Posts at one school of someone whom another one of the schools employs, and who holds no post there. */
function lent({ from, to, held }: Stretch, schools: ReadonlySet<string>): Share[] {
  return [...held.values()].flat().flatMap((post): Share[] => {
    const { employer, school, secondment, role, fte, appointment } = post;
    if (employer === null || employer === school || !schools.has(employer) || held.has(employer)) return [];
    const share = { provider: employer, recipient: school, joint: false, secondment, role, fte };
    return [{ from, to, ...share, appointments: [appointment] }];
  });
}

type Held = ReadonlyMap<string, readonly Post[]>;

/** Spans in which nothing changes, with the posts held by school; schools in order. */
function stretchesOf(posts: readonly Post[]): Stretch[] {
  const changes = [...new Set(posts.flatMap((post) => [post.from, post.to]))].sort((a, b) => a - b);
  return changes.flatMap((from, index) => {
    const to = changes[index + 1];
    if (to === undefined) return [];
    const held = new Map<string, Post[]>();
    const current = posts.filter((post) => post.from <= from && to <= post.to);
    for (const post of current.sort((a, b) => (a.school < b.school ? -1 : a.school > b.school ? 1 : 0))) {
      held.set(post.school, [...(held.get(post.school) ?? []), post]);
    }
    return held.size > 0 ? [{ from, to, held }] : [];
  });
}

function mainSchool(schools: Held): string | undefined {
  const posts = [...schools.values()].flat();
  const employers = new Set(
    posts.map((post) => post.employer).filter((employer) => employer !== null && schools.has(employer)),
  );
  const [employer] = employers;
  if (employers.size === 1 && employer != null) return employer;
  const homes = [...schools].filter(([, held]) => held.some((post) => !post.secondment));
  if (homes.length === 1 && homes.length < schools.size) return homes[0]?.[0];
  const byFte = [...schools].map(([school, held]) => ({ school, fte: fteOf(held) }));
  if (byFte.some(({ fte }) => fte === null)) return undefined;
  byFte.sort((a, b) => (b.fte ?? 0) - (a.fte ?? 0));
  const [first, second] = byFte;
  return (first?.fte ?? 0) > (second?.fte ?? 0) ? first?.school : undefined;
}

function fteOf(posts: readonly Post[]): number | null {
  let parts = 0;
  for (const { fte } of posts) {
    if (fte === null) return null;
    parts += Math.round(fte * 10_000);
  }
  return parts / 10_000;
}
