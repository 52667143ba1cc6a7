import type { Survival, SurvivalStep } from '@collegial/model';
import type { YearOfTies } from './group-records.ts';

/** Something that ended, and the pairs that were linked in the academic year in which it did. */
export interface Occasion {
  readonly academicYear: number;
  readonly pairs: readonly (readonly [string, string])[];
}

/**
 * What became of pairs after something ended: the survival of their links year by year, with those that cannot be
 * observed further taken out when they no longer can (Kaplan and Meier 1958). A link ends in the first later year that is
 * over and has no evidence between the two schools. It is censored when a year was not observed, is still running
 * without evidence so far, or one of the two has left the group: that is no end that one could blame on the money or the
 * head.
 */
export function survivalAfter(occasions: readonly Occasion[], years: readonly YearOfTies[]): Survival {
  if (occasions.length === 0) return { occasions: 0, pairs: 0, tooEarly: 0, curve: [] };
  const linked = new Map(
    years.map((year) => [year.academicYear, new Set(year.ties.map((tie) => tie.schools.join(' ')))]),
  );
  const observed = new Map(years.map((year) => [year.academicYear, year]));
  const spells = occasions.flatMap(({ academicYear, pairs }) =>
    pairs.map((pair) => {
      for (let after = 1; ; after++) {
        const year = observed.get(academicYear + after);
        if (year === undefined || !pair.every((school) => year.schools.includes(school)))
          return { years: after - 1, ended: false };
        if (linked.get(academicYear + after)?.has(pair.join(' '))) continue;
        return year.complete ? { years: after, ended: true } : { years: after - 1, ended: false };
      }
    }),
  );
  return {
    occasions: occasions.length,
    pairs: spells.length,
    tooEarly: spells.filter((spell) => spell.years === 0).length,
    curve: curveOf(spells.filter((spell) => spell.years > 0)),
  };
}

function curveOf(spells: readonly { readonly years: number; readonly ended: boolean }[]): SurvivalStep[] {
  const longest = Math.max(0, ...spells.map((spell) => spell.years));
  const curve: SurvivalStep[] = [];
  let survival = 1;
  for (let years = 1; years <= longest; years++) {
    const atRisk = spells.filter((spell) => spell.years >= years).length;
    const now = spells.filter((spell) => spell.years === years);
    const ended = now.filter((spell) => spell.ended).length;
    survival *= (atRisk - ended) / atRisk;
    curve.push({ years, atRisk, ended, censored: now.length - ended, survival });
  }
  return curve;
}
