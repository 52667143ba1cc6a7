import type { GroupCondition, GroupProfile, LedgerEntry, PairLevel } from '@collegial/model';
import type { ActionLearning } from '../action-learning/action-learning-of.ts';
import type { GroupSuggestions, PartnerSuggestions, SuggestedPartner } from '../grouping/index.ts';
import { explainLevel } from '../levels/explain-level.ts';
import type { LevelChange } from '../levels/level-changes.ts';
import type { NetworkMeasures } from '../network/index.ts';
import type { PartnershipResult } from '../partnership/partnership-of.ts';
import { explainChange } from './explain-change.ts';
import { explainCondition } from './explain-condition.ts';
import { explainGrouping, explainPartner, explainPartners } from './explain-grouping.ts';
import { explainLedgerEntry } from './explain-ledger-entry.ts';
import { explainNetwork } from './explain-network.ts';
import { explainProfile } from './explain-profile.ts';
import { explainActionLearning, explainPartnership } from './explain-records.ts';
import { type ExplainOptions, naming } from './naming.ts';

/** A result that can say why it is what it is. */
export type Explainable =
  | PairLevel
  | LevelChange
  | LedgerEntry
  | GroupProfile
  | GroupCondition
  | NetworkMeasures
  | GroupSuggestions
  | PartnerSuggestions
  | SuggestedPartner
  | PartnershipResult
  | ActionLearning;

/**
 * Why a result is what it is, in plain sentences: for a level its criteria met and missed with their thresholds, for a change of
 * level what was gained and lost, for a line of the ledger what it adds up, for a profile and its conditions each rule with what was
 * found, for a network its figures and definitions, for proposed groups and partners what was weighed and given up, for partnerships and
 * action learning sets what is there and missing – and the ids of the evidence wherever the result holds them.
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
  const name = naming(options);
  if ('provider' in result) return explainLedgerEntry(result, name);
  if ('direction' in result) return explainChange(result, name);
  if ('conditions' in result) return explainProfile(result, name);
  if ('why' in result) return explainCondition(result);
  if ('triadCensus' in result) return explainNetwork(result, name);
  if ('proposals' in result) return explainGrouping(result, name);
  if ('partners' in result) return explainPartners(result);
  if ('fits' in result) return explainPartner(result);
  if ('partnership' in result) return explainPartnership(result, name);
  if ('cyclesCompleted' in result) return explainActionLearning(result, name);
  return explainLevel(result, options);
}
