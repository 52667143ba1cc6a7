import type { PartnershipRecords } from './partnership-records.ts';

/** How far what members seek is offered by others. */
export interface ExpertiseCoverage {
  /** Areas sought, each counted once for each school that seeks it. */
  readonly sought: number;
  /** Those of them that another member offers. */
  readonly covered: number;
  /** Covered among sought; `null` when nothing is sought. */
  readonly share: number | null;
  readonly uncovered: readonly { readonly school: string; readonly area: string }[];
  /** Who could help whom: one line for each offer that meets a need. */
  readonly matches: readonly {
    readonly provider: string;
    readonly recipient: string;
    readonly area: string;
  }[];
  /** Offers that nobody seeks. */
  readonly unused: readonly { readonly school: string; readonly area: string }[];
}

/**
 * Which of the areas that members seek another member offers (B5: the right mix of expertise). Areas are the same when they are written the same, upper
 * and lower case and spaces apart; what a school itself offers does not cover its own need.
 */
export function expertiseCoverage(expertise: PartnershipRecords['expertise']): ExpertiseCoverage {
  const sought = distinct(expertise.filter(({ direction }) => direction === 'sought'));
  const offered = distinct(expertise.filter(({ direction }) => direction === 'offered'));
  const meets = (offer: Stated, need: Stated) => offer.key === need.key && offer.school !== need.school;
  const covered = sought.filter((need) => offered.some((offer) => meets(offer, need)));
  return {
    sought: sought.length,
    covered: covered.length,
    share: sought.length === 0 ? null : covered.length / sought.length,
    uncovered: sought.filter((need) => !covered.includes(need)).map(plain),
    matches: sought.flatMap((need) =>
      offered
        .filter((offer) => meets(offer, need))
        .map((offer) => ({ provider: offer.school, recipient: need.school, area: need.area })),
    ),
    unused: offered.filter((offer) => !sought.some((need) => meets(offer, need))).map(plain),
  };
}

interface Stated {
  readonly school: string;
  readonly area: string;
  readonly key: string;
}

function distinct(expertise: PartnershipRecords['expertise']): Stated[] {
  const stated = new Map<string, Stated>();
  for (const { school, area } of expertise) {
    const key = area.trim().toLowerCase().replaceAll(/\s+/g, ' ');
    const id = JSON.stringify([key, school]);
    if (!stated.has(id)) stated.set(id, { school, area: area.trim(), key });
  }
  return [...stated.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

const plain = ({ school, area }: Stated) => ({ school, area });
