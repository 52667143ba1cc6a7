import type { LevelThresholds, LevelVariations } from '@collegial/model';
import type { Tie } from '../ties/tie.ts';
import { levelOfMeasures } from './level-of-measures.ts';
import type { DirectedMeasures, PairMeasures } from './pair-measures.ts';
import type { PairTotals } from './pair-totals.ts';
import { byPiece } from './piece-of-evidence.ts';

/** Counts are moved by one, amounts by this share: what a slip of the pen or a missing form may make. */
export const amountShare = 0.2;

/** How firm a level is, downward and upward. */
export interface LevelStability {
  readonly downward: LevelVariations;
  readonly upward: LevelVariations;
}

/**
 * Tries how firm the level of a pair is. Downward: each piece of evidence is left out in turn, each count is one less,
 * each amount 20 % less; upward: each count is one more, each amount 20 % more. Only what was seen at all is moved.
 * `null` when there is nothing to move.
 *
 * Leaving a piece of evidence out takes it from the totals and adds it again, so the cost grows with the evidence and
 * not with its square.
 *
 * @param totals of all of `ties`; unchanged afterwards
 */
export function levelStability(
  ties: readonly Tie[],
  totals: PairTotals,
  thresholds: LevelThresholds,
): LevelStability | null {
  if (ties.length === 0) return null;
  const measures = totals.measures();
  const level = levelOfMeasures(measures, thresholds);
  const keeps = (varied: PairMeasures) => levelOfMeasures(varied, thresholds) === level;
  const down = variationsOf(measures, -1).map(keeps);
  const up = variationsOf(measures, 1).map(keeps);
  for (const piece of byPiece(ties)) {
    for (const tie of piece) totals.remove(tie);
    down.push(keeps(totals.measures()));
    for (const tie of piece) totals.add(tie);
  }
  return { downward: shareOf(down), upward: shareOf(up) };
}

function shareOf(kept: readonly boolean[]): LevelVariations {
  return { variations: kept.length, kept: kept.filter(Boolean).length };
}

const counts = ['places'] as const;
const amounts = ['knowledgeHours', 'staffDays'] as const;

/** The measures with one of them moved down (−1) or up (1), for each that can be moved. */
function variationsOf(measures: PairMeasures, sign: 1 | -1): PairMeasures[] {
  const varied: PairMeasures[] = [];
  const count = (value: number) => Math.max(0, value + sign);
  const amount = (value: number) => value * (1 + sign * amountShare);
  if (measures.events > 0) varied.push({ ...measures, events: count(measures.events) });
  for (const direction of [0, 1] as const) {
    const flow = measures.flows[direction];
    const move = (change: Partial<DirectedMeasures>) => {
      const flows: [DirectedMeasures, DirectedMeasures] = [measures.flows[0], measures.flows[1]];
      flows[direction] = { ...flow, ...change };
      varied.push({ ...measures, flows });
    };
    for (const field of counts) if (flow[field] > 0) move({ [field]: count(flow[field]) });
    for (const field of amounts) if (flow[field] > 0) move({ [field]: amount(flow[field]) });
  }
  for (const [index, year] of measures.years.entries()) {
    const move = (change: Partial<typeof year>) =>
      varied.push({
        ...measures,
        years: measures.years.map((other, at) => (at === index ? { ...year, ...change } : other)),
      });
    if (year.occasions > 0) move({ occasions: count(year.occasions) });
    if (year.structureDays > 0) move({ structureDays: amount(year.structureDays) });
  }
  return varied;
}
