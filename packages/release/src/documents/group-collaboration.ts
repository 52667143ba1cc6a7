import {
  type Evidence,
  gatherEvidence,
  ledgerOf,
  pairLevelsOf,
  readGroupRecords,
  type YearOfTies,
  yearOfTies,
} from '@collegial/collaboration';
import {
  type GroupProfile,
  type LedgerEntry,
  type PairLevel,
  parseAcademicYear,
  type Scope,
} from '@collegial/model';
import type { QueryEngine, QueryOptions } from '@collegial/query';
import { protectTies } from '../protect/protect-ties.ts';
import type { Collaboration } from './document-of.ts';
import { publishedProfile } from './published-profile.ts';
import { whenAgreed } from './when-agreed.ts';
import { wholeDays } from './whole-days.ts';

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

/** Ledger, levels and profile of a group for each period that an agreement covers. */
export async function groupCollaboration(
  engine: QueryEngine,
  options: GroupCollaborationOptions,
): Promise<GroupCollaboration> {
  const { scope, asOf, threshold } = options;
  const query = options.signal === undefined ? {} : { signal: options.signal };
  const ledger: LedgerEntry[] = [];
  const pairs: PairLevel[] = [];
  const profiles: GroupProfile[] = [];
  const years: YearOfTies[] = [];
  const notes: string[] = [];
  const covered: string[] = [];
  let suppressed = 0;
  for (const period of [...options.periods].sort()) {
    const evidence = await whenAgreed(() => gatherEvidence(engine, { scope, period, asOf, ...query }));
    if (evidence === undefined) continue;
    covered.push(period);
    const academicYear = parseAcademicYear(period);
    const shown = protectTies(evidence.ties, threshold);
    suppressed += shown.suppressed;
    const lines = ledgerOf(shown.ties, academicYear).map(wholeDays);
    const levels = pairLevelsOf({
      schools: evidence.schools,
      ties: shown.ties,
      academicYear,
      observed: evidence.observed,
      held: heldForGroups(evidence.held),
    });
    ledger.push(...lines);
    pairs.push(...levels);
    years.push(...yearsOf({ ...evidence, ties: shown.ties }, years, asOf));
    const since = years[0]?.academicYear ?? academicYear;
    profiles.push(
      publishedProfile({
        scope,
        schools: evidence.schools,
        academicYear,
        ties: shown.ties,
        pairs: levels,
        ledger: lines,
        years,
        records: await readGroupRecords(engine, { scope, evidence, since, asOf, results: false, ...query }),
        asOf,
        threshold,
      }),
    );
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
    collaboration: { ledger, pairs, profiles },
    suppressed,
    notes: [
      'Levels rest on what schools keep or record anyway: a pair may stand higher than its level. Records that schools keep without any form can show collaboration at most.',
      'Staff-days are rounded to whole days; roles and appointments are not shown.',
      `Lines of fewer than ${threshold} students are left out, and levels are found without them: ${suppressed} lines.`,
      ...notes,
    ],
  };
}

/** That transfers of a school are held says that there was one: a group does not see it. */
function heldForGroups(held: Evidence['held']): Evidence['held'] {
  return new Map([...held].filter(([kind]) => kind !== 'transfers'));
}

/** The year of some evidence, and the one before it where that was not published and could be observed. */
function yearsOf(evidence: Evidence, before: readonly YearOfTies[], asOf: string): YearOfTies[] {
  const year = yearOfTies(evidence, asOf);
  const previous = year.academicYear - 1;
  const known = before.some(({ academicYear }) => academicYear === previous);
  if (known || !evidence.observed.includes(previous)) return [year];
  const ties = evidence.ties.filter((tie) => tie.academicYear === previous);
  return [{ academicYear: previous, schools: evidence.schools, ties, complete: true }, year];
}
