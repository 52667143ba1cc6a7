import {
  type GroupRecords,
  groupProfileOf,
  ledgerOf,
  type Tie,
  type YearOfTies,
} from '@collegial/collaboration';
import {
  type AcademicYear,
  academicYearSpan,
  type GroupProfile,
  type LedgerEntry,
  type PairLevel,
  type Scope,
} from '@collegial/model';
import { hideSmallReach } from '../protect/hide-small-reach.ts';
import { protectProfile } from '../protect/protect-profile.ts';
import { wholeDays } from './whole-days.ts';

/** What {@link publishedProfile} needs to know. */
export interface PublishedProfileOptions {
  readonly scope: Scope;
  readonly schools: readonly string[];
  readonly academicYear: AcademicYear;
  /** Protected ties of the year and those before it. */
  readonly ties: readonly Tie[];
  /** Levels and ledger as they are published, made from the same ties. */
  readonly pairs: readonly PairLevel[];
  readonly ledger: readonly LedgerEntry[];
  /** Protected ties of every year published so far, this one last. */
  readonly years: readonly YearOfTies[];
  readonly records: GroupRecords;
  readonly asOf: string;
  readonly threshold: number;
}

/** The profile of a group as its schools may see it: everything in it follows from protected ties and published lines. */
export function publishedProfile(options: PublishedProfileOptions): GroupProfile {
  const { scope, academicYear, records, asOf, threshold } = options;
  const ties = hideSmallReach(options.ties, threshold);
  const tagged = ties.filter((tie) => scope.kind === 'group' && tie.groupId === scope.id);
  const roll = new Map([...records.roll].filter(([, students]) => students >= threshold));
  const profile = groupProfileOf({
    scope,
    schools: options.schools,
    academicYear,
    ties,
    pairs: options.pairs,
    ledger: options.ledger,
    taggedLedger: ledgerOf(tagged, academicYear).map(wholeDays),
    years: options.years,
    records: { ...records, roll },
    ...(asOf < academicYearSpan(academicYear).to ? { asOf } : {}),
  });
  return protectProfile(profile);
}
