import { academicYearOf } from '@collegial/model';
import type { Tie } from '../ties/tie.ts';
import type { FundingRecord, HeadDeparture, YearOfTies } from './group-records.ts';
import type { Occasion } from './survival.ts';

/**
 * The ends of money, each with the pairs whose evidence of that year names it; where no evidence names it and it is
 * money of the group, with every pair that worked for the group in that year.
 *
 * @param tagged whether evidence is tagged to the group
 */
export function fundingEnds(
  fundings: readonly FundingRecord[],
  years: readonly YearOfTies[],
  tagged: (tie: Tie) => boolean,
): Occasion[] {
  if (fundings.length === 0) return [];
  const all = years.flatMap((year) => year.ties);
  return fundings.flatMap(({ id, ofGroup, to }) => {
    if (to === null) return [];
    const named = all.some((tie) => tie.fundingId === id);
    return occasionAt(years, to, (tie) => (named ? tie.fundingId === id : ofGroup && tagged(tie)));
  });
}

/** The departures of heads, each with the pairs that their school had in that year. */
export function headsLeave(departures: readonly HeadDeparture[], years: readonly YearOfTies[]): Occasion[] {
  return departures.flatMap(({ school, on }) => occasionAt(years, on, (tie) => tie.schools.includes(school)));
}

/** Nothing when the year was not observed. */
function occasionAt(
  years: readonly YearOfTies[],
  on: string,
  counts: (tie: Tie) => boolean,
): [] | [Occasion] {
  const academicYear = academicYearOf(on);
  const year = years.find((one) => one.academicYear === academicYear);
  if (year === undefined) return [];
  const pairs = new Map(year.ties.filter(counts).map((tie) => [tie.schools.join(' '), tie.schools]));
  return [{ academicYear, pairs: [...pairs.values()] }];
}
