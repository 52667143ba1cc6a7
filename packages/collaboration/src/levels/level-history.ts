import { CollegialError, type PairLevel } from '@collegial/model';
import type { QueryEngine } from '@collegial/query';
import { type LevelChange, levelChanges } from './level-changes.ts';
import { type PairLevelsOptions, pairLevels } from './pair-levels.ts';

/** Options of {@link levelHistory}. */
export interface LevelHistoryOptions extends Omit<PairLevelsOptions, 'period'> {
  /** Academic years, for example `['2022/23', '2023/24']`, in any order. */
  readonly periods: readonly string[];
  /** Only this pair; by default every pair of the scope. */
  readonly pair?: readonly [string, string];
}

/** Levels over years. */
export interface LevelHistory {
  /** By period, the earliest first, then by school. */
  readonly levels: readonly PairLevel[];
  /** Where a level is not what it was in the period before, and which criteria made it so. */
  readonly changes: readonly LevelChange[];
  /** Periods that no sharing agreement covers, or in which no school takes part: nothing is known of them. */
  readonly notObserved: readonly string[];
}

/**
 * How the levels of a scope's pairs changed over years. A pair is listed for the periods in which both schools take
 * part in the scope; a period that cannot be observed is named, and the one after it is compared with the last that could be.
 *
 * @throws CollegialError `period.invalid`, `argument.invalid`; `agreement.missing` or `scope.unknown` when no period can be observed
 *
 * @example
 * ```ts
 * import { levelHistory } from '@collegial/collaboration';
 *
 * const { changes } = await levelHistory(store, { scope: { kind: 'group', id: 'A' }, periods: ['2022/23', '2023/24'] });
 * changes[0]; // { schools, from: { period: '2022/23', level: 'association' }, to: …, direction: 'up', gained: […] }
 * ```
 */
export async function levelHistory(engine: QueryEngine, options: LevelHistoryOptions): Promise<LevelHistory> {
  const { periods, pair, ...rest } = options;
  const wanted = pair === undefined ? undefined : [...pair].sort().join(' ');
  const levels: PairLevel[] = [];
  const notObserved: string[] = [];
  let missing: unknown;
  for (const period of [...new Set(periods)].sort()) {
    try {
      const found = await pairLevels(engine, { ...rest, period });
      levels.push(...found.filter(({ schools }) => wanted === undefined || schools.join(' ') === wanted));
    } catch (error) {
      if (!isNotObserved(error)) throw error;
      missing = error;
      notObserved.push(period);
    }
  }
  if (missing !== undefined && notObserved.length === new Set(periods).size) throw missing;
  return { levels, changes: levelChanges(levels), notObserved };
}

function isNotObserved(error: unknown): boolean {
  return error instanceof CollegialError && ['agreement.missing', 'scope.unknown'].includes(error.code);
}
