import {
  type AcademicYear,
  academicYearSpan,
  collaborationLevels,
  formatAcademicYear,
  type GroupProfile,
  type LedgerEntry,
  type Scope,
} from '@collegial/model';
import type { LevelSummary } from '../levels/level-summaries-of.ts';
import type { Tie } from '../ties/tie.ts';
import { attainmentDiversity } from './attainment-diversity.ts';
import { challengedActivities } from './conditions/external-help.ts';
import { groupConditions } from './conditions/group-conditions.ts';
import { lastsWithin, shareOfDays } from './conditions/lasting.ts';
import { evidenceCounts } from './evidence-counts.ts';
import type { GroupRecords, YearOfTies } from './group-records.ts';
import { noGroupRecords } from './group-records.ts';
import { fundingEnds, headsLeave } from './occasions.ts';
import { pairEvidenceOf } from './pair-evidence.ts';
import { personEvidenceOf } from './person-evidence.ts';
import { piecesOf } from './pieces.ts';
import { profileGuards } from './profile-guards.ts';
import { profileMeasures } from './profile-measures.ts';
import {
  defaultProfileThresholds,
  type ProfileThresholds,
  profileRulesVersion,
} from './profile-thresholds.ts';
import { withoutEachPerson, withoutEachSchool } from './remaining.ts';
import { contributionsOfLedger, contributionsOfTies, schoolContributions } from './school-contributions.ts';
import { survivalAfter } from './survival.ts';

/** What {@link groupProfileOf} needs to know. */
export interface GroupProfileOfOptions {
  readonly scope: Scope;
  /** Schools of the group in the year. */
  readonly schools: readonly string[];
  readonly academicYear: AcademicYear;
  /** Ties between them in the year and the one before it; other years are passed over. */
  readonly ties: readonly Tie[];
  /** Their levels in the year: whole results, or summaries. */
  readonly pairs: readonly LevelSummary[];
  /** Default: `ledgerOf` the ties. */
  readonly ledger?: readonly LedgerEntry[];
  /** The part of the ledger that is tagged to the group. Default: `ledgerOf` the tagged ties. */
  readonly taggedLedger?: readonly LedgerEntry[];
  /** Every year that was observed, the year itself included, for survival. Default: the two years of the ties. */
  readonly years?: readonly YearOfTies[];
  /** Default: nothing else is known. */
  readonly records?: GroupRecords;
  /** Last day that was observed, `YYYY-MM-DD`. Default: the end of the year. */
  readonly asOf?: string;
  readonly thresholds?: Partial<ProfileThresholds>;
}

/**
 * The profile of a group in an academic year from its ties, levels, ledger and records. Evidence that is tagged to the
 * group and evidence that is not, derived, confirmed and unconfirmed evidence stay apart. Conditions and outside
 * challenge rest on tagged evidence where the scope is a group, and on all evidence where it is a trust or an authority,
 * to which nothing can be tagged.
 */
export function groupProfileOf(options: GroupProfileOfOptions): GroupProfile {
  const { scope, academicYear, pairs, records = noGroupRecords } = options;
  const thresholds = { ...defaultProfileThresholds, ...options.thresholds };
  const schools = [...new Set(options.schools)].sort();
  const inYears = between(schools, options.ties);
  const ties = inYears.filter((tie) => tie.academicYear === academicYear);
  const before = inYears.filter((tie) => tie.academicYear === academicYear - 1);
  const tagged = (tie: Tie) => scope.kind === 'group' && tie.groupId === scope.id;
  const judged = scope.kind === 'group' ? ties.filter(tagged) : ties;
  const days = academicYearSpan(academicYear);
  const from = days.from;
  const to = options.asOf !== undefined && options.asOf < days.to ? options.asOf : days.to;
  const years = (options.years ?? defaultYears(options, schools, inYears, to === days.to)).map((year) => ({
    ...year,
    ties: year.ties.filter(isAgreed),
  }));
  const { ledger, taggedLedger } = options;
  const agreed = ties.filter(isAgreed);
  const evidence = pairEvidenceOf({ schools, ties, before, tagged });
  const pieces = piecesOf(ties);
  const coordinators = records.roles.filter(({ role }) => role === 'coordinator');
  const agreedJudged = judged.filter(isAgreed);
  const challenged = challengedActivities({ ties: agreedJudged, records });
  const ended = records.fundings.filter(({ to: end }) => end !== null && end <= to);
  const departed = records.headDepartures.filter(({ on }) => on <= to);
  return {
    scope,
    period: formatAcademicYear(academicYear),
    rules: profileRulesVersion,
    schools,
    levels: collaborationLevels.map((level) => ({
      level,
      pairs: pairs.filter((pair) => pair.level === level).length,
      pairsWithUnconfirmed: pairs.filter((pair) => pair.levelWithUnconfirmed === level).length,
    })),
    evidence: evidenceCounts(pieces, tagged),
    measures: profileMeasures({ schools, pairs: evidence, pieces, tagged }),
    withoutSchool: withoutEachSchool(schools, evidence),
    withoutPerson: withoutEachPerson(
      schools,
      evidence,
      personEvidenceOf(evidence, agreed),
      new Set(coordinators.flatMap(({ person }) => person ?? [])),
    ),
    contributions: schoolContributions({
      given: ledger === undefined ? contributionsOfTies(ties) : contributionsOfLedger(ledger),
      tagged:
        taggedLedger === undefined
          ? contributionsOfTies(ties.filter(tagged))
          : contributionsOfLedger(taggedLedger),
      roll: records.roll,
    }),
    attainment: attainmentDiversity(schools, records.attainment),
    survival: {
      funding: survivalAfter(fundingEnds(ended, years, tagged), years),
      head: survivalAfter(headsLeave(departed, years), years),
    },
    coordinator: {
      present: coordinators.some((role) => lastsWithin(role, from, to)),
      shareOfYear: coordinators.length === 0 ? null : shareOfDays(coordinators, from, to),
    },
    outsideChallenge: {
      present: challenged.length > 0,
      activities: challenged.length,
      activitiesWithUnconfirmed: challengedActivities({ ties: judged, records }).length,
    },
    conditions: groupConditions({ schools, records, from, to, thresholds }, agreedJudged, judged),
    guards: profileGuards(evidence, pairs, thresholds.events),
  };
}

function isAgreed(tie: Tie): boolean {
  return tie.basis !== 'unconfirmed';
}

function between(schools: readonly string[], ties: readonly Tie[]): Tie[] {
  const members = new Set(schools);
  return ties.filter(({ schools: [one, other] }) => members.has(one) && members.has(other));
}

function defaultYears(
  { academicYear }: GroupProfileOfOptions,
  schools: readonly string[],
  ties: readonly Tie[],
  complete: boolean,
): YearOfTies[] {
  return [academicYear - 1, academicYear].map((year) => ({
    academicYear: year,
    schools,
    ties: ties.filter((tie) => tie.academicYear === year),
    complete: complete || year < academicYear,
  }));
}
