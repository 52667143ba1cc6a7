import type { Tie } from '@collegial/collaboration';

/** Nobody has said who took part. */
const unknown: Tie['reach'] = {
  heads: null,
  middleLeaders: null,
  teachers: null,
  supportStaff: null,
  students: null,
  governors: null,
};

/**
 * Takes out of ties who took part where fewer students did than the threshold: then nothing at all is said of who did,
 * since heads without the students would read as heads alone.
 */
export function hideSmallReach(ties: readonly Tie[], threshold: number): Tie[] {
  const small = new Set<Tie | string>(
    ties
      .filter(({ reach: { students } }) => students !== null && students > 0 && students < threshold)
      .flatMap((tie): (Tie | string)[] => (tie.evidence.length === 0 ? [tie] : [...tie.evidence])),
  );
  return ties.map((tie) =>
    small.has(tie) || tie.evidence.some((id) => small.has(id)) ? { ...tie, reach: unknown } : tie,
  );
}
