import {
  type AcademicYear,
  formatAcademicYear,
  type LevelThresholds,
  type PairLevel,
} from '@collegial/model';
import type { Tie } from '../ties/tie.ts';
import { evidenceCoverage, type RecordsHeld } from './evidence-coverage.ts';
import { levelCriteria } from './level-criteria.ts';
import { levelOfMeasures } from './level-of-measures.ts';
import { levelReading } from './level-reading.ts';
import { levelRulesVersion, thresholdsWith, yearsBack } from './level-rules.ts';
import { levelStability } from './level-stability.ts';
import { oneSided } from './one-sided.ts';
import type { PairMeasures } from './pair-measures.ts';
import { createPairTotals } from './pair-totals.ts';
import { pairsOf } from './pairs-of.ts';
import { byPiece } from './piece-of-evidence.ts';

/** What {@link pairLevelsOf} needs to know. */
export interface PairLevelsOfOptions {
  /** Schools whose pairs are wanted. */
  readonly schools: readonly string[];
  readonly ties: readonly Tie[];
  readonly academicYear: AcademicYear;
  readonly thresholds?: Partial<LevelThresholds>;
  /** Academic years that could be observed; years in which a pair has evidence always count. Default: all that the rules look at. */
  readonly observed?: readonly AcademicYear[];
  /** Of which schools which records are held. Absent: not looked at. */
  readonly held?: RecordsHeld;
  /** True to leave out pairs between which nothing was seen: of 24,000 schools there are 288 million pairs. Default false. */
  readonly linkedOnly?: boolean;
}

/** The level of every pair of some schools, also of those between which nothing was seen, sorted by school. */
export function pairLevelsOf(options: PairLevelsOfOptions): PairLevel[] {
  const { academicYear, linkedOnly = false, schools, ties } = options;
  const thresholds = thresholdsWith(options.thresholds);
  const years = Array.from({ length: yearsBack(thresholds) }, (_, back) => academicYear - back);
  return pairsOf({ schools, ties, years, linkedOnly }).map((pair) =>
    pairLevelOf(pair.schools, pair.ties, { ...options, thresholds, years }),
  );
}

interface PairOptions extends PairLevelsOfOptions {
  readonly thresholds: LevelThresholds;
  readonly years: readonly AcademicYear[];
}

function pairLevelOf(
  schools: readonly [string, string],
  ties: readonly Tie[],
  options: PairOptions,
): PairLevel {
  const { academicYear, thresholds, years, held } = options;
  const isRecent = (tie: Tie) => tie.academicYear === academicYear || tie.academicYear === academicYear - 1;
  const totals = createPairTotals({ academicYear, years: years.length });
  const agreed = ties.filter((tie) => tie.basis !== 'unconfirmed');
  for (const tie of agreed) totals.add(tie);
  const measures = totals.measures();
  const stability = levelStability(agreed, totals, thresholds);
  for (const tie of ties) if (tie.basis === 'unconfirmed') totals.add(tie);
  const everything = agreed.length === ties.length ? measures : totals.measures();
  const level = levelOfMeasures(measures, thresholds);
  const tracesOnly = !agreed.some((tie) => tie.basis === 'confirmed');
  const coverage = held === undefined ? null : evidenceCoverage(held, schools, years);
  const observed = years
    .filter(
      (year) =>
        ties.some((tie) => tie.academicYear === year) ||
        ((options.observed ?? years).includes(year) &&
          (coverage === null || coverage.some(({ periods }) => periods.includes(formatAcademicYear(year))))),
    )
    .reverse()
    .map(formatAcademicYear);
  const parts = {
    level,
    levelWithUnconfirmed: levelOfMeasures(everything, thresholds),
    observed,
    tooEarlyToTell: observed.length < thresholds.years,
    coverage,
    oneSided: oneSided(ties, schools),
  };
  const criteriaOf = (some: PairMeasures, counted: readonly Tie[]) =>
    levelCriteria(some, schools, thresholds, byPiece(counted.filter(isRecent)).length);
  const beside = everything === measures ? undefined : criteriaOf(everything, ties);
  return {
    schools,
    period: formatAcademicYear(academicYear),
    ...parts,
    highestLevelAssessed: parts.tooEarlyToTell || tracesOnly ? 'collaboration' : 'collegiality',
    reading: levelReading({ ...parts, tracesOnly }),
    criteria: criteriaOf(measures, agreed).map((criterion, position) => {
      const other = beside?.[position]?.detail ?? criterion.detail;
      return other === criterion.detail
        ? criterion
        : { ...criterion, detail: `${criterion.detail}; with unconfirmed evidence: ${other}` };
    }),
    thresholds,
    stability,
    evidence: [...new Set(ties.flatMap((tie) => tie.evidence))].sort(),
    rules: levelRulesVersion,
  };
}
