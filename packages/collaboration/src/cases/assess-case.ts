import type { LevelThresholds, PairLevel } from '@collegial/model';
import { pairLevelsOf } from '../levels/pair-levels-of.ts';
import { caseTies } from './case-ties.ts';
import type { CasePair, ChapterCase } from './chapter-case.ts';

/** A pair of a case as a reader sees it and as the rules do. */
export interface AssessedCasePair {
  readonly pair: CasePair;
  readonly result: PairLevel;
  /** Whether reader and rules say the same. */
  readonly agree: boolean;
}

/**
 * Runs the rules over a case of the book and puts what they say beside what a reader of the chapter says.
 *
 * @example
 * ```ts
 * import { assessCase, chapterCases } from '@collegial/collaboration';
 *
 * for (const { pair, result, agree } of chapterCases.flatMap((one) => assessCase(one))) {
 *   console.log(pair.schools.join(' – '), pair.level, result.level, agree);
 * }
 * ```
 */
export function assessCase(one: ChapterCase, thresholds: Partial<LevelThresholds> = {}): AssessedCasePair[] {
  const ties = caseTies(one);
  return one.pairs.map((pair) => {
    const { schools, academicYear } = pair;
    const [result] = pairLevelsOf({ schools, ties, academicYear, thresholds });
    if (result === undefined) throw new TypeError('A pair needs two schools.');
    return { pair, result, agree: result.level === pair.level };
  });
}
