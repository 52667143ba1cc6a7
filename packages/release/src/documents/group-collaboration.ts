import { gatherEvidence, ledgerOf, pairLevelsOf } from '@collegial/collaboration';
import { type LedgerEntry, type PairLevel, parseAcademicYear, type Scope } from '@collegial/model';
import type { QueryEngine, QueryOptions } from '@collegial/query';
import { protectTies } from '../protect/protect-ties.ts';
import type { Collaboration } from './document-of.ts';
import { whenAgreed } from './when-agreed.ts';

/** Collaboration inside a group over some periods, protected. */
export interface GroupCollaboration {
  /** `null` when no agreement covers any of the periods. */
  readonly collaboration: Collaboration | null;
  readonly suppressed: number;
  readonly notes: readonly string[];
}

/** What {@link groupCollaboration} needs to know. */
export interface GroupCollaborationOptions extends QueryOptions {
  readonly scope: Scope;
  readonly periods: readonly string[];
  readonly asOf: string;
  readonly threshold: number;
}

/** Ledger and levels of a group for each period that an agreement covers. */
export async function groupCollaboration(
  engine: QueryEngine,
  options: GroupCollaborationOptions,
): Promise<GroupCollaboration> {
  const { scope, asOf, threshold } = options;
  const query = options.signal === undefined ? {} : { signal: options.signal };
  const ledger: LedgerEntry[] = [];
  const pairs: PairLevel[] = [];
  const notes: string[] = [];
  const covered: string[] = [];
  let suppressed = 0;
  for (const period of options.periods) {
    const evidence = await whenAgreed(() => gatherEvidence(engine, { scope, period, asOf, ...query }));
    if (evidence === undefined) continue;
    covered.push(period);
    const academicYear = parseAcademicYear(period);
    const shown = protectTies(evidence.ties, threshold);
    suppressed += shown.suppressed;
    ledger.push(...ledgerOf(shown.ties, academicYear).map(wholeDays));
    pairs.push(...pairLevelsOf({ schools: evidence.schools, ties: shown.ties, academicYear }));
    const unknown = Object.entries(evidence.unknownKinds).sort(([a], [b]) => (a < b ? -1 : 1));
    if (unknown.length > 0) {
      notes.push(
        `${period}: activities of unknown kinds were not counted: ${unknown.map(([kind, count]) => `${kind} (${count})`).join(', ')}.`,
      );
    }
    if (evidence.disputed > 0) {
      notes.push(
        `${period}: evidence that one of the two schools disputes was left out for ${evidence.disputed} pairs.`,
      );
    }
  }
  if (covered.length === 0) return { collaboration: null, suppressed: 0, notes: [] };
  return {
    collaboration: { ledger, pairs },
    suppressed,
    notes: [
      'Levels are assessed as far as cooperation; a pair at that level may stand higher.',
      'Staff-days are rounded to whole days; roles and appointments are not shown.',
      `Lines of fewer than ${threshold} student places are left out, and levels are found without them: ${suppressed} lines.`,
      ...notes,
    ],
  };
}

function wholeDays(entry: LedgerEntry): LedgerEntry {
  return entry.unit === 'staff-days' ? { ...entry, amount: Math.max(1, Math.round(entry.amount)) } : entry;
}
