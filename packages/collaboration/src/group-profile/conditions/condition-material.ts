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
  /** The recorded activities among it, each once. */
  readonly activities: readonly Piece[];
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
  /** Worked out when asked for: of what is unconfirmed only the status is shown. */
  readonly evidence: () => GroupCondition['evidence'];
}

/** One of the two things that a condition asks of records. */
export interface ConditionPart {
  readonly met: boolean;
  /** True when the records could have shown it at all. */
  readonly seen: boolean;
  readonly why: string;
  readonly evidence: () => GroupCondition['evidence'];
}

/** Both parts: met; one: partly; none: not, or unknown where the records could not have shown either. */
export function findingOf(parts: readonly [ConditionPart, ConditionPart]): ConditionFinding {
  const met = parts.filter((part) => part.met).length;
  const seen = parts.some((part) => part.seen);
  return {
    status: met === 2 ? 'met' : met === 1 ? 'partly' : seen ? 'not' : 'unknown',
    why: parts.map((part) => part.why),
    evidence: () => parts.flatMap((part) => part.evidence()),
  };
}

/** Evidence as a condition names it, each record once. */
export function evidenceOf(ties: readonly Tie[]): GroupCondition['evidence'] {
  const kinds = new Map<string, 'activity' | 'trace'>();
  for (const { trace, evidence } of ties)
    for (const id of evidence) kinds.set(id, trace === 'activity' ? 'activity' : 'trace');
  return [...kinds.keys()].sort().map((id) => ({ kind: kinds.get(id)!, id }));
}

/** Recorded activities among some ties, each once. */
export function activitiesOf(ties: readonly Tie[]): Piece[] {
  return piecesOf(ties.filter(({ trace }) => trace === 'activity'));
}

/** The schools that some ties name. */
export function schoolsOfTies(ties: readonly Tie[]): Set<string> {
  const schools = new Set<string>();
  for (const tie of ties) for (const school of tie.schools) schools.add(school);
  return schools;
}

/** `2 of 4 schools (needs 2)`. */
export function enoughSchools(
  found: ReadonlySet<string>,
  { schools, thresholds }: ConditionMaterial,
): { readonly met: boolean; readonly words: string } {
  const needed = Math.max(2, Math.ceil(schools.length * thresholds.mostSchools));
  return { met: found.size >= needed, words: `${found.size} of ${schools.length} schools (needs ${needed})` };
}
