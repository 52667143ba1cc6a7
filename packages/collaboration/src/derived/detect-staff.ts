import { type QueryEngine, sql } from '@collegial/query';
import type { RecordedActivity } from '../recorded/recorded-activity.ts';
import { readCalendars } from '../shared-staff/read-calendars.ts';
import { readPosts } from '../shared-staff/read-posts.ts';
import { readUnshared } from '../shared-staff/read-unshared.ts';
import { type SharedPost, sharedPostsOf } from '../shared-staff/shared-posts-of.ts';
import { unsharedStaffOf } from '../shared-staff/unshared-staff-of.ts';
import { recordedAgreements } from '../staff-moves/recorded-agreement.ts';
import { type StaffMove, staffMoveLines } from '../staff-moves/staff-move-lines.ts';
import { staffMovesOf } from '../staff-moves/staff-moves-of.ts';
import { dayNumber } from '../time/days.ts';
import { type Detection, type Excluded, queryOptions } from './detection.ts';

/** What records of staff show. */
export interface DetectedStaff {
  readonly sharedPosts: readonly SharedPost[];
  readonly staffMoves: readonly StaffMove[];
  readonly excluded: Readonly<Record<'shared-staff' | 'staff-move', Excluded>>;
}

/** What {@link detectStaff} needs to know besides. */
export interface DetectStaffOptions extends Detection {
  /** Recorded activities, in which schools may have recorded that they agreed to a move. */
  readonly activities: readonly RecordedActivity[];
  readonly minimumOverlapDays: number;
  readonly schoolDaysPerYear: number;
}

/** Runs the detectors that read staff; a secondment that both could see is seen by the first. */
export async function detectStaff(engine: QueryEngine, options: DetectStaffOptions): Promise<DetectedStaff> {
  const { schools, years, inForce, to, minimumOverlapDays, schoolDaysPerYear } = options;
  const query = queryOptions(options);
  const posts = await readPosts(engine, schools, to, query);
  const calendarOf = await readCalendars(
    engine,
    schools,
    years.map(({ academicYear }) => academicYear),
    query,
  );
  const members = new Set(schools.schools);
  const cut = { years, inForce, calendarOf, schoolDaysPerYear };
  const sharedPosts = sharedPostsOf({ posts, schools: members, minimumOverlapDays, ...cut });
  const asked = { from: dayNumber(options.from), to: dayNumber(to) + 1 };
  const closed = await engine.query<{ id: string; closed_on: string }>(
    sql`select id, closed_on from organisation where id in (${[...schools.schoolOf.keys()]}) and closed_on is not null order by id`,
    query,
  );
  const { moves, excluded } = staffMovesOf({
    posts,
    schools: members,
    shared: new Set(sharedPosts.flatMap(({ appointments }) => appointments)),
    agreements: recordedAgreements(options.activities),
    closedOn: new Map(closed.map((row) => [row.id, dayNumber(row.closed_on) + 1])),
    asked,
    minimumDays: minimumOverlapDays,
  });
  const unshared = await readUnshared(engine, { schools, from: options.from, to, ...query });
  const counted = new Set([...sharedPosts, ...moves].map(({ person }) => person));
  return {
    sharedPosts,
    staffMoves: staffMoveLines(moves, cut),
    excluded: {
      'shared-staff': unsharedStaffOf({
        unshared,
        posts,
        shared: counted,
        asked,
        minimumDays: minimumOverlapDays,
      }),
      'staff-move': excluded,
    },
  };
}
