import type { Day } from '../calendar/day.ts';
import type { Timeline } from '../calendar/timeline.ts';
import { lastYearOf } from '../places/place-records.ts';
import type { SchoolKey } from '../places/school-profile.ts';
import { closingSchool, schoolProfiles } from '../places/school-profiles.ts';
import { createRandom, type Random } from '../random/random.ts';
import { subjectNames } from '../teaching/subjects.ts';
import type { HeldPost, StaffBook } from './staff-book.ts';

/** A teacher who left one school of the city and was appointed by another: recruitment, not collaboration. */
export interface Recruitment {
  readonly before: HeldPost;
  readonly after: HeldPost;
}

/** Moves of ordinary staff between schools. */
export interface OrdinaryMoves {
  readonly recruitments: readonly Recruitment[];
  /** From the closing school to its neighbours. */
  readonly redeployments: readonly Recruitment[];
}

interface OrdinaryStaffOptions {
  readonly seed: number;
  readonly timeline: Timeline;
  readonly sizes: ReadonlyMap<SchoolKey, number>;
  readonly book: StaffBook;
}

/** Share of teachers who leave at the end of a year. */
const turnover = 0.11;

/** Share of vacancies filled by someone who leaves another school of the city at the same time. */
const recruitedWithin = 0.3;

/** Schools of group D that get a new head, with the position of the year and the day (ch. 10). */
export const newHeads: readonly { school: SchoolKey; position: number; on: string }[] = [
  { school: 'D2', position: 0, on: '01-01' },
  { school: 'D3', position: 1, on: '09-01' },
  { school: 'D4', position: 1, on: '01-01' },
];

/**
 * Heads, senior and middle leaders, teachers (about one for 16 students) and support staff of every school, with posts
 * that end and are filled again each summer.
 */
export function appointOrdinaryStaff(options: OrdinaryStaffOptions): OrdinaryMoves {
  const { seed, timeline, sizes, book } = options;
  for (const { key } of schoolProfiles) appointFirstStaff(key);
  appointNewHeads();
  const recruitments: Recruitment[] = [];
  for (let position = 0; position < timeline.years.length - 1; position++) {
    recruitments.push(...turnOver(position));
  }
  return { recruitments, redeployments: closeDown() };

  function appointFirstStaff(school: SchoolKey): void {
    const random = createRandom(seed, 'staff', school);
    const teachers = Math.max(3, Math.round((sizes.get(school) ?? 0) / 16) - 1);
    const common = { school, kind: 'permanent' as const };
    book.appoint({ ...common, person: `${school}:head`, role: 'head', fte: 1, from: since(random) });
    for (let index = 0; index < teachers; index++) {
      book.appoint({
        ...common,
        person: `${school}:teacher:${index}`,
        role: index === 0 ? 'senior-leader' : index % 5 === 1 ? 'middle-leader' : 'teacher',
        fte: random.chance(0.18) ? random.pick([0.5, 0.6, 0.8]) : 1,
        subject: subjectNames[index % subjectNames.length],
        from: since(random),
      });
    }
    for (let index = 0; index < Math.round(teachers * 0.5); index++) {
      const fte = random.pick([0.6, 0.8, 1]);
      book.appoint({
        ...common,
        person: `${school}:support:${index}`,
        role: 'support',
        fte,
        from: since(random),
      });
    }
  }

  function since(random: Random): Day {
    return timeline.start(0) - 365 * (random.chance(0.12) ? 0 : 1 + random.integer(14));
  }

  function appointNewHeads(): void {
    for (const { school, position, on } of newHeads) {
      if (position >= timeline.years.length) continue;
      const from = timeline.date(position, on);
      const before = book.posts.find((post) => post.school === school && post.role === 'head')!;
      book.end(before, from - 1);
      book.appoint({ person: `${school}:head:2`, school, role: 'head', kind: 'permanent', fte: 1, from });
    }
  }

  /** Ends posts on 31 August and fills them on 1 September. */
  function turnOver(position: number): Recruitment[] {
    const random = createRandom(seed, 'turnover', position);
    const [to, from] = [timeline.end(position), timeline.start(position + 1)];
    const leavers = book.posts.filter(
      (post) =>
        post.to === undefined &&
        post.kind === 'permanent' &&
        (post.role === 'teacher' || post.role === 'middle-leader') &&
        lastYearOf(post.school, timeline) > position &&
        random.chance(turnover),
    );
    for (const post of leavers) book.end(post, to);
    const free = random.shuffle(leavers);
    return leavers.flatMap((vacancy, index): Recruitment[] => {
      const found = random.chance(recruitedWithin)
        ? free.findIndex(({ school }) => school !== vacancy.school)
        : -1;
      const [before] = found < 0 ? [] : free.splice(found, 1);
      const { school, role, kind, fte, subject } = vacancy;
      const person = before?.person ?? `${school}:new:${position}:${index}`;
      const after = book.appoint({ person, school, role, kind, fte, subject, from });
      return before === undefined ? [] : [{ before: { ...before, to }, after }];
    });
  }

  /** The closing school's posts end; three of five of its teachers find a post at a neighbour. */
  function closeDown(): Recruitment[] {
    const { closingYear } = timeline;
    if (closingYear === undefined) return [];
    const to = timeline.end(closingYear);
    const random = createRandom(seed, 'redeployment');
    const held = book.posts.filter(
      ({ school, to: ended }) => school === closingSchool && ended === undefined,
    );
    return held.flatMap((post): Recruitment[] => {
      book.end(post, to);
      const school = random.pick(['A1', 'A2', 'A3']);
      const moves = random.chance(0.6) && post.subject !== undefined;
      if (!moves || closingYear + 1 >= timeline.years.length) return [];
      const { person, kind, fte, subject } = post;
      const from = timeline.start(closingYear + 1);
      const after = book.appoint({ person, school, role: 'teacher', kind, fte, subject, from });
      return [{ before: { ...post, to }, after }];
    });
  }
}
