import { pairOf } from '../ties/tie.ts';
import type { ExpertiseCoverage } from './expertise-coverage.ts';
import type { PartnershipRecords } from './partnership-records.ts';

/** Between which members benefit flows both ways (B5: the helpers learned too). */
export interface MutualBenefit {
  /** Pairs of members of which each offers what the other seeks. */
  readonly offeredBothWays: readonly (readonly [string, string])[];
  /** Pairs of members of which each gave the other something, by the ledger; `null` when it is not known. */
  readonly gaveBothWays: readonly (readonly [string, string])[] | null;
  /** Pairs of members of which only the first gave the second something, by the ledger; `null` when it is not known. */
  readonly gaveOneWay: readonly (readonly [string, string])[] | null;
}

/**
 * Between which members benefit flows both ways: by what they offer and seek, and by what they gave. What nobody confirmed yet and mere events do not
 * count as given.
 */
export function mutualBenefit(
  members: readonly string[],
  matches: ExpertiseCoverage['matches'],
  ledger: PartnershipRecords['ledger'],
): MutualBenefit {
  const offered = directions(matches);
  if (ledger === null) return { offeredBothWays: bothWays(offered), gaveBothWays: null, gaveOneWay: null };
  const gave = directions(
    ledger.filter(
      ({ provider, recipient, basis, unit, amount }) =>
        members.includes(provider) &&
        members.includes(recipient) &&
        basis !== 'unconfirmed' &&
        unit !== 'events' &&
        amount > 0,
    ),
  );
  return {
    offeredBothWays: bothWays(offered),
    gaveBothWays: bothWays(gave),
    gaveOneWay: [...gave.values()].filter(([from, to]) => !gave.has(keyOf(to, from))).sort(byText),
  };
}

type Direction = readonly [string, string];

const keyOf = (from: string, to: string) => JSON.stringify([from, to]);

const byText = (a: Direction, b: Direction) => (keyOf(...a) < keyOf(...b) ? -1 : 1);

function directions(flows: readonly { provider: string; recipient: string }[]): Map<string, Direction> {
  return new Map(flows.map(({ provider, recipient }) => [keyOf(provider, recipient), [provider, recipient]]));
}

function bothWays(flows: ReadonlyMap<string, Direction>): Direction[] {
  const pairs = [...flows.values()]
    .filter(([from, to]) => from < to && flows.has(keyOf(to, from)))
    .map(([from, to]) => pairOf(from, to));
  return pairs.sort(byText);
}
