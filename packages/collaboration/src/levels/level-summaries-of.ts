import type { CollaborationLevel, PairLevel } from '@collegial/model';
import { levelOfMeasures } from './level-of-measures.ts';
import { thresholdsWith, yearsBack } from './level-rules.ts';
import { oneSided } from './one-sided.ts';
import type { PairLevelsOfOptions } from './pair-levels-of.ts';
import { createPairTotals } from './pair-totals.ts';
import { pairsOf } from './pairs-of.ts';

/** A level without what it rests on. */
export type LevelSummary = Pick<PairLevel, 'schools' | 'level' | 'levelWithUnconfirmed' | 'oneSided'>;

/**
 * The levels of pairs alone, by the same rules as `pairLevelsOf` and with the same result: for a country, where criteria, words
 * and stability of each pair would be written for nobody to read.
 */
export function levelSummariesOf(options: Omit<PairLevelsOfOptions, 'held' | 'observed'>): LevelSummary[] {
  const { schools, ties, academicYear, linkedOnly = false } = options;
  const thresholds = thresholdsWith(options.thresholds);
  const depth = yearsBack(thresholds);
  const years = Array.from({ length: depth }, (_, back) => academicYear - back);
  return pairsOf({ schools, ties, years, linkedOnly }).map((pair) => {
    const totals = createPairTotals({ academicYear, years: depth });
    let unconfirmed = 0;
    for (const tie of pair.ties)
      if (tie.basis === 'unconfirmed') unconfirmed += 1;
      else totals.add(tie);
    const level: CollaborationLevel = levelOfMeasures(totals.measures(), thresholds);
    let levelWithUnconfirmed = level;
    if (unconfirmed > 0) {
      for (const tie of pair.ties) if (tie.basis === 'unconfirmed') totals.add(tie);
      levelWithUnconfirmed = levelOfMeasures(totals.measures(), thresholds);
    }
    return {
      schools: pair.schools,
      level,
      levelWithUnconfirmed,
      oneSided: oneSided(pair.ties, pair.schools),
    };
  });
}
