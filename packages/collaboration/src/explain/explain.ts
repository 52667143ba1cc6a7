import type { GroupCondition, GroupProfile, LedgerEntry, PairLevel } from '@collegial/model';
import { explainLevel } from '../levels/explain-level.ts';
import type { LevelChange } from '../levels/level-changes.ts';
import { explainChange } from './explain-change.ts';
import { explainCondition } from './explain-condition.ts';
import { explainLedgerEntry } from './explain-ledger-entry.ts';
import { explainProfile } from './explain-profile.ts';
import { type ExplainOptions, naming } from './naming.ts';

/** A result that can say why it is what it is. */
export type Explainable = PairLevel | LevelChange | LedgerEntry | GroupProfile | GroupCondition;

/**
 * Why a result is what it is, in plain sentences: for a level its criteria met and missed with their thresholds, for a change of
 * level what was gained and lost, for a line of the ledger what it adds up, for a profile and its conditions each rule with what was
 * found – and the ids of the evidence wherever the result holds them.
 *
 * @example
 * ```ts
 * import { explain, ledger } from '@collegial/collaboration';
 *
 * const [line] = await ledger(store, { scope: { kind: 'group', id: 'A' }, period: '2023/24' });
 * if (line !== undefined) console.log(explain(line).join('\n'));
 * ```
 */
export function explain(result: Explainable, options: ExplainOptions = {}): string[] {
  if ('provider' in result) return explainLedgerEntry(result, naming(options));
  if ('direction' in result) return explainChange(result, naming(options));
  if ('conditions' in result) return explainProfile(result, naming(options));
  if ('why' in result) return explainCondition(result);
  return explainLevel(result, options);
}
