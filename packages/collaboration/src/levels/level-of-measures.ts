import type { CollaborationLevel, LevelThresholds } from '@collegial/model';
import type { DirectedMeasures, JointWork, PairMeasures } from './pair-measures.ts';

/** Sums of fractions may fall short of a whole by less than this. */
export const tolerance = 1e-6;

/** Which criteria a pair meets. */
export interface CriteriaMet {
  readonly link: boolean;
  readonly events: boolean;
  readonly bothContributed: boolean;
  /** Cooperation-size flow from the first school to the second, and back. */
  readonly flows: readonly [boolean, boolean];
  readonly jointWork: boolean;
  readonly knowledge: boolean;
  readonly resources: boolean;
  readonly years: boolean;
  /** How many of S, C and V. */
  readonly marks: number;
}

/** The criteria that measures meet under some thresholds (B1). */
export function criteriaMet(measures: PairMeasures, thresholds: LevelThresholds): CriteriaMet {
  const { flows, contributed } = measures;
  const both = (amount: (flow: DirectedMeasures) => number) => amount(flows[0]) + amount(flows[1]);
  return {
    link: measures.links > 0,
    events: measures.events >= thresholds.events - tolerance,
    bothContributed: contributed[0] && contributed[1],
    flows: [isCooperationSize(flows[0], thresholds), isCooperationSize(flows[1], thresholds)],
    jointWork: measures.years.slice(0, 2).some((year) => isJointWork(year, thresholds)),
    knowledge: both((flow) => flow.knowledgeHours) >= thresholds.collaborationKnowledgeHours - tolerance,
    resources:
      both((flow) => flow.staffDays) >= thresholds.collaborationStaffDays - tolerance ||
      both((flow) => flow.places) >= thresholds.collaborationPlaces - tolerance ||
      both((flow) => flow.pooledMoney) > 0,
    years: yearsOfJointWork(measures.years, thresholds) >= thresholds.years,
    marks:
      Number(measures.sharedResponsibility > 0) +
      Number(measures.newThings > 0) +
      Number(measures.agreedValues > 0),
  };
}

/**
 * The level that criteria make. The levels are nested: each needs the one below it, so that a tie with no flow never
 * rises above cooperation.
 */
export function levelOfCriteria(met: CriteriaMet, thresholds: LevelThresholds): CollaborationLevel {
  if (!met.link) return 'no-link-seen';
  if (!((met.events && met.bothContributed) || met.flows[0] || met.flows[1])) return 'association';
  if (!met.jointWork || !(met.knowledge || met.resources)) return 'cooperation';
  const collegial = met.years && met.flows[0] && met.flows[1] && met.marks >= thresholds.marks;
  return collegial ? 'collegiality' : 'collaboration';
}

/** The level of a pair from its measures. */
export function levelOfMeasures(measures: PairMeasures, thresholds: LevelThresholds): CollaborationLevel {
  return levelOfCriteria(criteriaMet(measures, thresholds), thresholds);
}

/** Y: consecutive academic years with joint work, up to this one or the one before. */
export function yearsOfJointWork(years: readonly JointWork[], thresholds: LevelThresholds): number {
  const run = (from: number) => {
    let length = 0;
    for (const year of years.slice(from)) {
      if (!isJointWork(year, thresholds)) break;
      length += 1;
    }
    return length;
  };
  return Math.max(run(0), run(1));
}

/** Whether a flow in one direction is of cooperation size. */
export function isCooperationSize(flow: DirectedMeasures, thresholds: LevelThresholds): boolean {
  return (
    flow.knowledgeHours >= thresholds.knowledgeHours - tolerance ||
    flow.staffDays >= thresholds.staffDays - tolerance ||
    flow.places >= thresholds.places - tolerance ||
    flow.pooledMoney > 0
  );
}

function isJointWork({ occasions, structureDays }: JointWork, thresholds: LevelThresholds): boolean {
  return occasions >= thresholds.occasions - tolerance || structureDays >= thresholds.termDays - tolerance;
}
