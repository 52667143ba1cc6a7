/** What was planted in a group of a county. */
export type CountyStory =
  /** Its schools' figures differ by a known amount from the year it was formed on. */
  | 'effect'
  /** Nothing. */
  | 'none'
  /** Its schools rise faster than others, before it was formed as after. */
  | 'rising-before'
  /** It was formed of schools that happened to be low in the year before, and come back by themselves. */
  | 'formed-when-low';

/** A group of a county, and what was planted in it. */
export interface TrueCountyGroup {
  readonly groupId: string;
  readonly story: CountyStory;
  readonly schools: readonly string[];
  /** Academic year in which it was formed. */
  readonly from: number;
  /** What being in the group adds to its schools' Attainment 8, in points, from that year on. */
  readonly difference: number;
  /** What its schools gain on others each year, before and after, in points. */
  readonly trend: number;
}

/** Everything that was planted in a county. */
export interface CountyTruth {
  readonly groups: readonly TrueCountyGroup[];
  /** Schools in no group. */
  readonly others: readonly string[];
  /** Academic years with figures. */
  readonly years: readonly number[];
}
