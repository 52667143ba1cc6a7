import type { ConditionStatus, GroupCondition } from '@collegial/model';
import type { Tie } from '../../ties/tie.ts';
import type { GroupRecords } from '../group-records.ts';
import { type Piece, piecesOf } from '../pieces.ts';
import type { ProfileThresholds } from '../profile-thresholds.ts';

/** What a condition is judged by. */
export interface ConditionMaterial {
  readonly schools: readonly string[];
  /** Evidence of the year that counts, tagged to the group. */
  readonly ties: readonly Tie[];
  readonly records: GroupRecords;
  /** First and last day of the year that were observed, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly thresholds: ProfileThresholds;
}

/** What records say of a condition: two parts, each met or not, with words and evidence. */
export interface ConditionFinding {
  readonly status: ConditionStatus;
  readonly why: readonly string[];
  readonly evidence: GroupCondition['evidence'];
}

/** One of the two things that a condition asks of records. */
export interface ConditionPart {
  readonly met: boolean;
  /** True when the records could have shown it at all. */
  readonly seen: boolean;
  readonly why: string;
  readonly evidence: GroupCondition['evidence'];
}

/** Both parts: met; one: partly; none: not, or unknown where the records could not have shown either. */
export function findingOf(parts: readonly [ConditionPart, ConditionPart]): ConditionFinding {
  const met = parts.filter((part) => part.met).length;
  const seen = parts.some((part) => part.seen);
  return {
    status: met === 2 ? 'met' : met === 1 ? 'partly' : seen ? 'not' : 'unknown',
    why: parts.map((part) => part.why),
    evidence: parts.flatMap((part) => part.evidence),
  };
}

/** Evidence as a condition names it, each record once. */
export function evidenceOf(ties: readonly Tie[]): GroupCondition['evidence'] {
  const found = new Map(
    ties.flatMap((tie) =>
      tie.evidence.map((id) => [id, { kind: tie.trace === 'activity' ? 'activity' : 'trace', id } as const]),
    ),
  );
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Recorded activities of the year, each once. */
export function activitiesOf({ ties }: ConditionMaterial): Piece[] {
  return piecesOf(ties).filter(({ ties: [tie] }) => tie?.trace === 'activity');
}

/** The schools that some ties name. */
export function schoolsOfTies(ties: readonly Tie[]): Set<string> {
  return new Set(ties.flatMap((tie) => tie.schools));
}

/** `2 of 4 schools (needs 2)`. */
export function enoughSchools(
  found: ReadonlySet<string>,
  { schools, thresholds }: ConditionMaterial,
): { readonly met: boolean; readonly words: string } {
  const needed = Math.max(2, Math.ceil(schools.length * thresholds.mostSchools));
  return { met: found.size >= needed, words: `${found.size} of ${schools.length} schools (needs ${needed})` };
}
