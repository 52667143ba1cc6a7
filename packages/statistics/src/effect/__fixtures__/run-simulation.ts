import { type MatchedDifferenceOptions, matchedDifference } from '../estimate/matched-difference.ts';
import { verdictOf } from '../inference/verdict.ts';
import { type Design, simulatePanel } from './simulate-panel.ts';

/** What a design gave over many draws; shares from 0 to 1. */
export interface SimulationRates {
  /** 95 % intervals that hold the true difference. */
  readonly coverage: number;
  /** Draws with p ≤ 0.05: size where there is no difference, power where there is one. */
  readonly rejected: number;
  /** Draws in which a difference is claimed: verdict `differed`. */
  readonly claimed: number;
  /** The same with a difference of 1 added: its power, since adding it moves figure and interval by 1 and nothing else. */
  readonly power: number;
  readonly claimedOfOne: number;
  /** Draws in which the schools are said to have drawn apart before. */
  readonly apart: number;
  /** Draws with p ≤ 0.05 by CR2; by the bootstrap. */
  readonly byClusters: number;
  readonly byBootstrap: number;
  readonly meanDifference: number;
  readonly meanWidth: number;
  /** Mean of the drift that could be missed, by the years after. */
  readonly meanHidden: number;
}

/** Draws from a design and counts. */
export function runSimulation(
  design: Design,
  draws: number,
  options: MatchedDifferenceOptions = {},
): SimulationRates {
  const truth = design.effect ?? 0;
  const counts = { coverage: 0, rejected: 0, claimed: 0, power: 0, claimedOfOne: 0, apart: 0, byClusters: 0, byBootstrap: 0 };
  const sums = { meanDifference: 0, meanWidth: 0, meanHidden: 0 };
  for (let draw = 1; draw <= draws; draw += 1) {
    const found = matchedDifference(simulatePanel(design, 7919 * draw), { draws: 199, ...options });
    const { value, interval, p } = found.difference!;
    if (interval !== null && interval.lower <= truth && truth <= interval.upper) counts.coverage += 1;
    if (p !== null && p <= 0.05) counts.rejected += 1;
    if (verdictOf(found) === 'differed') counts.claimed += 1;
    const seen = interval !== null && (interval.lower > -1 || interval.upper < -1);
    const { status, hiddenDifference } = found.preTrend;
    if (seen) counts.power += 1;
    if (seen && status === 'none-seen' && Math.abs(value + 1) > hiddenDifference!) counts.claimedOfOne += 1;
    if (found.preTrend.status === 'apart') counts.apart += 1;
    if (found.clustered !== null && found.clustered.p <= 0.05) counts.byClusters += 1;
    if (found.bootstrap !== null && found.bootstrap.p <= 0.05) counts.byBootstrap += 1;
    sums.meanDifference += value;
    sums.meanWidth += interval === null ? 0 : interval.upper - interval.lower;
    sums.meanHidden += found.preTrend.hiddenDifference ?? 0;
  }
  const share = (value: number) => value / draws;
  return {
    coverage: share(counts.coverage),
    rejected: share(counts.rejected),
    claimed: share(counts.claimed),
    power: share(counts.power),
    claimedOfOne: share(counts.claimedOfOne),
    apart: share(counts.apart),
    byClusters: share(counts.byClusters),
    byBootstrap: share(counts.byBootstrap),
    meanDifference: share(sums.meanDifference),
    meanWidth: share(sums.meanWidth),
    meanHidden: share(sums.meanHidden),
  };
}
