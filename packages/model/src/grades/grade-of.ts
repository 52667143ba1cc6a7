import type { Grade, GradeScheme } from './grade-scheme.ts';

/**
 * Reads the text of a result as a grade of a scheme: exactly as written or as a listed alias, apart from case and
 * surrounding space. `undefined` when it is not one of the scheme (`X`, `9=`, a score out of range): such a result is
 * kept and counted, never guessed. The dates of the scheme are not looked at.
 *
 * A scaled score gets its rank from the lowest score of the range, and passes at the scheme's `goodPass`.
 *
 * @example
 * ```ts
 * import { gcseAStarToU, gradeOf, ks2ScaledScore } from '@collegial/model';
 *
 * gradeOf(gcseAStarToU, ' a* ')?.points; // 58
 * gradeOf(gcseAStarToU, '9'); // undefined
 * gradeOf(ks2ScaledScore, '104')?.pass; // true
 * ```
 */
export function gradeOf(scheme: GradeScheme, text: string): Grade | undefined {
  const written = text.trim().toUpperCase();
  if (scheme.form === 'scaled-score') return scaledScoreOf(scheme, written);
  return scheme.grades.find(({ grade, aliases = [] }) =>
    [grade, ...aliases].some((spelling) => spelling.toUpperCase() === written),
  );
}

function scaledScoreOf({ range, goodPass }: GradeScheme, written: string): Grade | undefined {
  if (range === undefined || !/^(0|[1-9]\d*)$/.test(written)) return undefined;
  const [lowest, highest] = range;
  const points = Number(written);
  if (points < lowest || points > highest) return undefined;
  const pass = goodPass !== undefined && points >= Number(goodPass);
  return { grade: written, rank: points - lowest, points, pass };
}
