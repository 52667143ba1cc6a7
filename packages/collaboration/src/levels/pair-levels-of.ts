import { type AcademicYear, formatAcademicYear, type PairLevel } from '@collegial/model';
import { pairOf, type Tie } from '../ties/tie.ts';
import { levelOfMeasures } from './level-of-measures.ts';
import { defaultLevelThresholds, type LevelThresholds, levelRulesVersion } from './level-rules.ts';
import { pairMeasures } from './pair-measures.ts';

/** What {@link pairLevelsOf} needs to know. */
export interface PairLevelsOfOptions {
  /** Schools whose pairs are wanted. */
  readonly schools: readonly string[];
  readonly ties: readonly Tie[];
  readonly academicYear: AcademicYear;
  readonly thresholds?: Partial<LevelThresholds>;
}

/** The level of every pair of some schools, also of those between which nothing was seen, sorted by school. */
export function pairLevelsOf({ schools, ties, academicYear, thresholds }: PairLevelsOfOptions): PairLevel[] {
  const limits = { ...defaultLevelThresholds, ...thresholds };
  const byPair = new Map<string, Tie[]>();
  for (const tie of ties) {
    if (tie.academicYear !== academicYear && tie.academicYear !== academicYear - 1) continue;
    const key = tie.schools.join(' ');
    byPair.set(key, [...(byPair.get(key) ?? []), tie]);
  }
  const sorted = [...new Set(schools)].sort();
  return sorted.flatMap((one, index) =>
    sorted.slice(index + 1).map((other): PairLevel => {
      const pair = pairOf(one, other);
      const all = byPair.get(pair.join(' ')) ?? [];
      const agreed = all.filter((tie) => tie.basis !== 'unconfirmed');
      const assessed = levelOfMeasures(pairMeasures(agreed, pair, academicYear), pair, limits);
      const everything = levelOfMeasures(pairMeasures(all, pair, academicYear), pair, limits);
      return {
        schools: pair,
        period: formatAcademicYear(academicYear),
        level: assessed.level,
        levelWithUnconfirmed: everything.level,
        highestLevelAssessed: 'cooperation',
        criteria: assessed.criteria.map((criterion, position) => {
          const other = everything.criteria[position]?.detail ?? criterion.detail;
          return other === criterion.detail
            ? criterion
            : { ...criterion, detail: `${criterion.detail}; with unconfirmed evidence: ${other}` };
        }),
        evidence: [...new Set(all.flatMap((tie) => tie.evidence))].sort(),
        rules: levelRulesVersion,
      };
    }),
  );
}
