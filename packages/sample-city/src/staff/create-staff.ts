import type { Timeline } from '../calendar/timeline.ts';
import type { CoordinatorPost } from '../places/group-records.ts';
import type { GroupLetter, SchoolKey } from '../places/school-profile.ts';
import { agreedMoves, type MoveNegativeKind, moveNegatives, type PlannedMove } from './agreed-moves.ts';
import { type NegativeKind, negatives } from './negatives.ts';
import { appointOrdinaryStaff, type OrdinaryMoves } from './ordinary-staff.ts';
import { appointPlanned, type PlannedPerson } from './planned-post.ts';
import { coordinators, jointContracts, secondments, sharedPosts } from './shared-posts.ts';
import { createStaffBook, type HeldPost, type StaffBook } from './staff-book.ts';

/** A planted person with the posts that begin while the city lasts. */
export interface PlacedPerson {
  readonly note: string;
  readonly teacherNumber: string;
  readonly held: readonly HeldPost[];
}

/** The staff of the city, and who of them was planted. */
export interface CityStaff extends OrdinaryMoves {
  readonly book: StaffBook;
  readonly shared: readonly PlacedPerson[];
  readonly secondments: readonly PlacedPerson[];
  readonly jointContracts: readonly PlacedPerson[];
  readonly coordinators: readonly PlacedPerson[];
  readonly negatives: readonly (PlacedPerson & { readonly kind: NegativeKind })[];
  /** People who went to a partner school by agreement, and people who only look like them. */
  readonly agreedMoves: readonly (PlacedPerson & { readonly plan: PlannedMove })[];
  readonly moveNegatives: readonly (PlacedPerson & { readonly kind: MoveNegativeKind })[];
  /** Posts behind the groups' roles: coordinators, and the chair of the group that its heads manage. */
  readonly groupPosts: readonly CoordinatorPost[];
}

interface StaffOptions {
  readonly seed: number;
  readonly timeline: Timeline;
  readonly sizes: ReadonlyMap<SchoolKey, number>;
}

/** Appoints everyone: first the ordinary staff, then the people of the story. */
export function createStaff({ seed, timeline, sizes }: StaffOptions): CityStaff {
  const book = createStaffBook();
  const moves = appointOrdinaryStaff({ seed, timeline, sizes, book });
  const place = (plan: PlannedPerson): PlacedPerson[] => {
    const held = appointPlanned(plan, timeline, book);
    const teacherNumber = held[0] === undefined ? undefined : book.teacherNumberOf(held[0].staffId);
    return teacherNumber === undefined ? [] : [{ note: plan.note, teacherNumber, held }];
  };
  const placedCoordinators = coordinators.flatMap(place);
  const chair = book.posts.find(({ school, role }) => school === 'A1' && role === 'head')!;
  return {
    book,
    ...moves,
    shared: sharedPosts.flatMap(place),
    secondments: secondments.flatMap(place),
    jointContracts: jointContracts.flatMap(place),
    coordinators: placedCoordinators,
    negatives: negatives.flatMap((plan) => place(plan).map((placed) => ({ ...placed, kind: plan.kind }))),
    agreedMoves: agreedMoves.flatMap((plan) => place(plan).map((placed) => ({ ...placed, plan }))),
    moveNegatives: moveNegatives.flatMap((plan) =>
      place(plan).map((placed) => ({ ...placed, kind: plan.kind })),
    ),
    groupPosts: [
      groupPost(chair, 'chair', timeline.start(0)),
      ...placedCoordinators.map(({ held }) => groupPost(held[0]!, 'coordinator', held[0]!.from)),
    ],
  };
}

function groupPost(post: HeldPost, role: CoordinatorPost['role'], from: number): CoordinatorPost {
  const { staffId, school, to } = post;
  return { group: school[0] as GroupLetter, role, staffId, school, from, to };
}
