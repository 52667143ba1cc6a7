import { isMain, type RollEntry } from '../shared-places/read-rolls.ts';
import { overlapOf, type Span } from '../time/days.ts';

/** A class list that is not kept up may name a student so many days before coming and after leaving. */
export const staleListDays = { before: 62, after: 366 } as const;

/**
 * True for a student on a class list of a school whose own student it is, was until lately or is about to be. One who is
 * on the school's roll as a guest or dually registered on the same days is a visitor all the same.
 */
export function isOwnOrFormer(entries: readonly RollEntry[], school: string, span: Span): boolean {
  const atSchool = entries.filter((entry) => entry.school === school);
  if (atSchool.some((entry) => !isMain(entry) && overlapOf(entry, span) !== undefined)) return false;
  return atSchool.some((entry) => {
    const wide = { from: entry.from - staleListDays.before, to: entry.to + staleListDays.after };
    return isMain(entry) && overlapOf(wide, span) !== undefined;
  });
}
