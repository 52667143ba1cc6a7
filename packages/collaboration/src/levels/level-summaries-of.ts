import type { CollaborationLevel, PairLevel } from '@collegial/model';
import { levelOfMeasures } from './level-of-measures.ts';
import { thresholdsWith, yearsBack } from './level-rules.ts';
import { oneSided } from './one-sided.ts';
import type { PairLevelsOfOptions } from './pair-levels-of.ts';
import { createPairTotals } from './pair-totals.ts';
import { pairsOf, tiesByPair } from './pairs-of.ts';

/** A level without what it rests on. */
export type LevelSummary = Pick<PairLevel, 'schools' | 'level' | 'levelWithUnconfirmed' | 'oneSided'>;

/**
 * The levels of pairs alone, by the same rules as `pairLevelsOf` and with the same result: for a country, where criteria, words
 * and stability of each pair would be written for nobody to read.
 */
export function levelSummariesOf(options: Omit<PairLevelsOfOptions, 'held' | 'observed'>): LevelSummary[] {
  const { academicYear, linkedOnly = false } = options;
  const thresholds = thresholdsWith(options.thresholds);
  const depth = yearsBack(thresholds);
  const byPair = tiesByPair(
    options.ties,
    Array.from({ length: depth }, (_, back) => academicYear - back),
  );
  return pairsOf(options.schools, byPair, linkedOnly).map((schools) => {
    const totals = createPairTotals({ schools, academicYear, years: depth });
    const ties = byPair.get(schools.join(' ')) ?? [];
    const unconfirmed = ties.filter((tie) => tie.basis === 'unconfirmed');
    for (const tie of ties) if (tie.basis !== 'unconfirmed') totals.add(tie);
    const level: CollaborationLevel = levelOfMeasures(totals.measures(), thresholds);
    for (const tie of unconfirmed) totals.add(tie);
    const levelWithUnconfirmed =
      unconfirmed.length === 0 ? level : levelOfMeasures(totals.measures(), thresholds);
    return { schools, level, levelWithUnconfirmed, oneSided: oneSided(ties, schools) };
  });
}
