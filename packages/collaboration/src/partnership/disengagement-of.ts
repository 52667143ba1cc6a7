import { dayNumber } from '../time/days.ts';
import type { PartnershipRecords } from './partnership-records.ts';

/** Whether the helpers withdraw as planned (B5). */
export interface Disengagement {
  /** A plan is written down. */
  readonly planStated: boolean;
  /** Day by which they plan to have withdrawn. */
  readonly by: string | null;
  /** Day on which they had, if they have. */
  readonly on: string | null;
  /**
   * `no-date`: none was set · `ahead`: the day has not come · `overdue`: it has, and they have not withdrawn · `held`: they withdrew by it · `late`:
   * after it · `ended`: they withdrew though no day was set.
   */
  readonly state: 'no-date' | 'ahead' | 'overdue' | 'held' | 'late' | 'ended';
  /** Days after the planned one, so far or in the end; `null` when there is none. */
  readonly daysLate: number | null;
}

/** Whether a partnership's disengagement is planned, and its date held, on a day. */
export function disengagementOf(
  { disengagementPlan, disengageBy, disengagedOn }: PartnershipRecords['partnership'],
  asOf: string,
): Disengagement {
  const on = disengagedOn !== null && disengagedOn <= asOf ? disengagedOn : null;
  const stated = { planStated: disengagementPlan !== null, by: disengageBy, on };
  if (disengageBy === null) return { ...stated, state: on === null ? 'no-date' : 'ended', daysLate: null };
  const daysLate = Math.max(0, dayNumber(on ?? asOf) - dayNumber(disengageBy));
  if (on !== null) return { ...stated, state: daysLate === 0 ? 'held' : 'late', daysLate };
  return { ...stated, state: daysLate === 0 ? 'ahead' : 'overdue', daysLate };
}
